package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Operator;
import io.asktrail.postgres.TemporaryPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that has changed under its registry. */
class DriftTest {
    private static final Caller ANALYST = new Caller("t", List.of(Role.ANALYST), List.of("*"), List.of(), List.of());
    private static final String DATABASE = "querying_drift";

    private final ConnectionSettings settings = settings();

    private static ConnectionSettings settings() {
        var server = TemporaryPostgres.shared();
        server.ensureDatabase(DATABASE, server.superuser().user());
        return new ConnectionSettings(
                server.jdbcUrl(DATABASE),
                server.superuser().user(),
                server.superuser().password());
    }

    private void run(String... commands) {
        try (var jdbc = DriverManager.getConnection(
                        settings.url(), settings.username(), SampleTables.superuserPassword());
                var statement = jdbc.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void freshTables() {
        run(
                "drop schema if exists ads cascade",
                "drop schema if exists shop cascade",
                "drop schema if exists bare cascade");
        SampleTables.makeIn(settings);
    }

    private SampleReader reader() {
        return new SampleReader(100, new Connections(Map.of("ads", settings, "shop", settings)));
    }

    private StepResult ask(SampleFetch fetch) {
        return reader().fetch(ANALYST, fetch.request());
    }

    private static StepResult.Rows rows(StepResult result) {
        assertThat(result).isInstanceOf(StepResult.Rows.class);
        return (StepResult.Rows) result;
    }

    @Test
    void answersWithTheOtherMetricsAndNamesTheColumn() {
        // Given
        run("alter table shop.lines rename column amount to net_amount");
        var expected = SampleTables.byHand(settings, """
            select count(distinct order_id) from shop.lines where (ordered_at at time zone 'Asia/Kolkata')::date between '2025-10-01' and '2025-10-31'\
            """);

        // When
        var result = rows(ask(new SampleFetch("shop_db.lines", "gross_sales orders")));

        // Then
        assertThat(result.table().columns()).extracting("id").containsExactly("orders");
        assertThat(List.of(List.of(SampleTables.text(result.table().number(0, 0)))))
                .isEqualTo(expected);
        assertThat(result.notes())
                .contains(Note.caveat(
                        Note.METRIC_LOST,
                        "Gross sales cannot be worked out, since the source has changed: shop.lines has no"
                                + " column amount any more; it is probably called net_amount now. The registry has"
                                + " to be brought up to date."));
    }

    @Test
    void answersWithTheOtherMetricsWhenAColumnIsOfAnotherType() {
        // Given
        run("alter table shop.lines alter column amount type text using amount::text");

        // When
        var result = rows(ask(new SampleFetch("shop_db.lines", "gross_sales orders")));

        // Then
        assertThat(result.table().columns()).extracting("id").containsExactly("orders");
        assertThat(result.notes().getFirst().text())
                .contains("The column amount of shop.lines is text now, the registry says decimal");
    }

    @Test
    void neverLeavesOutWhatPicksRows() {
        // Given
        run("alter table shop.lines rename column amount to net_amount", "alter table shop.lines drop column city");

        // When
        var kept = ask(new SampleFetch("shop_db.lines", "orders").keep("city", "Kochi"));
        var above = ask(new SampleFetch("shop_db.lines", "gross_sales orders")
                .by("geo")
                .where("gross_sales", Operator.GT, "5"));
        var ordered = ask(new SampleFetch("shop_db.lines", "gross_sales orders")
                .by("geo")
                .order("gross_sales", Direction.DESC)
                .limit(1));

        // Then
        assertThat(List.of(kept, above, ordered))
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                StepResult.Missing.class,
                                missing -> assertThat(missing.code()).isEqualTo(ErrorCode.SOURCE_CHANGED)));
        assertThat(((StepResult.Missing) kept).reason()).contains("shop.lines has no column city any more");
    }

    @Test
    void findsEveryDifferenceWithAGuess() {
        // Given
        run(
                "alter table shop.lines rename column amount to net_amount",
                "alter table shop.lines add column colour text",
                "alter table shop.lines alter column quantity type numeric",
                "alter table ads.campaigns rename to campaigns_v2",
                "create table shop.baskets (id int)");

        // When
        var reader = reader();
        var call = SampleReader.call(ANALYST, Duration.ofSeconds(10));
        var shop = reader.shop().drift(call);
        var ads = reader.ads().drift(call);

        // Then
        assertThat(shop)
                .filteredOn(drift -> !drift.table().startsWith("ads"))
                .extracting(drift -> drift.kind() + " " + drift.table() + " " + drift.column() + " " + drift.likely())
                .contains(
                        "COLUMN_GONE shop.lines amount net_amount",
                        "COLUMN_RETYPED shop.lines quantity null",
                        "COLUMN_NEW shop.lines colour null",
                        "TABLE_NEW shop.baskets null null");
        assertThat(ads)
                .filteredOn(drift -> drift.kind() == SchemaDrift.Kind.TABLE_GONE)
                .singleElement()
                .satisfies(gone -> {
                    assertThat(gone.likely()).isEqualTo("ads.campaigns_v2");
                    assertThat(gone.dimensions()).extracting("value").contains("campaign", "channel");
                });
    }

    @Test
    void saysThatADatabaseCannotBeLookedAt() {
        // Given
        var nowhere = new ConnectionSettings("jdbc:postgresql://127.0.0.1:1/none", "a", "b");
        var reader = new SampleReader(100, new Connections(Map.of("ads", nowhere, "shop", nowhere)));

        // When
        var found = reader.shop().drift(SampleReader.call(ANALYST, Duration.ofSeconds(10)));

        // Then
        assertThat(found).extracting(SchemaDrift::kind).containsExactly(SchemaDrift.Kind.UNREACHABLE);
    }
}
