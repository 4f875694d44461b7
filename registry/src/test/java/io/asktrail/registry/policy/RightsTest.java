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
import io.asktrail.registry.policy.PolicyDefinition.Pii;
import io.asktrail.registry.schema.ColumnName;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RightsTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));

    @Test
    void whatIsWorkedOutFromAClosedMetricIsClosedDownToRatiosOfRatios() {
        // When
        var access = access(List.of(Role.VIEWER), metrics(Role.VIEWER, "refunds"));

        // Then: net_sales = gross_sales - refunds, and tacos, aov … divide by it
        assertThat(access.metrics())
                .doesNotContain(
                        metric("refunds"),
                        metric("net_sales"),
                        metric("refund_rate"),
                        metric("aov"),
                        metric("asp"),
                        metric("tacos"),
                        metric("ad_sales_share"),
                        metric("blended_roas"),
                        metric("gross_profit"),
                        metric("contribution"),
                        metric("revenue"),
                        metric("roas"))
                .contains(metric("gross_sales"), metric("spend"), metric("acos"), metric("orders"));
    }

    @Test
    void aClosedColumnClosesMetricsAndDimensionsThatReadIt() {
        // When
        var access =
                access(List.of(Role.VIEWER), columns(Role.VIEWER, "sales.order_lines.cogs", "sales.order_lines.city"));

        // Then
        assertThat(access.metrics())
                .doesNotContain(metric("cogs"), metric("gross_profit"), metric("contribution"))
                .contains(metric("net_sales"));
        assertThat(access.dimensions()).doesNotContain(new DimensionId("city")).contains(new DimensionId("geo"));
    }

    @Test
    void severalRolesSeeWhatAnyOfThemMay() {
        // When
        var access = access(
                List.of(Role.VIEWER, Role.ANALYST), metrics(Role.VIEWER, "refunds"), metrics(Role.ANALYST, "spend"));

        // Then
        assertThat(access.metrics()).isEqualTo(DEMO.metrics().keySet());
    }

    @Test
    void aRoleWithoutAPolicyGivesNothing() {
        // When
        var access = access(List.of(Role.MANAGER), metrics(Role.VIEWER, "refunds"));

        // Then
        assertThat(access.metrics()).isEmpty();
        assertThat(access.dimensions()).isEmpty();
        assertThat(access.personalData()).isFalse();
    }

    @Test
    void personalDataAreMaskedUnlessAPolicyAllowsThem() {
        assertThat(access(List.of(Role.VIEWER), metrics(Role.VIEWER)).personalData())
                .isFalse();
        assertThat(access(List.of(Role.VIEWER), pii(Role.VIEWER, Pii.ALLOW)).personalData())
                .isTrue();
        assertThat(access(List.of(Role.VIEWER), pii(Role.ADMIN, Pii.ALLOW)).personalData())
                .isFalse();
    }

    @Test
    void rightsToPersonalDataAreTheBundledAdministratorsAlone() {
        for (var role : Role.values()) {
            assertThat(DEMO.accessOf(caller(List.of(role))).personalData()).isEqualTo(role == Role.ADMIN);
        }
    }

    @Test
    void answersAreNotSharedBetweenThoseWhoMayAndThoseWhoMayNotSeePersonalData() {
        assertThat(access(List.of(Role.VIEWER), pii(Role.VIEWER, Pii.ALLOW)).fingerprint())
                .isNotEqualTo(
                        access(List.of(Role.VIEWER), pii(Role.VIEWER, Pii.MASK)).fingerprint());
    }

    @Test
    void answersAreNotSharedBetweenTwoRegionsAndOneWhoseNameReadsLikeBoth() {
        assertThat(regions("Delhi, Goa").fingerprint())
                .isNotEqualTo(regions("Delhi", "Goa").fingerprint());
        assertThat(regions("Delhi").fingerprint())
                .isNotEqualTo(regions("Kerala").fingerprint());
        assertThat(regions("*").fingerprint()).isNotEqualTo(regions().fingerprint());
        assertThat(regions("Goa", "Delhi").fingerprint())
                .isEqualTo(regions("Delhi", "Goa").fingerprint());
    }

    private static Access regions(String... regions) {
        return DEMO.accessOf(new Caller("someone", List.of(Role.ANALYST), List.of(regions), List.of(), List.of()));
    }

    private static Access access(List<Role> roles, PolicyDefinition... policies) {
        return Rights.of(caller(roles), Arrays.asList(policies), DEMO.metrics(), DEMO.dimensions(), DEMO.tables());
    }

    private static Caller caller(List<Role> roles) {
        return new Caller("someone", roles, List.of("*"), List.of(), List.of());
    }

    private static PolicyDefinition metrics(Role role, String... denied) {
        return new PolicyDefinition(
                role,
                new Allowance<>(
                        true,
                        List.of(),
                        Arrays.stream(denied).map(MetricId::new).toList()),
                new Allowance<>(true, List.of(), List.of()),
                List.of());
    }

    private static PolicyDefinition columns(Role role, String... denied) {
        return new PolicyDefinition(
                role,
                new Allowance<>(true, List.of(), List.of()),
                new Allowance<>(true, List.of(), List.of()),
                new Allowance<>(
                        true,
                        List.of(),
                        Arrays.stream(denied).map(ColumnName::new).toList()),
                null,
                List.of());
    }

    private static PolicyDefinition pii(Role role, Pii pii) {
        return new PolicyDefinition(
                role,
                new Allowance<>(true, List.of(), List.of()),
                new Allowance<>(true, List.of(), List.of()),
                null,
                pii,
                List.of());
    }

    private static MetricId metric(String id) {
        return new MetricId(id);
    }
}
