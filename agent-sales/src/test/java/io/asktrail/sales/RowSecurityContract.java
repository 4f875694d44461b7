package io.asktrail.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.DataAgent.ValueRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.querying.ServedTools;
import io.asktrail.querying.TableReader;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.source.ConnectionSettings;
import io.asktrail.registry.Registry;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.tool.ToolDefinition;
import io.asktrail.sales.orders.OrdersDatabase;
import io.asktrail.testkit.fetch.Fetches;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows are closed twice, by the statement's predicates and by the table's policies. Either is taken away in turn: the
 * other holds. With both gone rows do leak, so the tests see what they look for.
 */
abstract class RowSecurityContract {
    private static final String TABLE = "sales.order_lines";

    private final OrdersDatabase database;
    private final Registry registry;
    private final String range;
    private final String own;

    /** @param own a state that has orders in the range, beside others that have some */
    RowSecurityContract(OrdersDatabase database, Registry registry, String range, String own) {
        this.database = database;
        this.registry = registry;
        this.range = range;
        this.own = own;
    }

    @AfterEach
    void secure() throws SQLException {
        database.run("alter table %s enable row level security".formatted(TABLE));
    }

    @Test
    void givesEachCallerTheirRowsWithBothInPlace() throws SQLException {
        assertThat(unitsBy("geo", registry, Fetches.call(own))).isEqualTo(byHand("geo = '%s'".formatted(own)));
        assertThat(unitsBy("geo", registry, Fetches.call("*"))).isEqualTo(byHand("true"));
        assertThat(unitsBy("geo", registry, Fetches.call())).isEmpty();
    }

    @Test
    void holdsByThePoliciesWhereAStatementLostItsPredicates() throws SQLException {
        assertThat(unitsBy("geo", withoutRowFilters(), Fetches.call(own)))
                .isEqualTo(byHand("geo = '%s'".formatted(own)));
        assertThat(unitsBy("geo", withoutRowFilters(), Fetches.call())).isEmpty();
        assertThat(cities(withoutRowFilters(), Fetches.call(own))).isEqualTo(citiesByHand("geo = '%s'".formatted(own)));
        assertThat(cities(withoutRowFilters(), Fetches.call())).isEmpty();
    }

    @Test
    void holdsByThePredicatesWhereATableLostItsPolicies() throws SQLException {
        // Given
        database.run("alter table %s disable row level security".formatted(TABLE));

        // When, Then
        assertThat(unitsBy("geo", registry, Fetches.call(own))).isEqualTo(byHand("geo = '%s'".formatted(own)));
        assertThat(unitsBy("geo", registry, Fetches.call())).isEmpty();
        assertThat(cities(registry, Fetches.call(own))).isEqualTo(citiesByHand("geo = '%s'".formatted(own)));
        assertThat(cities(registry, Fetches.call())).isEmpty();
    }

    @Test
    void leaksOnlyWhenBothAreGone() throws SQLException {
        // Given
        database.run("alter table %s disable row level security".formatted(TABLE));

        // When, Then
        assertThat(unitsBy("geo", withoutRowFilters(), Fetches.call(own))).isEqualTo(byHand("true"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{}",
                "Delhi",
                "'*'",
                "\"*\"",
                "[\"*\"]",
                " *",
                "* ",
                "**",
                "[5]",
                "[\"%s\", 5]",
                "[null]",
                "[\"%s\", null]",
                "[[\"%s\"]]",
                "{\"regions\": [\"%s\"]}",
                "\"%s\"",
                "[\"%s\"",
                "[\"\\u0000\"]",
                "[\"%s\"] x",
                "['%s']",
                "%s",
                "Unplaced",
                "[\"unplaced\"]",
                "true"
            })
    void opensNoRowForAClaimThatIsNoneOrNoList(String claim) throws SQLException {
        assertThat(rowsUnder(claim == null ? null : claim.replace("%s", own))).isZero();
    }

    @Test
    void opensTheRowsOfAClaim() throws SQLException {
        assertThat(rowsUnder("*")).isEqualTo(count("true"));
        assertThat(rowsUnder("[\"%s\"]".formatted(own)))
                .isEqualTo(count("geo = '%s'".formatted(own)))
                .isPositive();
        assertThat(rowsUnder(" [ \"%s\" , \"Nowhere\" ] ".formatted(own)))
                .isEqualTo(count("geo = '%s'".formatted(own)));
        assertThat(rowsUnder("unplaced")).isEqualTo(count("geo is null"));
    }

    @Test
    void doesNotCarryAClaimIntoTheNextTransaction() throws SQLException {
        try (var connection = database.openAs(OrdersDatabase.READER)) {
            connection.setAutoCommit(false);
            // Given
            claim(connection, "*");
            assertThat(rows(connection)).isPositive();

            // When
            connection.rollback();

            // Then
            assertThat(rows(connection)).isZero();
        }
    }

    @Test
    void asksTheClaimOncePerStatementAndStillFindsDaysByTheirIndex() throws SQLException {
        try (var connection = database.openAs(OrdersDatabase.READER)) {
            connection.setAutoCommit(false);
            claim(connection, "[\"%s\"]".formatted(own));
            connection.createStatement().execute("set local enable_seqscan = off");
            var plan = new StringBuilder();
            try (var rows = connection
                    .createStatement()
                    .executeQuery("explain (analyze, timing off, summary off, buffers off) select sum(quantity) from "
                            + TABLE + " where order_date = '" + range.substring(0, 10) + "'")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            assertThat(plan.toString()).contains("order_lines_by_date").containsPattern("InitPlan[\\s\\S]*loops=1");
            assertThat(plan.toString()).doesNotContain("SubPlan");
        }
    }

    @Test
    void holdsTheOwnerNotWhoMustLoad() throws SQLException {
        try (var connection = database.openAs(OrdersDatabase.LOADER)) {
            assertThat(rows(connection)).isEqualTo(count("true"));
        }
        assertThat(database.query("select relrowsecurity, relforcerowsecurity from pg_class where oid = '%s'::regclass"
                        .formatted(TABLE)))
                .containsExactly("t|t");
    }

    private long rowsUnder(@org.jspecify.annotations.Nullable String claim) throws SQLException {
        try (var connection = database.openAs(OrdersDatabase.READER)) {
            connection.setAutoCommit(false);
            if (claim != null) {
                claim(connection, claim);
            }
            return rows(connection);
        }
    }

    private static void claim(java.sql.Connection connection, String claim) throws SQLException {
        try (var set = connection.prepareStatement("select set_config('asktrail.regions', ?, true)")) {
            set.setString(1, claim);
            set.execute();
        }
    }

    private static long rows(java.sql.Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + TABLE)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private long count(String condition) throws SQLException {
        return Long.parseLong(database.query("select count(*) from %s where %s".formatted(TABLE, condition))
                .getFirst());
    }

    private List<String> byHand(String condition) throws SQLException {
        return database.query("""
            select geo, coalesce(sum(quantity) filter (where status <> 'Cancelled'), 0) from %s
            where %s and order_date between '%s' and '%s' group by 1 order by 1 nulls last\
            """.formatted(TABLE, condition, range.substring(0, 10), range.substring(12)));
    }

    private List<String> citiesByHand(String condition) throws SQLException {
        return database.query(
                "select distinct city from %s where city is not null and %s order by 1".formatted(TABLE, condition));
    }

    private List<String> unitsBy(String dimension, Registry current, CallContext call) {
        try (var connections = connections()) {
            StepResult result =
                    reader(current, connections).fetch(call, Orders.query("units", dimension, range, Map.of()));
            return Fetches.texts(result);
        }
    }

    private List<String> cities(Registry current, CallContext call) {
        try (var connections = connections()) {
            return reader(current, connections)
                    .values(call, new ValueRequest(new DimensionId("city"), 10_000))
                    .values()
                    .stream()
                    .map(value -> value.value())
                    .sorted(java.util.Comparator.naturalOrder())
                    .toList();
        }
    }

    private static TableReader reader(Registry current, Connections connections) {
        return TableReader.open(
                new ServedTools(ToolDefinition.Agent.SALES, Set.of(ToolDefinition.Kind.SQL)),
                () -> current,
                connections,
                Clock.systemUTC());
    }

    private Connections connections() {
        return new Connections(Map.of(
                "warehouse",
                new ConnectionSettings(
                        database.url(), OrdersDatabase.READER.user(), OrdersDatabase.READER.password())));
    }

    // A registry that lost what narrows rows: no statement built over it has a predicate, and the guard asks for none.
    private Registry withoutRowFilters() {
        var tables = new TreeMap<>(registry.tables());
        tables.replaceAll((_, table) -> new TableDefinition(
                table.id(),
                table.connection(),
                table.title(),
                table.grain(),
                table.dateColumn(),
                table.retentionDays(),
                table.columns(),
                table.foreignKeys(),
                List.of(),
                table.settling(),
                table.coveredBy()));
        return new Registry(
                registry.version(),
                registry.metrics(),
                registry.dimensions(),
                tables,
                registry.tools(),
                registry.policies(),
                registry.calendar());
    }
}
