package io.asktrail.planner;

import static io.asktrail.planner.Planned.above;
import static io.asktrail.planner.Planned.by;
import static io.asktrail.planner.Planned.descending;
import static io.asktrail.planner.Planned.filter;
import static io.asktrail.planner.Planned.keep;
import static io.asktrail.planner.Planned.lines;
import static io.asktrail.planner.Planned.metrics;
import static io.asktrail.planner.Planned.october;
import static io.asktrail.planner.Planned.outcomeOf;
import static io.asktrail.planner.Planned.refusalOf;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.Scope;
import io.asktrail.contracts.task.TaskSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is objected to before any source is looked for. */
class TaskChecksTest {
    static Stream<Arguments> unknownNames() {
        return Stream.of(
                arguments(ErrorCode.UNKNOWN_METRIC, task("spend profitability").build()),
                arguments(
                        ErrorCode.UNKNOWN_DIMENSION,
                        task("spend").groupBy(by("planet")).build()),
                arguments(
                        ErrorCode.UNKNOWN_DIMENSION,
                        task("spend").entities(keep("planet", "Mars")).build()),
                arguments(
                        ErrorCode.UNKNOWN_DIMENSION,
                        task("spend")
                                .filters(List.of(filter("planet", Operator.EQ, "Mars")))
                                .build()),
                arguments(
                        ErrorCode.UNKNOWN_METRIC,
                        task("spend")
                                .scopes(List.of(new Scope(metrics("profitability"), keep("channel", "SB"))))
                                .build()),
                arguments(
                        ErrorCode.UNKNOWN_DIMENSION,
                        task("spend")
                                .scopes(List.of(new Scope(metrics("spend"), keep("planet", "Mars"))))
                                .build()));
    }

    @ParameterizedTest
    @MethodSource("unknownNames")
    void anUnknownNameIsTheCallersMistakeWhereverItStands(ErrorCode code, TaskSpec task) {
        // Of a task that nobody plans, too
        for (var intent : List.of(Intent.ANALYTICS_QUERY, Intent.DATA_EXPORT)) {
            assertThatThrownBy(() -> outcomeOf(task.toBuilder().intent(intent).build()))
                    .isInstanceOfSatisfying(
                            SuiteException.class,
                            failure -> assertThat(failure.code()).isEqualTo(code));
        }
    }

    @ParameterizedTest
    @MethodSource("unknownNames")
    void anUnknownNameIsSaidBeforeAnythingElse(ErrorCode code, TaskSpec task) {
        // Given: a number that has no path at all
        var hopeless = task.toBuilder()
                .metrics(Stream.concat(metrics("ltv").stream(), task.metrics().stream())
                        .toList())
                .time(october(Grain.DAY))
                .build();

        // Then
        assertThatThrownBy(() -> outcomeOf(hopeless))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"RUNNING_TOTAL, A running total", "MOVING_AVERAGE, A moving average"})
    void whatRunsAlongTheDaysNeedsThem(Kind kind, String name) {
        // Given
        var along = new Calculation(kind, metrics("spend").getFirst(), 7, null, null);

        // When
        var refused = refusalOf(task("spend").calculations(List.of(along)).build());

        // Then
        assertThat(refused.reason()).isEqualTo(name + " runs along the days: ask for it by day, week or month.");
        assertThat(refused.nearest())
                .containsExactly(task("spend")
                        .calculations(List.of(along))
                        .time(october(Grain.DAY))
                        .build());
        assertThat(lines(task("spend")
                        .calculations(List.of(along))
                        .time(october(Grain.WEEK))
                        .build()))
                .last()
                .asString()
                .contains("calculate " + kind);
    }

    @Test
    void aRatioHasNoShareOfItself() {
        // Given
        var share = Calculation.of(Kind.SHARE_OF_TOTAL, metrics("acos").getFirst());
        var rank = Calculation.of(Kind.RANK, metrics("acos").getFirst());

        // When
        var refused = refusalOf(task("acos")
                .groupBy(by("campaign"))
                .calculations(List.of(rank, share))
                .build());

        // Then
        assertThat(refused.reason()).isEqualTo("ACOS cannot be added up, so it has no share of total.");
        assertThat(refused.nearest())
                .containsExactly(task("acos")
                        .groupBy(by("campaign"))
                        .calculations(List.of(rank))
                        .build());
    }

    @Test
    void rowsAreNotOrderedByWhatTheyAreNotGroupedBy() {
        // Given
        var byGeo = new Ordering(new FieldId("geo"), Direction.ASC);
        var task = task("spend").groupBy(by("campaign")).orderBy(List.of(descending("spend"), byGeo));

        // When
        var refused = refusalOf(task.build());

        // Then
        assertThat(refused.reason()).isEqualTo("The rows cannot be ordered by state: they are not grouped by it.");
        assertThat(refused.nearest())
                .containsExactly(task("spend").groupBy(by("campaign")).build());
        assertThat(lines(task.groupBy(by("campaign geo")).build()))
                .last()
                .asString()
                .endsWith("order spend DESC, geo ASC, campaign ASC");
    }

    @Test
    void aSeriesIsOrderedByItsDaysAndOnlyASeries() {
        // Given
        var byDate = List.of(new Ordering(FieldId.of(TaskSpec.DATE), Direction.DESC));

        // Then
        assertThat(refusalOf(task("spend")
                                .groupBy(by("campaign"))
                                .orderBy(byDate)
                                .build())
                        .reason())
                .isEqualTo("The rows cannot be ordered by date: they are not grouped by it.");
        assertThat(lines(task("spend").time(october(Grain.DAY)).orderBy(byDate).build()))
                .last()
                .asString()
                .endsWith("order date DESC");
    }

    @Test
    void aCalculationAlongTheDaysIsMadeOfTheFirstFewSeries() {
        // Given: it is of each group by itself
        var running = Calculation.of(Kind.RUNNING_TOTAL, metrics("spend").getFirst());

        // Then
        assertThat(lines(task("spend")
                        .groupBy(by("campaign"))
                        .time(october(Grain.DAY))
                        .calculations(List.of(running))
                        .limit(5)
                        .build()))
                .last()
                .asString()
                .contains("calculate RUNNING_TOTAL");
    }

    @Test
    void whatIsOfAllGroupsIsOfferedAsARankingOrAsAllSeries() {
        // Given
        var share = Calculation.of(Kind.SHARE_OF_TOTAL, metrics("spend").getFirst());
        var task = task("spend").groupBy(by("campaign")).calculations(List.of(share));

        // When
        var refused = refusalOf(task.time(october(Grain.DAY)).limit(5).build());

        // Then
        assertThat(refused.reason())
                .isEqualTo("A share of total is of all groups, and only the first 5 are shown as series: ask for the"
                        + " ranking, or for the series of all.");
        assertThat(refused.nearest())
                .containsExactly(
                        task.time(october(null)).limit(5).build(),
                        task.time(october(Grain.DAY)).limit(null).build());
    }

    @Test
    void helpNeedsNoPlan() {
        // When
        var refused = refusalOf(task("spend").intent(Intent.META_HELP).build());

        // Then
        assertThat(refused.code()).isEqualTo(ErrorCode.NOT_SUPPORTED_YET);
        assertThat(refused.nearest()).isEmpty();
    }

    @Test
    void aComparisonThatIsAskedForIsKeptWhereAReasonIsAskedForToo() {
        // Given
        var task = task("spend").compare(Planned.september()).filters(List.of(above("spend", "1")));

        // Then
        assertThat(refusalOf(task.intent(Intent.DIAGNOSTICS).build()).nearest())
                .containsExactly(task.intent(Intent.ANALYTICS_QUERY).build());
    }
}
