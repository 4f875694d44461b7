package io.asktrail.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.policy.PolicyDefinition.Allowance;
import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.ColumnName;
import io.asktrail.registry.schema.TableId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExportRightsTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final TableId LINES = new TableId("sales.order_lines");
    private static final TableId CAMPAIGNS = new TableId("ads.campaign_daily");

    @Test
    void opensOfTheDemoWhatItsPoliciesSay() {
        assertThat(demo(Role.VIEWER).opensRowsOf(LINES)).isFalse();
        assertThat(demo(Role.VIEWER).needsConsentToExport()).isTrue();
        assertThat(demo(Role.VIEWER).mayConsentTo(Consent.DATA_EXPORT)).isFalse();
        assertThat(demo(Role.ANALYST).opensRowsOf(LINES)).isTrue();
        assertThat(demo(Role.ANALYST).opensRowsOf(CAMPAIGNS)).isFalse();
        assertThat(demo(Role.ANALYST).needsConsentToRowsOf(LINES)).isTrue();
        assertThat(demo(Role.ANALYST).needsConsentToExport()).isFalse();
        assertThat(demo(Role.ANALYST).mayConsentTo(Consent.RAW_ROWS)).isFalse();
        assertThat(demo(Role.MANAGER).mayConsentTo(Consent.RAW_ROWS)).isTrue();
        assertThat(demo(Role.MANAGER).mayConsentTo(Consent.DATA_EXPORT)).isTrue();
        assertThat(demo(Role.ADMIN).needsConsentToRowsOf(LINES)).isTrue();
    }

    @Test
    void givesNothingToWhoeverHasNoRole() {
        // When
        var nobody = ExportRights.of(caller(List.of()), DEMO);

        // Then: where no role goes without consent, consent is needed
        assertThat(nobody.opensRowsOf(LINES)).isFalse();
        assertThat(nobody.needsConsentToExport()).isTrue();
        assertThat(nobody.mayConsentTo(Consent.DATA_EXPORT)).isFalse();
    }

    @Test
    void letsTheFreerOfTwoRolesDecide() {
        // Given
        var free = policy(Role.MANAGER, List.of(), List.of(), null, LINES);
        var bound = policy(Role.ANALYST, List.of(Consent.RAW_ROWS, Consent.DATA_EXPORT), List.of(), null, LINES);

        // When
        var both = ExportRights.of(caller(List.of(Role.ANALYST, Role.MANAGER)), under(free, bound));
        var one = ExportRights.of(caller(List.of(Role.ANALYST)), under(free, bound));

        // Then
        assertThat(both.needsConsentToRowsOf(LINES)).isFalse();
        assertThat(both.needsConsentToExport()).isFalse();
        assertThat(one.needsConsentToRowsOf(LINES)).isTrue();
        assertThat(one.needsConsentToExport()).isTrue();
    }

    @Test
    void showsEveryColumnToWhomNothingIsClosed() {
        assertThat(columns(policy(Role.ANALYST, List.of(), List.of(), null, LINES)))
                .containsExactlyElementsOf(DEMO.table(LINES).columns().stream()
                        .map(ColumnDefinition::name)
                        .toList());
    }

    @Test
    void closesAColumnWithTheMetricThatShowsIt() {
        assertThat(columns(policy(Role.ANALYST, List.of(), List.of("cogs"), null, LINES)))
                .contains("amount", "quantity")
                .doesNotContain("cogs");
        // Refunds are closed, and no other metric shows that column
        assertThat(columns(policy(Role.ANALYST, List.of(), List.of("refunds", "refunds_to_date"), null, LINES)))
                .contains("amount")
                .doesNotContain("refund_amount");
        // Net sales are closed, but gross sales show the amount to everybody
        assertThat(columns(policy(Role.ANALYST, List.of(), List.of("net_sales"), null, LINES)))
                .contains("amount");
    }

    @Test
    void closesAColumnThatThePolicyCloses() {
        assertThat(columns(policy(Role.ANALYST, List.of(), List.of(), "sales.order_lines.city", LINES)))
                .doesNotContain("city");
    }

    @Test
    void closesAColumnWithTheDimensionThatShowsIt() {
        // Given
        var noCity = new PolicyDefinition(
                Role.ANALYST,
                all(),
                new Allowance<>(true, List.of(), List.of(new DimensionId("city"))),
                null,
                null,
                null,
                null,
                List.of(LINES));

        // When / Then
        assertThat(columns(noCity)).contains("geo").doesNotContain("city");
    }

    @Test
    void hasAnotherFingerprintForOtherRights() {
        // Given
        var some = policy(Role.ANALYST, List.of(), List.of(), null, LINES);
        var same = policy(Role.ANALYST, List.of(), List.of(), null, LINES);

        // When / Then
        assertThat(fingerprint(some)).isEqualTo(fingerprint(same));
        assertThat(List.of(
                        fingerprint(some),
                        fingerprint(policy(Role.ANALYST, List.of(), List.of("cogs"), null, LINES)),
                        fingerprint(policy(Role.ANALYST, List.of(), List.of(), "sales.order_lines.customer_id", LINES)),
                        fingerprint(policy(Role.ANALYST, List.of(Consent.RAW_ROWS), List.of(), null, LINES)),
                        fingerprint(policy(Role.ANALYST, List.of(), List.of(), null))))
                .doesNotHaveDuplicates();
    }

    private static List<String> columns(PolicyDefinition policy) {
        var registry = under(policy);
        return ExportRights.of(caller(List.of(policy.role())), registry).columnsOf(registry.table(LINES)).stream()
                .map(ColumnDefinition::name)
                .toList();
    }

    private static String fingerprint(PolicyDefinition policy) {
        return ExportRights.of(caller(List.of(policy.role())), under(policy)).fingerprint();
    }

    private static ExportRights demo(Role role) {
        return ExportRights.of(caller(List.of(role)), DEMO);
    }

    private static Registry under(PolicyDefinition... policies) {
        return new Registry(
                "test",
                DEMO.metrics(),
                DEMO.dimensions(),
                DEMO.tables(),
                DEMO.tools(),
                Arrays.asList(policies),
                DEMO.calendar());
    }

    private static PolicyDefinition policy(
            Role role,
            List<Consent> approvals,
            List<String> closedMetrics,
            @Nullable String closedColumn,
            TableId... raw) {
        return new PolicyDefinition(
                role,
                new Allowance<>(
                        true,
                        List.of(),
                        closedMetrics.stream().map(MetricId::new).toList()),
                all(),
                closedColumn == null ? null : new Allowance<>(true, List.of(), List.of(new ColumnName(closedColumn))),
                null,
                approvals,
                List.of(),
                Arrays.asList(raw));
    }

    private static <T> Allowance<T> all() {
        return new Allowance<>(true, List.of(), List.of());
    }

    private static Caller caller(List<Role> roles) {
        return new Caller("someone", roles, List.of("*"), List.of(), List.of());
    }
}
