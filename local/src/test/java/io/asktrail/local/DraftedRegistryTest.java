package io.asktrail.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.gateway.login.LocalTokens;
import io.asktrail.live.CatalogReader;
import io.asktrail.live.LiveDatabase;
import io.asktrail.live.Sampler;
import io.asktrail.onboarding.draft.DraftFolder;
import io.asktrail.onboarding.draft.Drafter;
import io.asktrail.postgres.PostgresServer;
import io.asktrail.postgres.TemporaryPostgres;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a database that nobody described to an answer in words, over HTTP, with nothing written by hand in between. */
@Tag("full")
class DraftedRegistryTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final PostgresServer server = TemporaryPostgres.shared();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path home;

    private ConfigurableApplicationContext running = new GenericApplicationContext();

    @BeforeEach
    void starts() throws Exception {
        var admin = server.superuser();
        for (var database : List.of("third_shop", "third_state")) {
            server.ensureDatabase(database, admin.user());
        }
        run("""
            drop schema if exists webshop cascade;
            create schema webshop;
            create table webshop.products (product_id int primary key, product_name text, category text);
            create table webshop.purchases (purchase_id bigint primary key, "Purchased At" timestamptz, product_id int
              references webshop.products, payment_method text, pieces int, paid_amount numeric(12,2));
            insert into webshop.products select n, 'Article ' || n, (array['Toys','Books','Garden'])[1 + n % 3]
              from generate_series(1, 30) n;
            insert into webshop.purchases select n, timestamptz '2025-09-01 00:00+00' + n * interval '1 hour', 1 + n % 30,
              (array['card','upi'])[1 + n % 2], 1 + n % 3, n * 0.75 from generate_series(1, 2000) n\
            """);
        try (var database = LiveDatabase.open(
                server.jdbcUrl("third_shop"), admin.user(), admin.password(), Duration.ofSeconds(10))) {
            var schema = new CatalogReader(database).read(List.of("webshop"), 100);
            new DraftFolder(home.resolve("registry"), false)
                    .write(new Drafter(new Sampler(database), "warehouse", "INR").draft(schema));
        }
        var application = new SpringApplication(LocalMain.class);
        application.setDefaultProperties(settings());
        running = application.run();
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("asktrail.service", "local");
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", "0");
        settings.put("asktrail.registry", home.resolve("registry").toString());
        settings.put("asktrail.gateway.key-file", home.resolve("login.key").toString());
        for (var prefix : Map.of("asktrail.state", "third_state", "asktrail.connections.warehouse", "third_shop")
                .entrySet()) {
            settings.put(prefix.getKey() + ".url", server.jdbcUrl(prefix.getValue()));
            settings.put(prefix.getKey() + ".username", server.superuser().user());
            settings.put(prefix.getKey() + ".password", server.superuser().password());
        }
        return settings;
    }

    @AfterEach
    void ends() {
        running.close();
    }

    @Test
    void answersAFirstQuestionAndGoesOnWhenAColumnIsRenamed() throws Exception {
        // Given
        var byHand = figures("""
            select p.category, sum(o.paid_amount) from webshop.purchases o join webshop.products p using (product_id)
            where (o."Purchased At" at time zone 'UTC')::date between '2025-10-01' and '2025-10-31' group by 1\
            """);

        // When
        var first = ask("paid amount by category in October 2025");
        run("alter table webshop.purchases rename column pieces to piece_count");
        var second = ask("paid amount and pieces by category from 1 October 2025 to 31 October 2025");
        var third = ask("pieces in October 2025");

        // Then
        assertThat(first.at("/status").asString()).as(first.toString()).isEqualTo("answered");
        assertThat(figures(first, "paid_amount")).isEqualTo(byHand);
        assertThat(second.at("/status").asString()).as(second.toString()).isEqualTo("partial");
        assertThat(figures(second, "paid_amount")).isEqualTo(byHand);
        assertThat(second.at("/caveats").toString())
                .contains("webshop.purchases has no column pieces any more; it is probably called piece_count now");
        assertThat(third.at("/status").asString()).isEqualTo("failed");
        assertThat(third.at("/refusal/reason").asString()).contains("no column pieces any more");
    }

    @Test
    void showsDriftToAdministratorsAlone() throws Exception {
        // Given
        run("alter table webshop.purchases drop column payment_method");

        // When
        var shown = send(Role.ADMIN, "POST", "/v1/admin/drift", "");
        var refused = send(Role.ANALYST, "GET", "/v1/admin/drift", "");

        // Then
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(JSON.readTree(shown.body()).at("/breaking").asInt()).isEqualTo(1);
        assertThat(shown.body()).contains("webshop.purchases has no column payment_method any more");
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    private JsonNode ask(String question) throws Exception {
        var body = JSON.createObjectNode()
                .put("question", question)
                .put("as_of", "2025-11-15")
                .put("tz", "UTC");
        var reply = send(Role.ANALYST, "POST", "/v1/ask", body.toString());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    private HttpResponse<String> send(Role role, String method, String path, String body) throws Exception {
        var port = Objects.requireNonNull(((WebServerApplicationContext) running).getWebServer())
                .getPort();
        var token = LocalTokens.open(home.resolve("login.key"), Clock.systemUTC())
                .mint(new Caller("t", List.of(role), List.of("*"), List.of(), List.of()), Duration.ofHours(1));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(60))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, BigDecimal> figures(JsonNode answer, String metric) {
        var columns = answer.at("/table/columns")
                .valueStream()
                .map(column -> column.get("id").asString())
                .toList();
        var figures = new TreeMap<String, BigDecimal>();
        for (var row : answer.at("/table/rows")) {
            figures.put(
                    row.get(columns.indexOf("category")).asString(),
                    row.get(columns.indexOf(metric)).decimalValue().stripTrailingZeros());
        }
        return figures;
    }

    private Map<String, BigDecimal> figures(String sql) throws Exception {
        var figures = new TreeMap<String, BigDecimal>();
        try (var jdbc = open();
                var statement = jdbc.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                figures.put(rows.getString(1), rows.getBigDecimal(2).stripTrailingZeros());
            }
        }
        return figures;
    }

    private void run(String statements) throws Exception {
        try (var jdbc = open();
                var statement = jdbc.createStatement()) {
            for (var one : statements.split(";\n")) {
                statement.execute(one);
            }
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl("third_shop"),
                server.superuser().user(),
                server.superuser().password());
    }
}
