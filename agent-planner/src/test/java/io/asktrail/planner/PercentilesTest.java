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

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PercentilesTest {
    @Test
    void eachPeriodIsReadByItself() {
        // When
        var fetches = fetches(task("median_order_value")
                .groupBy(by("geo"))
                .compare(september())
                .build());

        // Then
        assertThat(fetches).hasSize(2).allSatisfy(fetch -> {
            assertThat(fetch.metrics()).isEqualTo(metrics("median_order_value"));
            assertThat(fetch.groupBy()).isEqualTo(by("geo"));
        });
        assertThat(fetches.getFirst().dateRange())
                .isNotEqualTo(fetches.getLast().dateRange());
    }

    @Test
    void otherNumbersAreReadBesideIt() {
        // When
        var fetches = fetches(task("median_order_value p90_order_value aov")
                .groupBy(by("geo"))
                .build());

        // Then: both percentiles at once, the sums and counts of AOV by themselves
        assertThat(fetches).hasSize(2);
        assertThat(fetches)
                .extracting(StepInputs.Fetch::metrics)
                .contains(metrics("median_order_value p90_order_value"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SHARE_OF_TOTAL", "RUNNING_TOTAL", "MOVING_AVERAGE", "PER_DAY", "FORECAST"})
    void nothingIsAddedUp(Kind kind) {
        // Given
        var task = task("median_order_value")
                .time(october(Grain.DAY))
                .calculations(List.of(
                        Calculation.of(kind, metrics("median_order_value").getFirst())))
                .build();

        // Then
        assertThat(outcomeOf(task)).isNotInstanceOf(PlanOutcome.Planned.class);
    }

    @Test
    void theOthersOfARankingHaveNoRowTogether() {
        // Given
        var ranking = task("median_order_value").groupBy(by("geo")).limit(3);
        var others = Calculation.of(Kind.OTHERS, metrics("median_order_value").getFirst());

        // When
        var refused = refusalOf(ranking.calculations(List.of(others)).build());

        // Then
        assertThat(refused.reason())
                .isEqualTo("Median order value of the others is not made of theirs, so they have no row together.");
        assertThat(refused.nearest())
                .containsExactly(ranking.calculations(List.of()).build());
    }

    @Test
    void isRefusedWhereNoSourceHasIt() {
        // When
        var byKeyword =
                refusalOf(task("median_order_value").groupBy(by("keyword")).build());
        var ofKeyword = refusalOf(
                task("median_order_value").entities(keep("keyword", "kurta")).build());

        // Then
        assertThat(byKeyword.code()).isEqualTo(ErrorCode.NO_PATH);
        assertThat(byKeyword.reason()).isEqualTo("No source has median order value by keyword.");
        assertThat(ofKeyword.code()).isEqualTo(ErrorCode.NO_PATH);
    }

    private static List<StepInputs.Fetch> fetches(TaskSpec task) {
        return Planned.planOf(task).plan().steps().stream()
                .map(step -> step.inputs())
                .filter(StepInputs.Fetch.class::isInstance)
                .map(StepInputs.Fetch.class::cast)
                .toList();
    }
}
