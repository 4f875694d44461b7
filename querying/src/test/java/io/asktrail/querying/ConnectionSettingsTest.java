package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.querying.secret.Secret;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.source.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Settings as an operator writes them: what is taken, what is refused, and that nothing of it shows a secret. */
class ConnectionSettingsTest {
    @TempDir
    private Path folder;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration(QueryingAutoConfiguration.class)
    static class Process {}

    @Test
    void takesSeveralConnectionsOfDifferentKinds() throws IOException {
        // When
        try (var process = start("""
            asktrail.connections:
              warehouse: {url: "jdbc:postgresql://db/wh", username: reader, password: "env:WAREHOUSE_PW",
                          options: {sslmode: verify-full, sslpassword: "file:/run/secrets/key"}}
              lake: {url: "jdbc:trino://trino:8443/hive", username: asktrail, password: "file:/run/secrets/lake"}
              files: {url: "jdbc:duckdb:/data"}
            """)) {
            // Then
            var connections = process.getBean(Connections.class);
            assertThat(connections.engine("warehouse").title()).isEqualTo("PostgreSQL");
            assertThat(connections.engine("lake").title()).isEqualTo("Trino");
            assertThat(connections.engine("files").title()).isEqualTo("DuckDB");
        }
    }

    @Test
    void refusesPasswordsThatStandInAFileOfSettings() {
        assertThatThrownBy(() -> start("""
            asktrail.connections:
              warehouse: {url: "jdbc:postgresql://db/wh", username: reader, password: hunter2}
              lake: {url: "jdbc:trino://trino:8443/hive", options: {SSLTrustStorePassword: hunter3}}
            """))
                .rootCause()
                .hasMessageContaining("asktrail.connections.warehouse.password")
                .hasMessageContaining("settings.yaml")
                .hasMessageContaining("asktrail.connections.lake.options.SSLTrustStorePassword")
                .hasMessageContaining("Write env:NAME, file:/path or vault:path#key")
                .hasMessageNotContaining("hunter");
    }

    @Test
    void takesAPasswordThatTheEnvironmentPutsInTheFilesPlace() throws IOException {
        try (var process = start("""
            asktrail.connections.warehouse: {url: "jdbc:postgresql://db/wh", password: "${pw.of.warehouse:x}"}
            """)) {
            assertThat(process.getBean(Connections.class).engine("warehouse")).isNotNull();
        }
    }

    @Test
    void namesEveryConnectionWhoseAddressCannotBe() {
        assertThatThrownBy(() -> start("""
            asktrail.connections:
              one: {url: "jdbc:mysql://db/wh"}
              two: {url: "jdbc:postgresql://db/wh?user=u&password=hunter2"}
              three: {url: "jdbc:postgresql://u:hunter2@db/wh"}
              four: {url: "jdbc:duckdb:/data", password: "vault:nonsense"}
            """))
                .rootCause()
                .hasMessageContaining("asktrail.connections.one: its url is of no known kind")
                .hasMessageContaining("asktrail.connections.two: its url holds a secret")
                .hasMessageContaining("asktrail.connections.three: its url holds a secret")
                .hasMessageContaining("asktrail.connections.four: write vault:")
                .hasMessageNotContaining("hunter");
    }

    @Test
    void showsNoSecretAsText() {
        var settings = new ConnectionSettings(
                "jdbc:postgresql://db/wh",
                "reader",
                new Secret.Plain("hunter2"),
                Map.of("sslpassword", new Secret.Plain("hunter3")));
        var source =
                new QueryingProperties.Source("jdbc:postgresql://db/wh", "reader", "hunter2", Map.of("a", "hunter3"));
        assertThat(settings + " " + source).contains("reader").doesNotContain("hunter");
    }

    private ConfigurableApplicationContext start(String yaml) throws IOException {
        var file = Files.writeString(folder.resolve("settings.yaml"), yaml);
        return new SpringApplicationBuilder(Process.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.location=file:" + file)
                .logStartupInfo(false)
                .run();
    }
}
