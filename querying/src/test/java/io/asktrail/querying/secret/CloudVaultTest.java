package io.asktrail.querying.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

/**
 * A service whose settings are those of the documentation, with Spring Cloud Vault as the profile brings it. No registry that a
 * build may use has a Vault to start, so it logs in to {@link VaultServer}, and to a real one where the build is told of it.
 */
@EnabledIfSystemProperty(named = "vault.client", matches = "true", disabledReason = "Run it with -Pvault.")
class CloudVaultTest {
    private static final Secret SECRET = Secret.parse("vault:secret/asktrail/lake#password");

    private final List<AutoCloseable> opened = new ArrayList<>();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {}

    @AfterEach
    void closeAll() throws Exception {
        for (var each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    void logsInAndReadsTheLatestValue() throws IOException {
        // Given
        var vault = vault(3600);
        vault.store("secret/asktrail/lake", Map.of("password", "hunter2"));
        var secrets = secrets(vault);

        // When, Then
        assertThat(secrets.read(SECRET)).isEqualTo("hunter2");
        vault.store("secret/asktrail/lake", Map.of("password", "rotated"));
        assertThat(secrets.read(SECRET)).isEqualTo("rotated");
        assertThat(vault.logins).hasValue(1);
    }

    @Test
    void startsAndLogsInToNothingUntilASecretIsNeeded() throws IOException {
        // Given
        var vault = vault(3600);

        // When
        secrets(vault);

        // Then
        assertThat(vault.logins).hasValue(0);
    }

    @Test
    void saysThatASealedVaultGivesNothing() throws IOException {
        // Given
        var vault = vault(3600);
        vault.store("secret/asktrail/lake", Map.of("password", "hunter2"));
        vault.seal();

        // When, Then
        assertThatThrownBy(() -> secrets(vault).read(SECRET))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageContaining("it is away, or the login may not read it");
    }

    @Test
    void readsFromARealVault() {
        // Given one with secret/asktrail/lake of which password is "hunter2"
        var address = System.getProperty("vault.address");
        var token = System.getProperty("vault.token");
        if (address == null || token == null) {
            System.out.println(
                    "CloudVaultTest: no real Vault: neither Maven Central nor Debian nor npm has one. Start one and set"
                            + " -Dvault.address and -Dvault.token.");
        }
        assumeTrue(address != null && token != null, "no real Vault is named");

        // When
        var secrets = start("spring.cloud.vault.uri=" + address, "spring.cloud.vault.token=" + token);

        // Then
        assertThat(secrets.read(SECRET)).isEqualTo("hunter2");
    }

    private VaultServer vault(int leaseSeconds) throws IOException {
        var vault = new VaultServer(leaseSeconds);
        opened.add(vault);
        return vault;
    }

    private Secrets secrets(VaultServer vault) {
        return start(
                "spring.cloud.vault.uri=" + vault.address(),
                "spring.cloud.vault.authentication=APPROLE",
                "spring.cloud.vault.app-role.role-id=" + VaultServer.ROLE_ID,
                "spring.cloud.vault.app-role.secret-id=" + VaultServer.SECRET_ID);
    }

    private Secrets start(String... settings) {
        var service = new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .run();
        opened.add(service);
        return new Secrets(_ -> null, Optional.of(service.getBean(VaultSecrets.class)));
    }
}
