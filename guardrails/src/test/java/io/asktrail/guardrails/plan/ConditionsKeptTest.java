package io.asktrail.guardrails.plan;

import static io.asktrail.guardrails.plan.Door.calc;
import static io.asktrail.guardrails.plan.Door.campaigns;
import static io.asktrail.guardrails.plan.Door.compare;
import static io.asktrail.guardrails.plan.Door.fetch;
import static io.asktrail.guardrails.plan.Door.isNot;
import static io.asktrail.guardrails.plan.Door.join;
import static io.asktrail.guardrails.plan.Door.objections;
import static io.asktrail.guardrails.plan.Door.order;
import static io.asktrail.guardrails.plan.Door.plan;
import static io.asktrail.guardrails.plan.Door.sales;
import static io.asktrail.guardrails.plan.Door.september;
import static io.asktrail.guardrails.plan.Door.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Scope;
import io.asktrail.contracts.task.TaskSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of which rows each number is: ads know no city, sales do; both know the state and the channel of a campaign. */
class ConditionsKeptTest {
    private static final String NET = "'formulas':['net_sales=gross_sales-refunds']";
    private static final String TACOS = "'formulas':['net_sales=gross_sales-refunds','tacos=spend/net_sales']";
    private static final String PUNE = "'entities':{'city':['Pune']}";
    private static final String DELHI = "'entities':{'geo':['Delhi']}";

    private static final String PUNE_SALES = sales("sales1", "gross_sales refunds", "", PUNE);
    private static final String ALL_SALES = sales("sales2", "gross_sales refunds", "");
    private static final String ALL_SPEND = campaigns("ads1", "spend", "");

    private static TaskSpec.Builder kept(String metrics, String dimension, String value) {
        return task(metrics, "").entities(Entities.of(new DimensionId(dimension), List.of(value)));
    }

    private static Scope scope(String metric, String dimension, String value) {
        return new Scope(List.of(new MetricId(metric)), Entities.of(new DimensionId(dimension), List.of(value)));
    }

    @Test
    void aNumberThatNoSourceCanNarrowStandsBesideOneThatIsNarrowed() {
        // Given
        var plan = plan(PUNE_SALES, ALL_SPEND, join("calc1", "sales1", "ads1", "", "net_sales spend", NET));

        // Then
        assertThat(objections(plan, kept("net_sales spend", "city", "Pune").build()))
                .isEmpty();
    }

    @Test
    void aRatioOfWhichOneHalfCannotBeNarrowedIsOfAllRowsOnBothSides() {
        // Given
        var plan = plan(
                PUNE_SALES,
                calc("calc1", "sales1", "net_sales", NET),
                ALL_SPEND,
                ALL_SALES,
                join("calc2", "ads1", "sales2", "", "tacos", TACOS),
                join("calc3", "calc1", "calc2", "", "net_sales tacos"));

        // Then
        assertThat(objections(plan, kept("net_sales tacos", "city", "Pune").build()))
                .isEmpty();
    }

    @Test
    void aRatioIsNotOfHalfNarrowedRows() {
        // Given
        var plan = plan(PUNE_SALES, ALL_SPEND, join("calc1", "ads1", "sales1", "", "net_sales tacos", TACOS));

        // Then
        assertThat(objections(plan, kept("net_sales tacos", "city", "Pune").build()))
                .containsExactly("plan.conditions: Step calc1 has tacos of rows of which some are narrowed by city and"
                        + " some are not.");
    }

    @Test
    void whatCanBeNarrowedIsNarrowedThoughItStandsBesideWhatCannot() {
        // Given: orders of all cities beside net sales of Pune
        var plan = plan(
                PUNE_SALES,
                sales("sales2", "orders", ""),
                join("calc1", "sales1", "sales2", "", "net_sales orders", NET));

        // Then
        assertThat(objections(plan, kept("net_sales orders", "city", "Pune").build()))
                .containsExactly("plan.conditions: The plan leaves out the condition on city, which was asked for.");
    }

    @Test
    void aQuestionOfWhichNoNumberIsNarrowedWasAnotherOne() {
        // Given
        var plan = plan(ALL_SPEND, calc("calc1", "ads1", "spend"));

        // Then
        assertThat(objections(plan, kept("spend", "city", "Pune").build()))
                .containsExactly("plan.conditions: The plan leaves out the condition on city, which was asked for.");
        assertThat(objections(
                        plan,
                        task("spend", "")
                                .filters(List.of(isNot("city", "Pune")))
                                .build()))
                .containsExactly("plan.conditions: The plan leaves out the condition on city, which was asked for.");
    }

    @Test
    void otherValuesAreAnotherCondition() {
        // Given
        var plan = plan(campaigns("ads1", "spend", "", DELHI), calc("calc1", "ads1", "spend"));

        // Then
        assertThat(objections(plan, kept("spend", "geo", "Delhi").build())).isEmpty();
        assertThat(objections(plan, kept("spend", "geo", "Goa").build()))
                .contains("plan.conditions: The plan leaves out the condition on geo, which was asked for.");
    }

    @Test
    void whatCannotBeNarrowedRightlyIsNotNarrowedOtherwise() {
        // Given: of the ratio's halves neither is of Pune, and one is of Delhi
        var mixed = plan(
                PUNE_SALES,
                calc("calc1", "sales1", "net_sales", NET),
                ALL_SPEND,
                sales("sales2", "gross_sales refunds", "", PUNE.replace("Pune", "Delhi")),
                join("calc2", "ads1", "sales2", "", "tacos", TACOS),
                join("calc3", "calc1", "calc2", "", "net_sales tacos"));

        // Then
        assertThat(objections(mixed, kept("net_sales tacos", "city", "Pune").build()))
                .contains("plan.conditions: The plan leaves out the condition on city, which was asked for.");
    }

    @Test
    void bothPeriodsOfAComparisonAreNarrowed() {
        // Given
        var now = campaigns("ads1", "spend", "", DELHI);
        var before = fetch("ads2", "amazon_ads_api.get_campaign_metrics", Door.SEPTEMBER, "spend", "", DELHI);
        var task = kept("spend", "geo", "Delhi").compare(september()).build();

        // Then
        assertThat(objections(plan(now, before, compare("compare1", "ads1", "ads2", "", "spend")), task))
                .isEmpty();
        assertThat(objections(
                        plan(now, before.replace("Delhi", "Goa"), compare("compare1", "ads1", "ads2", "", "spend")),
                        task))
                .contains("plan.conditions: Step compare1 has spend of rows of which some are narrowed by geo and some"
                        + " are not.");
    }

    @Test
    void aFilterOnADimensionIsKeptLikeAValue() {
        // Given
        var notPune = "'filters':[{'field':'city','op':'!=','value':'Pune'}]";
        var task = task("net_sales tacos", "")
                .filters(List.of(isNot("city", "Pune")))
                .build();
        var narrowed = sales("sales1", "gross_sales refunds", "", notPune);

        // Then
        assertThat(objections(
                        plan(
                                narrowed,
                                calc("calc1", "sales1", "net_sales", NET),
                                ALL_SPEND,
                                ALL_SALES,
                                join("calc2", "ads1", "sales2", "", "tacos", TACOS),
                                join("calc3", "calc1", "calc2", "", "net_sales tacos")),
                        task))
                .isEmpty();
        assertThat(objections(
                        plan(narrowed, ALL_SPEND, join("calc1", "ads1", "sales1", "", "net_sales tacos", TACOS)), task))
                .containsExactly("plan.conditions: Step calc1 has tacos of rows of which some are narrowed by city and"
                        + " some are not.");
    }

    @Test
    void everyFactKnowsItsDays() {
        // Given
        var notTheFirst = isNot("date", "2025-10-01");
        var narrowed = "'filters':[{'field':'date','op':'!=','value':'2025-10-01'}]";
        var task = task("net_sales spend", "").filters(List.of(notTheFirst)).build();

        // Then
        assertThat(objections(
                        plan(
                                sales("sales1", "gross_sales refunds", "", narrowed),
                                campaigns("ads1", "spend", "", narrowed),
                                join("calc1", "sales1", "ads1", "", "net_sales spend", NET)),
                        task))
                .isEmpty();
        assertThat(objections(
                        plan(
                                sales("sales1", "gross_sales refunds", "", narrowed),
                                ALL_SPEND,
                                join("calc1", "sales1", "ads1", "", "net_sales spend", NET)),
                        task))
                .containsExactly("plan.conditions: The plan leaves out the condition on date, which was asked for.");
    }

    @Test
    void aScopeNarrowsItsOwnMetricAlone() {
        // Given
        var task = kept("clicks spend", "channel", "SP")
                .scopes(List.of(scope("spend", "channel", "SD")))
                .build();
        var clicks = campaigns("ads1", "clicks", "", "'entities':{'channel':['SP']}");
        var spend = campaigns("ads2", "spend", "", "'entities':{'channel':['SD']}");
        var both = join("calc1", "ads1", "ads2", "", "clicks spend");

        // Then
        assertThat(objections(plan(clicks, spend, both), task)).isEmpty();
        assertThat(objections(plan(clicks, spend.replace("SD", "SP"), both), task))
                .containsExactly("plan.conditions: The plan leaves out the condition on channel, which was asked for.");
        assertThat(objections(plan(clicks.replace("SP", "SD"), spend, both), task))
                .containsExactly("plan.conditions: The plan leaves out the condition on channel, which was asked for.");
    }

    @Test
    void aNumberOfItsOwnScopeHonoursTheDimensionForTheQuestion() {
        // Given: net sales of Pune, and of ad spend, which cannot be of Pune, all
        var plan = plan(PUNE_SALES, ALL_SPEND, join("calc1", "sales1", "ads1", "", "net_sales spend", NET));
        var task = kept("net_sales spend", "city", "Delhi")
                .scopes(List.of(scope("net_sales", "city", "Pune")))
                .build();

        // Then
        assertThat(objections(plan, task)).isEmpty();
    }

    @Test
    void aScopeDoesNotSpillOverToOtherNumbers() {
        // Given
        var task = task("clicks spend", "")
                .scopes(List.of(scope("spend", "channel", "SD")))
                .build();
        var plan = plan(
                campaigns("ads1", "clicks spend", "", "'entities':{'channel':['SD']}"),
                calc("calc1", "ads1", "clicks spend"));

        // Then
        assertThat(objections(plan, task))
                .containsExactly("plan.conditions: Step calc1 narrows clicks by channel, which nobody asked of it.");
    }

    @Test
    void aConditionOfItsOwnDoesNotExcuseAnother() {
        // Given
        var task = kept("clicks spend", "geo", "Delhi")
                .scopes(List.of(scope("spend", "channel", "SD")))
                .build();
        var plan = plan(
                campaigns("ads1", "clicks spend", "", "'entities':{'geo':['Delhi'],'channel':['SD']}"),
                calc("calc1", "ads1", "clicks spend"));

        // Then
        assertThat(objections(plan, task))
                .containsExactly("plan.conditions: Step calc1 narrows clicks by channel, which nobody asked of it.");
    }

    @Test
    void aScopeIsNeverWiderThanAsked() {
        // Given: the rest of the question is narrowed to Pune
        var plan = plan(PUNE_SALES, ALL_SPEND, join("calc1", "sales1", "ads1", "", "net_sales spend", NET));

        // Then
        assertThat(objections(
                        plan,
                        kept("net_sales spend", "city", "Pune")
                                .scopes(List.of(scope("spend", "city", "Pune")))
                                .build()))
                .containsExactly("plan.conditions: The plan leaves out the condition on city, which was asked for.");
    }

    @Test
    void aScopeOfANumberThatNobodyAskedForIsLost() {
        // Given
        Plan plan = plan(
                campaigns("ads1", "attributed_sales spend", ""),
                calc("calc1", "ads1", "roas", "'formulas':['revenue=attributed_sales','roas=revenue/spend']"));

        // Then
        assertThat(objections(
                        plan,
                        task("roas", "")
                                .scopes(List.of(scope("spend", "channel", "SB")))
                                .build()))
                .containsExactly("plan.conditions: The plan leaves out the condition on channel, which was asked for.");
    }

    @Test
    void whatRowsArePickedByIsNarrowedToo() {
        // Given: campaigns of Delhi, picked by what they cost everywhere
        var task = task("clicks", "campaign")
                .entities(Entities.of(new DimensionId("geo"), List.of("Delhi")))
                .filters(List.of(Door.above("spend", "100")))
                .build();
        var clicks = campaigns("ads1", "clicks", "campaign", DELHI);
        var picked = "'filters':[{'field':'spend','op':'>','value':100}]";
        var all = join("calc1", "ads1", "ads2", "campaign", "clicks", picked);

        // Then
        assertThat(objections(plan(clicks, campaigns("ads2", "spend", "campaign", DELHI), all), task))
                .isEmpty();
        assertThat(objections(plan(clicks, campaigns("ads2", "spend", "campaign"), all), task))
                .containsExactly("plan.conditions: The plan leaves out the condition on geo, which was asked for.");
    }

    @Test
    void whatRowsAreOrderedByIsNarrowedToo() {
        // Given
        var task = task("clicks", "campaign")
                .entities(Entities.of(new DimensionId("geo"), List.of("Delhi")))
                .orderBy(List.of(Door.descending("spend")))
                .build();
        var plan = plan(
                campaigns("ads1", "clicks", "campaign", DELHI),
                campaigns("ads2", "spend", "campaign"),
                join("calc1", "ads1", "ads2", "campaign", "clicks", order("spend")));

        // Then
        assertThat(objections(plan, task))
                .containsExactly("plan.conditions: The plan leaves out the condition on geo, which was asked for.");
    }
}
