package io.asktrail.guardrails.plan;

import static io.asktrail.guardrails.plan.Door.above;
import static io.asktrail.guardrails.plan.Door.calc;
import static io.asktrail.guardrails.plan.Door.campaigns;
import static io.asktrail.guardrails.plan.Door.compare;
import static io.asktrail.guardrails.plan.Door.descending;
import static io.asktrail.guardrails.plan.Door.fetch;
import static io.asktrail.guardrails.plan.Door.objections;
import static io.asktrail.guardrails.plan.Door.october;
import static io.asktrail.guardrails.plan.Door.order;
import static io.asktrail.guardrails.plan.Door.plan;
import static io.asktrail.guardrails.plan.Door.september;
import static io.asktrail.guardrails.plan.Door.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class NothingDroppedTest {
    private static final MetricId SPEND = new MetricId("spend");
    private static final String BY_CAMPAIGN = campaigns("ads1", "spend clicks", "campaign");

    private static String left(String what) {
        return "plan.nothing_dropped: The plan leaves out %s, which was asked for.".formatted(what);
    }

    @Test
    void everyNumberThatIsAskedForIsShown() {
        // Given
        var task = task("spend clicks", "campaign").build();

        // Then
        assertThat(objections(plan(BY_CAMPAIGN, calc("calc1", "ads1", "spend clicks")), task))
                .isEmpty();
        assertThat(objections(plan(BY_CAMPAIGN, calc("calc1", "ads1", "spend")), task))
                .containsExactly(left("clicks"));
    }

    @Test
    void everyGroupingThatIsAskedForIsThere() {
        // Given
        var task = task("spend", "campaign channel").build();

        // Then
        assertThat(objections(
                        plan(campaigns("ads1", "spend", "campaign channel"), calc("calc1", "ads1", "spend")), task))
                .isEmpty();
        assertThat(objections(plan(BY_CAMPAIGN, calc("calc1", "ads1", "spend")), task))
                .containsExactly(left("the grouping by channel"));
    }

    @Test
    void aSeriesHasItsDates() {
        // Given
        var task = task("spend", "campaign").time(october(Grain.DAY)).build();

        // Then
        assertThat(objections(plan(BY_CAMPAIGN, calc("calc1", "ads1", "spend")), task))
                .contains(left("the grouping by date"));
        assertThat(objections(
                        plan(
                                campaigns("ads1", "spend", "date campaign", "'grain':'day'"),
                                calc("calc1", "ads1", "spend")),
                        task))
                .isEmpty();
    }

    @Test
    void aConditionOnANumberStandsWhereTheNumberIs() {
        // Given
        var task = task("clicks", "campaign")
                .filters(List.of(above("spend", "100")))
                .build();

        // Then
        assertThat(objections(
                        plan(
                                BY_CAMPAIGN,
                                calc("calc1", "ads1", "clicks", "'filters':[{'field':'spend','op':'>','value':100}]")),
                        task))
                .isEmpty();
        assertThat(objections(plan(BY_CAMPAIGN, calc("calc1", "ads1", "clicks")), task))
                .containsExactly(left("the condition on spend"));
    }

    @Test
    void aSourceMayHoldItsGroupsAgainstTheConditionItself() {
        // Given
        var task = task("spend", "campaign")
                .filters(List.of(above("spend", "100")))
                .build();

        // Then
        assertThat(objections(
                        plan(campaigns(
                                "ads1", "spend", "campaign", "'filters':[{'field':'spend','op':'>','value':100}]")),
                        task))
                .isEmpty();
    }

    @Test
    void anOrderIsKeptBesideACalculation() {
        // Given
        var task = task("spend", "campaign")
                .calculations(List.of(Calculation.of(Kind.SHARE_OF_TOTAL, SPEND)))
                .orderBy(List.of(descending("spend")))
                .build();

        // Then
        assertThat(objections(
                        plan(
                                BY_CAMPAIGN,
                                calc(
                                        "calc1",
                                        "ads1",
                                        "spend",
                                        "'calculations':[{'kind':'share_of_total','metric':'spend'}]")),
                        task))
                .containsExactly(left("the order"));
    }

    @Test
    void everyCalculationIsMade() {
        // Given
        var task = task("spend", "campaign")
                .calculations(List.of(Calculation.of(Kind.SHARE_OF_TOTAL, SPEND)))
                .build();

        // Then
        assertThat(objections(
                        plan(
                                BY_CAMPAIGN,
                                calc(
                                        "calc1",
                                        "ads1",
                                        "spend",
                                        "'calculations':[{'kind':'share_of_total','metric':'spend'}]")),
                        task))
                .isEmpty();
        assertThat(objections(
                        plan(
                                BY_CAMPAIGN,
                                calc("calc1", "ads1", "spend", "'calculations':[{'kind':'rank','metric':'spend'}]")),
                        task))
                .containsExactly(left("share_of_total"));
    }

    @Test
    void rowsComeInTheOrderAskedForAndNoMoreThanThat() {
        // Given: ties may be broken by more
        var task = task("spend", "campaign")
                .orderBy(List.of(descending("spend")))
                .limit(3)
                .build();
        var rows = order("spend", "campaign") + ",'limit':3";

        // Then
        assertThat(objections(plan(BY_CAMPAIGN, calc("calc1", "ads1", "spend", rows)), task))
                .isEmpty();
        assertThat(objections(plan(BY_CAMPAIGN, calc("calc1", "ads1", "spend", order("spend"))), task))
                .containsExactly(left("the limit"));
        assertThat(objections(plan(BY_CAMPAIGN, calc("calc1", "ads1", "spend", "'limit':3")), task))
                .containsExactly(left("the order"));
        assertThat(objections(
                        plan(BY_CAMPAIGN, calc("calc1", "ads1", "spend", order("campaign", "spend"), "'limit':3")),
                        task))
                .containsExactly(left("the order"));
    }

    @Test
    void aFetchOrAComparisonMayEndThePlan() {
        // Given
        var task =
                task("spend", "campaign").orderBy(List.of(descending("spend"))).limit(3);
        var rows = order("spend") + ",'limit':3";
        var before = fetch("ads2", "amazon_ads_api.get_campaign_metrics", Door.SEPTEMBER, "spend", "campaign");

        // Then
        assertThat(objections(plan(campaigns("ads1", "spend", "campaign", rows)), task.build()))
                .isEmpty();
        assertThat(objections(plan(campaigns("ads1", "spend", "campaign", "'limit':3")), task.build()))
                .containsExactly(left("the order"));
        assertThat(objections(
                        plan(BY_CAMPAIGN, before, compare("compare1", "ads1", "ads2", "campaign", "spend", rows)),
                        task.compare(september()).build()))
                .isEmpty();
        assertThat(objections(
                        plan(
                                BY_CAMPAIGN,
                                before,
                                compare("compare1", "ads1", "ads2", "campaign", "spend", order("spend"))),
                        task.compare(september()).build()))
                .containsExactly(left("the limit"));
    }

    @Test
    void countedGroupsHaveNoOrder() {
        // Given
        TaskSpec task = task("spend", "")
                .calculations(List.of(new Calculation(Kind.COUNT, null, null, new DimensionId("campaign"), null)))
                .orderBy(List.of(descending("spend")))
                .build();
        var counted = "'calculations':[{'kind':'count','of':'campaign'}]";

        // Then
        assertThat(objections(plan(BY_CAMPAIGN, calc("calc1", "ads1", "spend", counted)), task))
                .isEmpty();
    }

    @Test
    void daysAreCountedThoughNoneIsShown() {
        // Given
        var days = campaigns("ads1", "spend", "date", "'grain':'day'");
        var counted = "'calculations':[{'kind':'count','of':'date'}]";
        var task = task("spend", "")
                .calculations(List.of(new Calculation(Kind.COUNT, null, null, TaskSpec.DATE, null)))
                .build();

        // Then
        assertThat(objections(plan(days, calc("calc1", "ads1", "spend", counted)), task))
                .isEmpty();
        assertThat(objections(plan(days.replace("\"day\"", "\"week\""), calc("calc1", "ads1", "spend", counted)), task))
                .containsExactly("plan.grain: The plan gives points by week, asked for were points by day.");
    }
}
