package io.asktrail.ads;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.demo.DemoData;
import io.asktrail.demo.DemoSettings;
import io.asktrail.postgres.TemporaryPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database's own half of the row security: no predicate of ours stands in these statements. */
class AdsRowSecurityTest {
    private static final String DATABASE = "ads_secured";

    @BeforeAll
    static void load() throws SQLException {
        var server = TemporaryPostgres.shared();
        server.ensureDatabase(DATABASE, server.superuser().user());
        server.ensureDatabase("sales_beside", server.superuser().user());
        try (var admin = connect(server.superuser().user(), server.superuser().password());
                var statement = admin.createStatement()) {
            for (var role : new String[] {"ads_loader", "ads_reader"}) {
                statement.execute("DROP ROLE IF EXISTS " + role);
                statement.execute("CREATE ROLE %s LOGIN PASSWORD 'x'".formatted(role));
            }
            statement.execute("GRANT CONNECT ON DATABASE %s TO ads_loader, ads_reader".formatted(DATABASE));
            statement.execute("GRANT CREATE, TEMPORARY ON DATABASE %s TO ads_loader".formatted(DATABASE));
            DemoData.into(
                            () -> DriverManager.getConnection(
                                    server.jdbcUrl("sales_beside"),
                                    server.superuser().user(),
                                    server.superuser().password()),
                            () -> connect("ads_loader", "x"))
                    .extend(new DemoSettings(DemoSettings.DEFAULT_SEED, 0.05, LocalDate.parse("2025-10-31")));
            statement.execute("GRANT USAGE ON SCHEMA ads TO ads_reader");
            statement.execute("GRANT SELECT ON ALL TABLES IN SCHEMA ads TO ads_reader");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "campaign_daily",
                "product_daily",
                "product_metrics",
                "targeting_daily",
                "search_term_daily",
                "placement_daily"
            })
    void opensEachReportByTheStateThatItsCampaignIsAimedAt(String table) throws SQLException {
        // Given what the superuser sees, who no policy holds
        var delhi = byAdmin("sum(cost)", table, "geo = 'Delhi'");
        var delhiAndGoa = byAdmin("sum(cost)", table, "geo IN ('Delhi', 'Haryana')");
        var national = byAdmin("sum(cost)", table, "geo IS NULL");
        var all = byAdmin("sum(cost)", table, "true");

        // Then
        assertThat(read("[\"Delhi\"]", "sum(cost)", table)).isEqualTo(delhi);
        assertThat(read("[\"Delhi\", \"Haryana\"]", "sum(cost)", table)).isEqualTo(delhiAndGoa);
        assertThat(read("unplaced", "sum(cost)", table)).isEqualTo(national);
        assertThat(read("*", "sum(cost)", table)).isEqualTo(all);
        assertThat(all).isNotEqualTo(national);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "Delhi", "[\"*\"]", "null", "[\"Delhi\", 5]", "{\"regions\":[\"Delhi\"]}"})
    void opensNothingToAClaimThatIsNone(String claim) throws SQLException {
        for (var table : new String[] {"campaigns", "campaign_daily", "product_metrics", "search_term_daily"}) {
            assertThat(read(claim, "count(*)", table)).as(table).isEqualTo("0");
        }
    }

    @Test
    void holdsTheOwnerToItsOwnPolicyAlone() throws SQLException {
        try (var owner = connect("ads_loader", "x");
                var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                    SELECT count(*) FROM pg_class WHERE relnamespace = 'ads'::regnamespace
                    AND relrowsecurity AND relforcerowsecurity\
                    """)) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(6);
        }
    }

    private static String read(String claim, String what, String table) throws SQLException {
        try (var reader = connect("ads_reader", "x");
                var claims = reader.prepareStatement("SELECT set_config('asktrail.regions', ?, true)");
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            claims.setString(1, claim);
            claims.execute();
            try (var rows = statement.executeQuery("SELECT %s FROM ads.%s".formatted(what, table))) {
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        }
    }

    private static String byAdmin(String what, String table, String condition) throws SQLException {
        var server = TemporaryPostgres.shared();
        try (var admin = connect(server.superuser().user(), server.superuser().password());
                var statement = admin.createStatement();
                var rows =
                        statement.executeQuery("SELECT %s FROM ads.%s JOIN ads.campaigns USING (campaign_id) WHERE %s"
                                .formatted(what, table, condition))) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(TemporaryPostgres.shared().jdbcUrl(DATABASE), user, password);
    }
}
