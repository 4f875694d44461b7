package io.asktrail.planner;

import static io.asktrail.planner.Planned.by;
import static io.asktrail.planner.Planned.keep;
import static io.asktrail.planner.Planned.metrics;
import static io.asktrail.planner.Planned.october;
import static io.asktrail.planner.Planned.outcomeOf;
import static io.asktrail.planner.Planned.refusalOf;
import static io.asktrail.planner.Planned.september;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Intent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {
    @Test
    void byStateIsOfferedWhereNothingIsKnownByCity() {
        // When
        var refused = refusalOf(task("roas").groupBy(by("city")).build());

        // Then
        assertThat(refused.code()).isEqualTo(ErrorCode.NO_PATH);
        assertThat(refused.reason()).isEqualTo("No source has ROAS by city.");
        assertThat(refused.nearest())
                .first()
                .isEqualTo(task("roas").groupBy(by("geo")).build());
    }

    @Test
    void theSameIsOfferedWithTheReasonInHindi() {
        // Given
        var task = task("roas").groupBy(by("city")).build();

        // When
        var refused =
                (PlanOutcome.Refused) new RulePlanner(() -> Planned.DEMO).plan(task, Planned.DEMO, Language.HINDI);

        // Then
        assertThat(refused.reason()).isEqualTo("आरओएएस: किसी स्रोत में शहर के अनुसार आँकड़े नहीं हैं।");
        assertThat(refused.nearest()).isEqualTo(refusalOf(task).nearest());
    }

    @Test
    void theOtherNumbersAreOfferedWhereOneIsMissing() {
        var refused = refusalOf(task("net_sales budget").groupBy(by("product")).build());

        assertThat(refused.nearest())
                .contains(task("net_sales").groupBy(by("product")).build());
    }

    @Test
    void everySuggestionCanBePlanned() {
        var refused = refusalOf(task("budget customers")
                .groupBy(by("product city"))
                .entities(keep("keyword", "kurta"))
                .build());

        assertThat(refused.nearest())
                .allSatisfy(task -> assertThat(outcomeOf(task)).isInstanceOf(PlanOutcome.Planned.class));
    }

    @Test
    void aChangeIsShownWhereItsReasonIsAskedFor() {
        // Given
        var task = task("roas").intent(Intent.DIAGNOSTICS).build();

        // When
        var refused = refusalOf(task);

        // Then
        assertThat(refused.code()).isEqualTo(ErrorCode.NOT_SUPPORTED_YET);
        assertThat(refused.nearest())
                .containsExactly(task("roas").compare(september()).build());
    }

    @Test
    void overlappingPartsHaveNoRunningTotal() {
        // Given
        var running = Calculation.of(Kind.RUNNING_TOTAL, metrics("customers").getFirst());

        // When
        var refused = refusalOf(task("customers")
                .time(october(Grain.DAY))
                .calculations(List.of(running))
                .build());

        // Then
        assertThat(refused.reason()).contains("cannot be added up");
    }

    @Test
    void aLifetimeValueHasNoSeries() {
        assertThat(refusalOf(task("ltv").time(october(Grain.DAY)).build()).code())
                .isEqualTo(ErrorCode.NO_PATH);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"SHARE_OF_TOTAL", "RANK", "COUNT"})
    void whatIsOfAllGroupsIsNotWorkedOutOfTheFirstFewSeries(Kind kind) {
        // Given
        var task = task("spend")
                .groupBy(by("campaign"))
                .time(october(Grain.DAY))
                .calculations(List.of(new Calculation(
                        kind, metrics("spend").getFirst(), null, by("campaign").getFirst(), null)))
                .limit(5)
                .build();

        // When
        var refusal = refusalOf(task);

        // Then
        assertThat(refusal.reason()).contains("is of all groups, and only the first 5");
        assertThat(refusal.nearest()).hasSize(2);
    }

    @Test
    void anUnknownMetricIsTheCallersMistake() {
        assertThatThrownBy(() -> outcomeOf(task("profitability").build()))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.UNKNOWN_METRIC));
    }
}
