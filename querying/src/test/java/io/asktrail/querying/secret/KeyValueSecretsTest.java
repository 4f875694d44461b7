package io.asktrail.querying.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.vault.authentication.TokenAuthentication;
import org.springframework.vault.client.VaultEndpoint;
import org.springframework.vault.core.VaultTemplate;

/** Vault's protocol for key-value stores of version 2, spoken by a small server with one token. */
class KeyValueSecretsTest {
    private static final String TOKEN = "s.reader";

    private final Map<String, String> stored = new ConcurrentHashMap<>();
    private HttpServer vault;

    @BeforeEach
    void start() throws IOException {
        vault = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vault.createContext("/v1/", exchange -> {
            var isReader = TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"));
            var found = stored.get(exchange.getRequestURI().getPath());
            var status = !isReader ? 403 : found == null ? 404 : 200;
            var body = (status == 200
                            ? "{\"data\": {\"data\": %s, \"metadata\": {\"version\": 1}}}".formatted(found)
                            : "{\"errors\": []}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        vault.start();
    }

    @AfterEach
    void stop() {
        vault.stop(0);
    }

    @Test
    void readsTheLatestVersionEachTime() {
        // Given
        var secrets = secrets(TOKEN);
        var secret = Secret.parse("vault:secret/asktrail/warehouse#password");

        // When, Then
        stored.put("/v1/secret/data/asktrail/warehouse", "{\"password\": \"hunter2\", \"user\": \"u\"}");
        assertThat(secrets.read(secret)).isEqualTo("hunter2");
        stored.put("/v1/secret/data/asktrail/warehouse", "{\"password\": \"rotated\"}");
        assertThat(secrets.read(secret)).isEqualTo("rotated");
    }

    @Test
    void saysWhatIsNotThereWithoutSayingWhatIs() {
        // Given
        stored.put("/v1/secret/data/warehouse", "{\"password\": \"hunter2\"}");

        // When, Then
        assertThatThrownBy(() -> secrets(TOKEN).read(Secret.parse("vault:secret/warehouse#passwort")))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageContaining("no text 'passwort' at 'secret/warehouse'")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> secrets(TOKEN).read(Secret.parse("vault:secret/other#password")))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageContaining("secret/other");
    }

    @Test
    void saysThatTheLoginMayNotReadIt() {
        assertThatThrownBy(() -> secrets("s.stranger").read(Secret.parse("vault:secret/warehouse#password")))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageContaining("may not read it")
                .hasMessageNotContaining("s.stranger");
    }

    @Test
    void saysThatVaultIsAway() {
        // Given
        var secrets = secrets(TOKEN);
        vault.stop(0);

        // When, Then
        assertThatThrownBy(() -> secrets.read(Secret.parse("vault:secret/warehouse#password")))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageContaining("it is away");
    }

    private Secrets secrets(String token) {
        var template = new VaultTemplate(
                VaultEndpoint.from(
                        URI.create("http://127.0.0.1:" + vault.getAddress().getPort())),
                new TokenAuthentication(token));
        return new Secrets(_ -> null, Optional.of(new KeyValueSecrets(() -> template)));
    }
}
