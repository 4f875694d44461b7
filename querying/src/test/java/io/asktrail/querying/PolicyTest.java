package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Operator;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.PolicyDefinition;
import io.asktrail.registry.policy.PolicyDefinition.Allowance;
import io.asktrail.registry.policy.PolicyDefinition.Pii;
import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.ColumnName;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.tool.ToolDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A data agent believes no plan: it holds every name of a fetch against the caller's policies itself. */
class PolicyTest {
    private static final Caller ANALYST = new Caller("a", List.of(Role.ANALYST), List.of("*"), List.of(), List.of());
    private static final ServedTools SHOP =
            new ServedTools(ToolDefinition.Agent.SALES, Set.of(ToolDefinition.Kind.SQL));

    @Test
    void aClosedMetricIsRefusedWhereverItStands() {
        // Given
        var registry = under(policy("secret_margin", null, null));

        // Then
        assertForbidden(registry, shop("secret_margin"));
        assertForbidden(registry, shop("orders").where("secret_margin", Operator.GT, "1"));
        assertForbidden(registry, shop("orders").by("city").order("secret_margin", Direction.DESC));
        assertOpen(registry, shop("orders").by("city").order("orders", Direction.DESC));
    }

    @Test
    void whatReadsAClosedColumnIsClosed() {
        // Given
        var registry = under(policy(null, "shop.lines.amount", null));

        // Then
        assertForbidden(registry, shop("gross_sales"));
        assertForbidden(registry, shop("orders").by("city").order("gross_sales", Direction.ASC));
        assertOpen(registry, shop("orders").by("city"));
        assertForbidden(
                under(policy(null, "shop.lines.city", null)), shop("orders").by("city"));
        assertForbidden(
                under(policy(null, "shop.products.product_name", null)),
                shop("orders").by("product"));
    }

    @Test
    void rowsAreNotPickedOrOrderedByWhatTheCallerSeesOnlyMasked() {
        // Given
        var masked = under(policy(null, null, Pii.MASK));

        // Then
        assertOpen(masked, shop("orders").by("city"));
        assertForbidden(masked, shop("orders").keep("city", "Delhi"));
        assertForbidden(masked, shop("orders").where("city", Operator.CONTAINS, "D"));
        assertForbidden(masked, shop("orders").by("city").order("city", Direction.ASC));
    }

    @Test
    void whoMaySeePersonalDataPicksByThem() {
        // Given
        var clear = under(policy(null, null, Pii.ALLOW));

        // Then
        assertOpen(clear, shop("orders").keep("city", "Delhi"));
        assertOpen(clear, shop("orders").by("city").order("city", Direction.ASC));
    }

    private static void assertForbidden(Registry registry, SampleFetch fetch) {
        assertThatThrownBy(() -> new FetchResolver(SHOP).resolve(registry, ANALYST, fetch.request()))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }

    private static void assertOpen(Registry registry, SampleFetch fetch) {
        assertThatCode(() -> new FetchResolver(SHOP).resolve(registry, ANALYST, fetch.request()))
                .doesNotThrowAnyException();
    }

    private static SampleFetch shop(String metrics) {
        return new SampleFetch("shop_db.lines", metrics);
    }

    private static PolicyDefinition policy(@Nullable String metric, @Nullable String column, @Nullable Pii pii) {
        return new PolicyDefinition(
                Role.ANALYST,
                new Allowance<>(
                        true,
                        List.of(),
                        metric == null ? List.of() : List.of(new io.asktrail.contracts.id.MetricId(metric))),
                new Allowance<>(true, List.of(), List.of()),
                column == null ? null : new Allowance<>(true, List.of(), List.of(new ColumnName(column))),
                pii,
                List.of());
    }

    /** The sample registry under one policy, with the city as an address. */
    private static Registry under(PolicyDefinition policy) {
        var sample = SampleRegistry.make(100);
        var lines = sample.table(SampleRegistry.LINES);
        var tables = new TreeMap<>(sample.tables());
        tables.put(
                lines.id(),
                new TableDefinition(
                        lines.id(),
                        lines.connection(),
                        lines.title(),
                        lines.grain(),
                        lines.dateColumn(),
                        lines.retentionDays(),
                        lines.columns().stream().map(PolicyTest::personalCity).toList(),
                        lines.foreignKeys(),
                        lines.rowFilters(),
                        lines.settling(),
                        lines.coveredBy()));
        return new Registry(
                "policed",
                sample.metrics(),
                sample.dimensions(),
                tables,
                sample.tools(),
                List.of(policy),
                sample.calendar());
    }

    private static ColumnDefinition personalCity(ColumnDefinition column) {
        return column.name().equals("city")
                ? new ColumnDefinition(column.name(), column.type(), null, ColumnDefinition.Pii.ADDRESS)
                : column;
    }
}
