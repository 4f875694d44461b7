package io.asktrail.querying.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @TempDir
    private Path folder;

    private final Secrets secrets = new Secrets(Map.of("WAREHOUSE_PW", "hunter2")::get, Optional.empty());

    @Test
    void readsTheEnvironment() {
        assertThat(secrets.read(Secret.parse("env:WAREHOUSE_PW"))).isEqualTo("hunter2");
        assertThatThrownBy(() -> secrets.read(Secret.parse("env:OTHER_PW")))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageContaining("OTHER_PW, which is not set");
    }

    @Test
    void readsAFileAnewEachTimeWithoutItsLineEnd() throws IOException {
        // Given
        var file = Files.writeString(folder.resolve("pw"), " hunter 2 \n");
        var secret = Secret.parse("file:" + file);

        // When, Then
        assertThat(secrets.read(secret)).isEqualTo(" hunter 2 ");
        Files.writeString(file, "hunter3\r\n");
        assertThat(secrets.read(secret)).isEqualTo("hunter3");
        Files.writeString(file, "\n");
        assertThatThrownBy(() -> secrets.read(secret)).hasMessageContaining("which is empty");
        Files.delete(file);
        assertThatThrownBy(() -> secrets.read(secret))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("cannot be read");
    }

    @Test
    void saysThatVaultIsNotSetUp() {
        assertThatThrownBy(() -> secrets.read(Secret.parse("vault:secret/warehouse#password")))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageContaining("secret/warehouse")
                .hasMessageContaining("Vault is not set up");
    }

    @Test
    void takesAnythingElseAsTheTextItselfAndNeverShowsIt() {
        var plain = Secret.parse("hunter:2");
        assertThat(secrets.read(plain)).isEqualTo("hunter:2");
        assertThat(plain.toString()).doesNotContain("hunter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env:",
                "env:NOT A NAME",
                "file:relative/path",
                "vault:nomount#key",
                "vault:secret/warehouse",
                "vault:secret/warehouse#",
                "vault:secret//warehouse#key"
            })
    void refusesWhatIsNearlyAReference(String text) {
        assertThatThrownBy(() -> Secret.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("write ");
    }
}
