package io.asktrail.querying.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.vault.authentication.AppRoleAuthentication;
import org.springframework.vault.authentication.AppRoleAuthenticationOptions;
import org.springframework.vault.authentication.AppRoleAuthenticationOptions.RoleId;
import org.springframework.vault.authentication.AppRoleAuthenticationOptions.SecretId;
import org.springframework.vault.authentication.LifecycleAwareSessionManager;
import org.springframework.vault.client.VaultClients;
import org.springframework.vault.client.VaultEndpoint;
import org.springframework.vault.core.VaultTemplate;

/** From the login of a service to a secret, with the client and the session that Spring Cloud Vault gives a service. */
class VaultLoginTest {
    private static final Secret SECRET = Secret.parse("vault:secret/asktrail/lake#password");

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (var each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    void logsInOnceAndReadsTheLatestValue() throws IOException {
        // Given
        var vault = vault(3600);
        var secrets = secrets(vault, VaultServer.SECRET_ID);

        // When, Then
        assertThat(secrets.read(SECRET)).isEqualTo("hunter2");
        vault.store("secret/asktrail/lake", Map.of("password", "rotated"));
        assertThat(secrets.read(SECRET)).isEqualTo("rotated");
        assertThat(vault.logins).hasValue(1);
    }

    @Test
    void renewsItsLease() throws Exception {
        // Given a lease that is renewed after two seconds
        var vault = vault(7);
        var secrets = secrets(vault, VaultServer.SECRET_ID);
        secrets.read(SECRET);

        // When
        for (var i = 0; i < 600 && vault.renewals.get() == 0; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }

        // Then
        assertThat(vault.renewals.get()).isPositive();
        assertThat(secrets.read(SECRET)).isEqualTo("hunter2");
    }

    @Test
    void saysThatARevokedTokenMayNotReadIt() throws IOException {
        // Given
        var vault = vault(3600);
        var secrets = secrets(vault, VaultServer.SECRET_ID);
        secrets.read(SECRET);

        // When
        vault.revokeTokens();

        // Then
        assertUnavailable(secrets);
    }

    @Test
    void saysThatALoginIsRefused() throws IOException {
        assertUnavailable(secrets(vault(3600), "guessed"));
    }

    @Test
    void saysThatASealedVaultGivesNothing() throws IOException {
        // Given
        var vault = vault(3600);
        var secrets = secrets(vault, VaultServer.SECRET_ID);
        secrets.read(SECRET);

        // When
        vault.seal();

        // Then
        assertUnavailable(secrets);
    }

    private static void assertUnavailable(Secrets secrets) {
        assertThatThrownBy(() -> secrets.read(SECRET))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageEndingWith(
                        "Vault does not give what is kept at 'secret/asktrail/lake': it is away, or the login may not"
                                + " read it.");
    }

    private VaultServer vault(int leaseSeconds) throws IOException {
        var vault = new VaultServer(leaseSeconds);
        opened.add(vault);
        vault.store("secret/asktrail/lake", Map.of("password", "hunter2", "user", "lake"));
        return vault;
    }

    private Secrets secrets(VaultServer vault, String secretId) {
        var requests = new SimpleClientHttpRequestFactory();
        var endpoint = VaultEndpoint.from(URI.create(vault.address()));
        var client = VaultClients.createRestTemplate(endpoint, requests);
        var login = AppRoleAuthenticationOptions.builder()
                .roleId(RoleId.provided(VaultServer.ROLE_ID))
                .secretId(SecretId.provided(secretId))
                .build();
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.initialize();
        opened.add(scheduler::shutdown);
        var session = new LifecycleAwareSessionManager(new AppRoleAuthentication(login, client), scheduler, client);
        var template = new VaultTemplate(endpoint, requests, session);
        return new Secrets(_ -> null, Optional.of(new KeyValueSecrets(() -> template)));
    }
}
