package io.asktrail.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoLoginTest {
    @TempDir
    Path secrets;

    @Test
    void readsThePasswordFromItsFileWithoutTheLineEnd() throws IOException {
        // Given
        var file = Files.writeString(secrets.resolve("loader"), "s3cret\n");

        // When
        var login = DemoLogin.from(environment(file));

        // Then
        assertThat(login).isEqualTo(new DemoLogin("jdbc:w", "jdbc:a", "loader", "s3cret"));
        assertThat(login.toString()).doesNotContain("s3cret");
    }

    @Test
    void saysWhichSettingIsMissing() throws IOException {
        // Given
        var environment = new HashMap<>(environment(Files.writeString(secrets.resolve("loader"), "s3cret")));
        environment.put("ASKTRAIL_DEMO_ADS_URL", " ");

        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoLogin.from(environment))
                .withMessage("ASKTRAIL_DEMO_ADS_URL is not set.");
    }

    @Test
    void saysWhichFileCannotBeRead() {
        // Given
        var absent = secrets.resolve("absent");

        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoLogin.from(environment(absent)))
                .withMessageContaining(absent.toString());
    }

    private static Map<String, String> environment(Path passwordFile) {
        return Map.of(
                "ASKTRAIL_DEMO_WAREHOUSE_URL", "jdbc:w",
                "ASKTRAIL_DEMO_ADS_URL", "jdbc:a",
                "ASKTRAIL_DEMO_USERNAME", "loader",
                "ASKTRAIL_DEMO_PASSWORD_FILE", passwordFile.toString());
    }
}
