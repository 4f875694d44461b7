package io.asktrail.guardrails.plan;

import static io.asktrail.guardrails.plan.Door.above;
import static io.asktrail.guardrails.plan.Door.calc;
import static io.asktrail.guardrails.plan.Door.campaigns;
import static io.asktrail.guardrails.plan.Door.compare;
import static io.asktrail.guardrails.plan.Door.descending;
import static io.asktrail.guardrails.plan.Door.fetch;
import static io.asktrail.guardrails.plan.Door.join;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups are taken away last, and what is of all groups is worked out while all of them are there. */
class CutLastTest {
    private static final String SPEND = campaigns("ads1", "spend", "campaign");
    private static final String CLICKS = campaigns("ads2", "clicks", "campaign");
    private static final String TOP = order("spend") + ",'limit':3";
    private static final String ABOVE = "'filters':[{'field':'spend','op':'>','value':100}]";
    private static final String SHARE = "'calculations':[{'kind':'share_of_total','metric':'spend'}]";

    private static final String NEEDED = "plan.cut_last: Step %s takes groups away that later steps need.";
    private static final String OF_A_PART =
            "plan.cut_last: Step calc1 works something out of a part that is asked for of everything.";

    private static TaskSpec.Builder topThree(String metrics) {
        return task(metrics, "campaign").orderBy(List.of(descending("spend"))).limit(3);
    }

    private static TaskSpec.Builder calculated(Kind kind) {
        return task("spend", "campaign").calculations(List.of(Calculation.of(kind, new MetricId("spend"))));
    }

    @Test
    void aSourceMayCutWhatItsOnlyUserCutsAgain() {
        // Given
        var cut = campaigns("ads1", "spend", "campaign", TOP);
        var task = topThree("spend").build();

        // Then
        assertThat(objections(plan(cut, calc("calc1", "ads1", "spend", TOP)), task))
                .isEmpty();
        assertThat(objections(plan(cut, calc("calc1", "ads1", "spend", order("spend"), "'limit':2")), task))
                .contains(NEEDED.formatted("ads1"));
        assertThat(objections(plan(cut, calc("calc1", "ads1", "spend", TOP, ABOVE)), task))
                .contains(NEEDED.formatted("ads1"));
    }

    @Test
    void whatIsJoinedLaterMayBringGroupsBack() {
        // Given
        var task = topThree("spend clicks").build();

        // Then
        assertThat(objections(
                        plan(
                                campaigns("ads1", "spend", "campaign", TOP),
                                CLICKS,
                                join("calc1", "ads1", "ads2", "campaign", "spend clicks", TOP)),
                        task))
                .contains(NEEDED.formatted("ads1"));
        assertThat(objections(
                        plan(
                                SPEND,
                                calc("calc1", "ads1", "spend", TOP),
                                CLICKS,
                                join("calc2", "calc1", "ads2", "campaign", "spend clicks", TOP)),
                        task))
                .contains(NEEDED.formatted("calc1"));
    }

    @Test
    void aConditionOnANumberWaitsUntilEverythingIsJoined() {
        // Given
        var task = task("spend clicks", "campaign")
                .filters(List.of(above("spend", "100")))
                .build();

        // Then
        assertThat(objections(
                        plan(SPEND, CLICKS, join("calc1", "ads1", "ads2", "campaign", "spend clicks", ABOVE)), task))
                .isEmpty();
        assertThat(objections(
                        plan(
                                SPEND,
                                calc("calc1", "ads1", "spend", ABOVE),
                                CLICKS,
                                join("calc2", "calc1", "ads2", "campaign", "spend clicks")),
                        task))
                .containsExactly(NEEDED.formatted("calc1"));
        assertThat(objections(
                        plan(
                                campaigns("ads1", "spend", "campaign", ABOVE),
                                CLICKS,
                                join("calc1", "ads1", "ads2", "campaign", "spend clicks")),
                        task))
                .contains(NEEDED.formatted("ads1"));
    }

    @Test
    void anEarlyRankingAppliesAConditionThatIsAppliedAgainInTheEnd() {
        // Given
        var task = topThree("spend clicks impressions")
                .filters(List.of(above("spend", "100")))
                .build();
        var ranking = calc("rank1", "ads1", "spend", ABOVE, order("spend"), "'lead':{'first':3,'by':'spend'}");
        var impressions = campaigns("ads3", "impressions", "campaign");
        var once = join("calc1", "rank1", "ads2", "campaign", "spend clicks");
        var twice = join("calc2", "calc1", "ads3", "campaign", "spend clicks impressions", TOP, ABOVE);

        // Then
        assertThat(objections(plan(SPEND, ranking, CLICKS, once, impressions, twice), task))
                .isEmpty();
        assertThat(objections(
                        plan(
                                SPEND,
                                ranking,
                                CLICKS,
                                once,
                                impressions,
                                join("calc2", "calc1", "ads3", "campaign", "spend clicks impressions", TOP)),
                        task))
                .contains(NEEDED.formatted("rank1"));
    }

    @Test
    void aComparisonIsCutLast() {
        // Given
        var before = fetch("ads2", "amazon_ads_api.get_campaign_metrics", Door.SEPTEMBER, "spend", "campaign");
        var task = topThree("spend").compare(september()).build();

        // Then
        assertThat(objections(plan(SPEND, before, compare("compare1", "ads1", "ads2", "campaign", "spend", TOP)), task))
                .isEmpty();
        assertThat(objections(
                        plan(
                                SPEND,
                                calc("calc1", "ads1", "spend", TOP),
                                before,
                                compare("compare1", "calc1", "ads2", "campaign", "spend", TOP)),
                        task))
                .contains(NEEDED.formatted("calc1"));
        assertThat(objections(
                        plan(
                                SPEND,
                                before,
                                compare("compare1", "ads1", "ads2", "campaign", "spend", TOP),
                                calc("finish1", "compare1", "spend", TOP)),
                        task))
                .contains(NEEDED.formatted("compare1"));
    }

    @Test
    void countsOfThoseAboveALimitAreComparedAsTheyAre() {
        // Given
        var counted = "'calculations':[{'kind':'count','of':'campaign'}]";
        var task = task("spend", "")
                .calculations(List.of(new Calculation(Kind.COUNT, null, null, new DimensionId("campaign"), null)))
                .filters(List.of(above("spend", "100")))
                .compare(september())
                .build();
        var before = fetch("ads2", "amazon_ads_api.get_campaign_metrics", Door.SEPTEMBER, "spend", "campaign");

        // Then
        assertThat(objections(
                        plan(
                                SPEND,
                                calc("calc1", "ads1", "spend", ABOVE, counted),
                                before,
                                calc("calc2", "ads2", "spend", ABOVE, counted),
                                compare("compare1", "calc1", "calc2", "campaign", "spend")),
                        task))
                .isEmpty();
    }

    @Test
    void aStepThatOnlyLooksWhichGroupsThereAreNeedsNoOthers() {
        // Given
        var task = topThree("spend").time(october(Grain.DAY)).build();
        var ranking = calc("rank1", "ads1", "spend", TOP);
        var days = campaigns("ads2", "spend", "date campaign", "'grain':'day'");

        // Then
        assertThat(objections(plan(SPEND, ranking, days, calc("calc1", "ads2", "spend", "'within':'rank1'")), task))
                .isEmpty();
    }

    @Test
    void aShareOfAllIsWorkedOutWhileAllAreThere() {
        // Given
        var task = calculated(Kind.SHARE_OF_TOTAL).build();

        // Then
        assertThat(objections(plan(SPEND, calc("calc1", "ads1", "spend", SHARE)), task))
                .isEmpty();
        assertThat(objections(
                        plan(
                                SPEND,
                                CLICKS,
                                join("calc0", "ads1", "ads2", "campaign", "spend clicks"),
                                calc("calc1", "calc0", "spend", SHARE)),
                        task))
                .isEmpty();
        assertThat(objections(
                        plan(campaigns("ads1", "spend", "campaign", TOP), calc("calc1", "ads1", "spend", TOP, SHARE)),
                        calculated(Kind.SHARE_OF_TOTAL)
                                .orderBy(List.of(descending("spend")))
                                .limit(3)
                                .build()))
                .contains(OF_A_PART);
        assertThat(objections(
                        plan(SPEND, calc("calc0", "ads1", "spend", TOP), calc("calc1", "calc0", "spend", TOP, SHARE)),
                        calculated(Kind.SHARE_OF_TOTAL).limit(3).build()))
                .contains(NEEDED.formatted("calc0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'only':{'of':'rank1','dimension':'campaign'}",
                "'only':{'of':'rank1','dimension':'campaign','lead':{'first':3,'by':'spend'}}"
            })
    void aShareIsNotOfTheWinnersAlone(String only) {
        // Given
        var task = calculated(Kind.SHARE_OF_TOTAL).limit(3).build();
        var ranking = calc("rank1", "ads1", "spend", order("spend"), "'lead':{'first':3,'by':'spend'}");

        // Then
        assertThat(objections(
                        plan(
                                SPEND,
                                ranking,
                                campaigns("ads2", "spend", "campaign", only),
                                calc("calc1", "ads2", "spend", SHARE, order("spend"), "'limit':3")),
                        task))
                .contains(OF_A_PART);
        assertThat(objections(
                        plan(SPEND, ranking, calc("calc1", "rank1", "spend", SHARE, order("spend"), "'limit':3")),
                        task))
                .contains(OF_A_PART);
    }

    @Test
    void aShareIsNotOfTheGroupsOfASeriesAlone() {
        // Given
        var task = calculated(Kind.SHARE_OF_TOTAL)
                .time(october(Grain.DAY))
                .limit(3)
                .build();
        var ranking = calc("rank1", "ads1", "spend", TOP);
        var days = campaigns("ads2", "spend", "date campaign", "'grain':'day'");

        // Then
        assertThat(objections(
                        plan(SPEND, ranking, days, calc("calc1", "ads2", "spend", "'within':'rank1'", SHARE)), task))
                .containsExactly(OF_A_PART);
        assertThat(objections(
                        plan(
                                SPEND,
                                ranking,
                                days,
                                calc("calc0", "ads2", "spend", "'within':'rank1'"),
                                calc("calc1", "calc0", "spend", SHARE)),
                        task))
                .containsExactly(OF_A_PART);
    }

    @Test
    void aShareOfAComparisonIsOfAllThatIsCompared() {
        // Given
        var before = fetch("ads2", "amazon_ads_api.get_campaign_metrics", Door.SEPTEMBER, "spend", "campaign");
        var task = calculated(Kind.SHARE_OF_TOTAL).compare(september()).build();

        // Then
        assertThat(objections(
                        plan(
                                SPEND,
                                before,
                                compare("compare1", "ads1", "ads2", "campaign", "spend"),
                                calc("calc1", "compare1", "spend", SHARE)),
                        task))
                .isEmpty();
        assertThat(objections(
                        plan(
                                SPEND,
                                calc("rank1", "ads1", "spend", order("spend"), "'lead':{'first':3,'by':'spend'}"),
                                before,
                                compare("compare1", "rank1", "ads2", "campaign", "spend"),
                                calc("calc1", "compare1", "spend", SHARE)),
                        task))
                .contains(OF_A_PART);
    }

    @Test
    void ranksBeginAtTheEndThatRowsAreOrderedBy() {
        // Given
        var rank = "'calculations':[{'kind':'rank','metric':'spend'}]";
        var task = calculated(Kind.RANK).orderBy(List.of(descending("spend"))).build();

        // Then
        assertThat(objections(plan(SPEND, calc("calc1", "ads1", "spend", rank, order("spend"))), task))
                .isEmpty();
        assertThat(objections(plan(SPEND, calc("calc1", "ads1", "spend", rank, order("spend", "campaign"))), task))
                .isEmpty();
        assertThat(objections(
                        plan(
                                SPEND,
                                calc("calc1", "ads1", "spend", rank, order("campaign")),
                                calc("calc2", "calc1", "spend", order("spend"))),
                        task))
                .containsExactly(OF_A_PART);
        assertThat(objections(
                        plan(
                                SPEND,
                                calc("calc1", "ads1", "spend", rank),
                                calc("calc2", "calc1", "spend", order("spend"))),
                        task))
                .containsExactly(OF_A_PART);
    }

    @Test
    void anAveragePerDayKnowsItsDays() {
        // Given
        var perDay = "'calculations':[{'kind':'per_day','metric':'spend'}]";
        var task = calculated(Kind.PER_DAY).build();

        // Then
        assertThat(objections(
                        plan(SPEND, calc("calc1", "ads1", "spend", perDay, "'fill':'" + Door.OCTOBER + "'")), task))
                .isEmpty();
        assertThat(objections(plan(SPEND, calc("calc1", "ads1", "spend", perDay)), task))
                .containsExactly(OF_A_PART);
    }
}
