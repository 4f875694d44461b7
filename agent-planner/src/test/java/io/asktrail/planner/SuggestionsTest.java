package io.asktrail.planner;

import static io.asktrail.planner.Planned.above;
import static io.asktrail.planner.Planned.by;
import static io.asktrail.planner.Planned.descending;
import static io.asktrail.planner.Planned.filter;
import static io.asktrail.planner.Planned.keep;
import static io.asktrail.planner.Planned.metrics;
import static io.asktrail.planner.Planned.october;
import static io.asktrail.planner.Planned.refusalOf;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where there is no path: what stands in the way, and the nearest questions that have one. */
class SuggestionsTest {
    @Test
    void aGroupingThatNothingHasIsLiftedToItsParentThenLeftOut() {
        // When
        var refused = refusalOf(task("spend")
                .groupBy(by("city channel"))
                .orderBy(List.of(descending("spend")))
                .limit(5)
                .build());

        // Then
        assertThat(refused.reason()).isEqualTo("No source has ad spend by city.");
        assertThat(refused.nearest())
                .containsExactly(
                        task("spend")
                                .groupBy(by("geo channel"))
                                .orderBy(List.of(descending("spend")))
                                .limit(5)
                                .build(),
                        task("spend")
                                .groupBy(by("channel"))
                                .orderBy(List.of(descending("spend")))
                                .limit(5)
                                .build());
    }

    @Test
    void aParentThatIsGroupedByAlreadyIsNotNamedTwice() {
        assertThat(refusalOf(task("spend").groupBy(by("geo city")).build()).nearest())
                .containsExactly(task("spend").groupBy(by("geo")).build());
    }

    @Test
    void whatOneRowIsOrderedByAndCutToAsksForNothing() {
        // When
        var refused = refusalOf(task("spend")
                .groupBy(by("customer_type"))
                .orderBy(List.of(descending("spend")))
                .limit(5)
                .build());

        // Then
        assertThat(refused.nearest()).containsExactly(task("spend").build());
    }

    @Test
    void anOrderByAGroupThatIsGoneGoesWithIt() {
        // When
        var refused = refusalOf(task("spend")
                .groupBy(by("customer_type channel"))
                .orderBy(List.of(new Ordering(new FieldId("customer_type"), Direction.ASC), descending("spend")))
                .build());

        // Then
        assertThat(refused.nearest())
                .containsExactly(task("spend")
                        .groupBy(by("channel"))
                        .orderBy(List.of(descending("spend")))
                        .build());
    }

    @Test
    void aSeriesKeepsItsOrderAlongTheDays() {
        // Given
        var byDate = List.of(new Ordering(new FieldId("date"), Direction.DESC));

        // When
        var refused = refusalOf(task("spend")
                .groupBy(by("customer_type"))
                .time(october(Grain.DAY))
                .orderBy(byDate)
                .build());

        // Then
        assertThat(refused.nearest())
                .containsExactly(
                        task("spend").time(october(Grain.DAY)).orderBy(byDate).build());
    }

    @Test
    void aNumberThatStandsInTheWayGoesWithEverythingThatNamesIt() {
        // Given
        var share = Calculation.of(Kind.SHARE_OF_TOTAL, metrics("net_sales").getFirst());
        var task = task("net_sales orders spend")
                .groupBy(by("customer_type"))
                .filters(List.of(above("spend", "5"), above("orders", "3"), filter("city", Operator.NE, "Pune")))
                .orderBy(List.of(descending("spend"), descending("orders")))
                .calculations(List.of(
                        share, Calculation.of(Kind.RANK, metrics("spend").getFirst())))
                .scopes(List.of(
                        new Scope(metrics("spend"), keep("channel", "SB")),
                        new Scope(metrics("spend orders"), keep("geo", "Delhi"))))
                .build();

        // When
        var refused = refusalOf(task);

        // Then
        assertThat(refused.nearest())
                .first()
                .isEqualTo(task("net_sales orders")
                        .groupBy(by("customer_type"))
                        .filters(List.of(above("orders", "3"), filter("city", Operator.NE, "Pune")))
                        .orderBy(List.of(descending("orders")))
                        .calculations(List.of(share))
                        .scopes(List.of(new Scope(metrics("orders"), keep("geo", "Delhi"))))
                        .build());
    }

    @Test
    void aConditionThatNothingHonoursIsLeftOutWhereverItStands() {
        // Given
        var city = keep("city", "Pune").with(by("geo").getFirst(), List.of("Maharashtra"));
        var task = task("spend clicks")
                .entities(city)
                .filters(List.of(filter("channel", Operator.NE, "SD"), above("clicks", "1")))
                .groupBy(by("campaign"))
                .build();

        // When
        var refused = refusalOf(task);

        // Then
        assertThat(refused.reason()).isEqualTo("No source can narrow any of these numbers to chosen values of city.");
        assertThat(refused.nearest())
                .contains(task.toBuilder().entities(keep("geo", "Maharashtra")).build());
        assertThat(refusalOf(task("spend")
                                .filters(List.of(filter("city", Operator.NE, "Pune"), above("spend", "1")))
                                .build())
                        .nearest())
                .containsExactly(
                        task("spend").filters(List.of(above("spend", "1"))).build());
    }

    @Test
    void oneNumberThatCannotBeNarrowedIsNamed() {
        assertThat(refusalOf(task("spend").entities(keep("city", "Pune")).build())
                        .reason())
                .isEqualTo("No source can narrow ad spend to chosen values of city.");
    }

    @Test
    void aScopeThatNothingHonoursIsLeftOutAndTheOthersStay() {
        // Given
        var channel = new Scope(metrics("spend"), keep("channel", "SB"));
        var task = task("net_sales spend")
                .scopes(List.of(
                        new Scope(metrics("spend"), keep("customer_type", "New")),
                        new Scope(metrics("spend"), keep("channel", "SB"))))
                .build();

        // When
        var refused = refusalOf(task);

        // Then
        assertThat(refused.reason()).isEqualTo("No source can narrow ad spend to chosen values of customer type.");
        assertThat(refused.nearest())
                .containsExactly(
                        task("net_sales").build(),
                        task("net_sales spend").scopes(List.of(channel)).build());
    }

    @Test
    void aCountOfWhatNothingKnowsIsLeftOut() {
        // Given
        var cities = new Calculation(Kind.COUNT, null, null, by("city").getFirst(), null);
        var campaigns = new Calculation(Kind.COUNT, null, null, by("campaign").getFirst(), null);

        // When
        var refused =
                refusalOf(task("spend").calculations(List.of(cities, campaigns)).build());

        // Then
        assertThat(refused.nearest())
                .containsExactly(task("spend").calculations(List.of(campaigns)).build());
    }

    @Test
    void twoGroupingsThatNoSourceHasTogetherAreBothNamed() {
        // When
        var refused = refusalOf(task("spend").groupBy(by("placement keyword")).build());

        // Then
        assertThat(refused.reason()).isEqualTo("No source has ad spend by keyword and placement.");
        assertThat(refused.nearest()).containsExactly(task("spend").build());
    }
}
