package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.postgres.TemporaryPostgres;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.source.ConnectionSettings;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresValuesTest extends ValuesContract {
    PostgresValuesTest() {
        super(SampleTables.connections());
    }

    @Test
    void feedsAHundredThousandNamesAndNoneOfAnotherRegion() throws Exception {
        // Given
        var server = TemporaryPostgres.shared();
        server.ensureDatabase("querying_many", server.superuser().user());
        var settings = new ConnectionSettings(
                server.jdbcUrl("querying_many"),
                server.superuser().user(),
                server.superuser().password());
        try (var jdbc = DriverManager.getConnection(
                        settings.url(), settings.username(), SampleTables.superuserPassword());
                var statement = jdbc.createStatement()) {
            statement.execute("drop schema if exists ads cascade");
            statement.execute("drop schema if exists shop cascade");
            statement.execute("drop schema if exists bare cascade");
            SampleTables.makeIn(settings);
            statement.execute("insert into ads.campaigns select n, 'Many ' || n, 'SP', case when n % 10 = 0 then 'Goa'"
                    + " else 'Delhi' end from generate_series(1000, 100999) n");
        }
        var many = new SampleReader(100, new Connections(Map.of("ads", settings, "shop", settings)));

        // When
        var all = values(many.ads(), "campaign", 200_000, "*");
        var goa = values(many.ads(), "campaign", 200_000, "Goa");
        var cut = values(many.ads(), "campaign", 50_000, "*");

        // Then
        var byHand = SampleTables.byHand(settings, """
            select count(distinct campaign_name), count(distinct campaign_name) filter (where geo = 'Goa')
            from ads.campaigns\
            """).getFirst();
        assertThat(String.valueOf(all.values().size())).isEqualTo(byHand.getFirst());
        assertThat(all.complete()).isTrue();
        assertThat(String.valueOf(goa.values().size())).isEqualTo(byHand.getLast());
        assertThat(goa.values()).allSatisfy(value -> assertThat(value.regions()).containsExactly("Goa"));
        assertThat(cut.values()).hasSize(50_000);
        assertThat(cut.complete()).isFalse();
    }
}
