package io.asktrail.guardrails.plan;

import static io.asktrail.guardrails.plan.Door.DEMO;
import static io.asktrail.guardrails.plan.Door.EVERYTHING;
import static io.asktrail.guardrails.plan.Door.OCTOBER;
import static io.asktrail.guardrails.plan.Door.SEPTEMBER;
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
import static io.asktrail.guardrails.plan.Door.products;
import static io.asktrail.guardrails.plan.Door.sales;
import static io.asktrail.guardrails.plan.Door.september;
import static io.asktrail.guardrails.plan.Door.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.Scope;
import io.asktrail.registry.policy.Access;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of a plan that may not run: a model mends it by these words, and a person reads them in the trail. */
class PlanObjectionsTest {
    private static final String SPEND = campaigns("ads1", "spend", "campaign");
    private static final String BEFORE =
            fetch("ads2", "amazon_ads_api.get_campaign_metrics", SEPTEMBER, "spend", "campaign");
    private static final String NET = "'formulas':['net_sales=gross_sales-refunds']";

    @Test
    void aStepAsksOnlyForWhatItsSourceHas() {
        assertThat(objections(
                        plan(campaigns("ads1", "spend", "product"), calc("calc1", "ads1", "spend")),
                        task("spend", "product").build()))
                .contains("plan.fields_exist: amazon_ads_api.get_campaign_metrics has no product.");
    }

    @Test
    void aGrainStandsExactlyWhereDatesAre() {
        // Given
        var series = task("spend", "").time(october(Grain.DAY)).build();
        var message = "plan.fields_exist: Step ads1 needs a grain exactly where it groups by date.";

        // Then
        assertThat(objections(plan(campaigns("ads1", "spend", "date"), calc("calc1", "ads1", "spend")), series))
                .contains(message);
        assertThat(objections(
                        plan(campaigns("ads1", "spend", "", "'grain':'day'"), calc("calc1", "ads1", "spend")), series))
                .contains(message);
    }

    @Test
    void daysDoNotMeetWeeks() {
        // Given
        var days = campaigns("ads1", "spend", "date", "'grain':'day'");
        var weeks = campaigns("ads2", "clicks", "date", "'grain':'week'");
        var series = task("spend clicks", "").time(october(Grain.DAY));

        // Then
        assertThat(objections(plan(days, weeks, join("calc1", "ads1", "ads2", "date", "spend clicks")), series.build()))
                .containsExactly("plan.grain: Step calc1 puts rows of different grains together.");
        assertThat(objections(
                        plan(
                                days,
                                fetch(
                                        "ads2",
                                        "amazon_ads_api.get_campaign_metrics",
                                        SEPTEMBER,
                                        "spend",
                                        "date",
                                        "'grain':'week'"),
                                compare("compare1", "ads1", "ads2", "date", "spend")),
                        task("spend", "")
                                .time(october(Grain.DAY))
                                .compare(september())
                                .build()))
                .containsExactly("plan.grain: Step compare1 puts rows of different grains together.");
    }

    @Test
    void aSeriesIsFilledAtItsOwnGrain() {
        // Given
        var days = campaigns("ads1", "spend", "date", "'grain':'day'");
        var series = task("spend", "").time(october(Grain.DAY)).build();
        var fill = "'fill':'" + OCTOBER + "'";

        // Then
        assertThat(objections(plan(days, calc("calc1", "ads1", "spend", fill, "'grain':'day'")), series))
                .isEmpty();
        assertThat(objections(plan(days, calc("calc1", "ads1", "spend", fill, "'grain':'week'")), series))
                .containsExactly("plan.grain: Step calc1 puts rows of different grains together.");
    }

    @Test
    void pointsAreOfTheGrainThatIsAskedFor() {
        assertThat(objections(
                        plan(SPEND, calc("calc1", "ads1", "spend")),
                        task("spend", "campaign").time(october(Grain.WEEK)).build()))
                .contains("plan.grain: The plan gives points by no date, asked for were points by week.");
    }

    @Test
    void daysAreThoseOfTheQuestionsZone() {
        assertThat(objections(
                        plan(SPEND.replace("Asia/Kolkata", "UTC"), calc("calc1", "ads1", "spend")),
                        task("spend", "campaign").build()))
                .containsExactly("plan.grain: Step ads1 reads days of UTC: the question means those of Asia/Kolkata.");
    }

    @Test
    void rowsThatAreComparedAreUniqueByTheirKeys() {
        // Given
        var task = task("spend", "campaign").compare(september()).build();

        // Then
        assertThat(objections(plan(SPEND, BEFORE, compare("compare1", "ads1", "ads2", "", "spend")), task))
                .containsExactly("plan.join_keys: Step compare1 joins rows on keys that do not make them unique on both"
                        + " sides.");
    }

    @Test
    void twoToolsMeetOnlyOnWhatBothDeclareToMeanTheSame() {
        // Given
        var plan = plan(
                products("ads1", "spend", "category"),
                sales("sales1", "gross_sales refunds", "category"),
                sales("sales2", "orders", "category"),
                join("calc1", "sales1", "sales2", "category", "gross_sales refunds orders"),
                join("calc2", "ads1", "calc1", "category", "spend net_sales orders", NET));
        var task = task("spend net_sales orders", "category").build();
        var registry = Door.with("sales_db", tool -> Door.joinedOn(tool, "date", "product"));

        // Then: one tool may meet itself on anything
        assertThat(objections(plan, task)).isEmpty();
        assertThat(objections(plan, task, registry))
                .containsExactly("plan.join_keys: Step calc2 joins sources on category, which they do not declare to"
                        + " mean the same.");
    }

    @Test
    void daysMeanTheSameInEveryTool() {
        // Given
        var plan = plan(
                campaigns("ads1", "spend", "date", "'grain':'day'"),
                sales("sales1", "orders", "date", "'grain':'day'"),
                join("calc1", "ads1", "sales1", "date", "spend orders"));
        var registry = Door.with("sales_db", tool -> Door.joinedOn(tool, "product"));

        // Then
        assertThat(objections(
                        plan, task("spend orders", "").time(october(Grain.DAY)).build(), registry))
                .isEmpty();
    }

    @Test
    void aStepUsesOnlyNumbersThatItHas() {
        // Given
        var task = task("spend", "campaign");

        // Then
        assertThat(objections(
                        plan(SPEND, calc("calc1", "ads1", "spend clicks")),
                        task("spend clicks", "campaign").build()))
                .contains("plan.formulas: Step calc1 uses clicks, which it does not have.");
        assertThat(objections(
                        plan(SPEND, calc("calc1", "ads1", "spend", "'formulas':['cpc=spend/orders']")), task.build()))
                .contains(
                        "plan.formulas: Step calc1 works out 'cpc=spend/orders', which is no formula of the registry.");
        assertThat(objections(
                        plan(SPEND, calc("calc1", "ads1", "spend", "'formulas':['cpc=spend/clicks']")), task.build()))
                .contains("plan.formulas: Step calc1 works out 'cpc=spend/clicks' from numbers it does not have.");
        assertThat(objections(
                        plan(SPEND, BEFORE, compare("compare1", "ads1", "ads2", "campaign", "spend clicks")),
                        task.compare(september()).build()))
                .contains("plan.formulas: Step compare1 compares clicks, which one of the periods does not have.");
    }

    @Test
    void aNumberIsComparedOnlyWhereBothPeriodsHaveIt() {
        // Given
        var clicks = fetch("ads2", "amazon_ads_api.get_campaign_metrics", SEPTEMBER, "clicks", "campaign");
        var task = task("spend", "campaign").compare(september()).build();

        // Then
        assertThat(objections(plan(SPEND, clicks, compare("compare1", "ads1", "ads2", "campaign", "spend")), task))
                .contains("plan.formulas: Step compare1 compares spend, which one of the periods does not have.");
    }

    @Test
    void nobodyNarrowsWhatNobodyNarrowed() {
        // Given
        var task = task("spend", "campaign").build();

        // Then
        assertThat(objections(
                        plan(
                                campaigns("ads1", "spend", "campaign", "'entities':{'geo':['Goa']}"),
                                calc("calc1", "ads1", "spend")),
                        task))
                .contains("plan.nothing_added: Step ads1 adds a condition on geo, which nobody asked for.");
        assertThat(objections(
                        plan(SPEND, calc("calc1", "ads1", "spend", "'filters':[{'field':'spend','op':'>','value':1}]")),
                        task))
                .containsExactly("plan.nothing_added: Step calc1 adds a condition on spend, which nobody asked for.");
        assertThat(objections(
                        plan(
                                campaigns(
                                        "ads1",
                                        "spend",
                                        "campaign",
                                        "'filters':[{'field':'campaign','op':'contains','value':'Diwali'}]"),
                                calc("calc1", "ads1", "spend")),
                        task))
                .containsExactly("plan.nothing_added: Step ads1 adds a condition on campaign, which nobody asked for.");
    }

    @Test
    void whatStandsInForAdsCountsOnlyWhatAnAdBrought() {
        // Given: every name contains the empty text, and a row without a campaign has no name
        var plan = plan(
                sales(
                        "sales1",
                        "gross_sales refunds",
                        "city",
                        "'filters':[{'field':'campaign','op':'contains','value':''}]"),
                calc("calc1", "sales1", "revenue", "'formulas':['net_sales=gross_sales-refunds','revenue=net_sales']"));

        // Then
        assertThat(objections(plan, task("revenue", "city").build())).isEmpty();
    }

    @Test
    void aConditionOfAScopeIsAskedFor() {
        // Given
        var plan = plan(
                campaigns("ads1", "spend", "campaign", "'entities':{'channel':['SB']}"),
                calc("calc1", "ads1", "spend"));
        var scope = new Scope(List.of(new MetricId("spend")), Entities.of(new DimensionId("channel"), List.of("SB")));

        // Then
        assertThat(objections(
                        plan, task("spend", "campaign").scopes(List.of(scope)).build()))
                .isEmpty();
    }

    @Test
    void nobodyCutsOffRowsThatWereAskedFor() {
        // Given
        var task = task("spend", "campaign").orderBy(List.of(descending("spend")));
        var cut = order("spend") + ",'limit':5";

        // Then
        assertThat(objections(plan(SPEND, calc("calc1", "ads1", "spend", cut)), task.build()))
                .containsExactly("plan.nothing_added: Step calc1 adds a limit, which nobody asked for.");
        assertThat(objections(plan(campaigns("ads1", "spend", "campaign", cut)), task.build()))
                .containsExactly("plan.nothing_added: Step ads1 adds a limit, which nobody asked for.");
        assertThat(objections(
                        plan(SPEND, BEFORE, compare("compare1", "ads1", "ads2", "campaign", "spend", cut)),
                        task.compare(september()).build()))
                .containsExactly("plan.nothing_added: Step compare1 adds a limit, which nobody asked for.");
    }

    @Test
    void asManyRowsAsAToolGivesAreNoLimit() {
        // Given
        var task = task("spend", "campaign").build();

        // Then
        assertThat(objections(plan(SPEND, calc("calc1", "ads1", "spend", "'limit':200000")), task))
                .isEmpty();
        assertThat(objections(plan(SPEND, calc("calc1", "ads1", "spend", "'limit':199999")), task))
                .containsExactly("plan.nothing_added: Step calc1 adds a limit, which nobody asked for.");
    }

    @Test
    void aLeadIsOfTheGroupsInTheOrderAskedFor() {
        // Given: a series whose groups are those that cost most
        var task = task("spend", "campaign")
                .time(october(Grain.DAY))
                .orderBy(List.of(descending("date")))
                .limit(3)
                .build();
        var ranking = calc("rank1", "ads1", "spend", order("spend"), "'lead':{'first':3,'by':'spend'}");
        var cut = calc("rank2", "rank1", "spend", order("spend"), "'limit':3");
        var days = campaigns("ads2", "spend", "date campaign", "'grain':'day'");

        // Then
        assertThat(objections(
                        plan(SPEND, ranking, cut, days, calc("calc1", "ads2", "spend", "'within':'rank2'")), task))
                .isEmpty();
        assertThat(objections(
                        plan(
                                SPEND,
                                ranking.replace("\"desc\"", "\"asc\""),
                                cut,
                                days,
                                calc("calc1", "ads2", "spend", "'within':'rank2'")),
                        task))
                .contains("plan.narrowing: Step rank1 leaves groups out early, which could change what is shown.");
    }

    @Test
    void seriesAreOfAsManyGroupsAsAreAskedFor() {
        // Given
        var task = task("spend", "campaign").time(october(Grain.DAY)).limit(3).build();
        var days = campaigns("ads2", "spend", "date campaign", "'grain':'day'");

        // Then
        assertThat(objections(
                        plan(
                                SPEND,
                                calc("rank1", "ads1", "spend", order("spend"), "'limit':2"),
                                days,
                                calc("calc1", "ads2", "spend", "'within':'rank1'")),
                        task))
                .contains("plan.narrowing: Step calc1 leaves groups out early, which could change what is shown.");
    }

    @Test
    void aPeriodIsNotLongerThanElevenHundredDays() {
        // Given: 2022-10-27 is the 1,100th day before the end, both counted
        assertThat(periodFrom(LocalDate.of(2022, 10, 28))).isEmpty();
        assertThat(periodFrom(LocalDate.of(2022, 10, 27)))
                .containsExactly("plan.time_range: The period from 2022-10-27 to 2025-10-31 has 1101 days: ask for at"
                        + " most 1100.");
    }

    private static List<String> periodFrom(LocalDate start) {
        var end = LocalDate.of(2025, 10, 31);
        var days = start + ".." + end;
        return objections(
                plan(
                        fetch("ads1", "amazon_ads_api.get_campaign_metrics", days, "spend", "campaign"),
                        calc("calc1", "ads1", "spend")),
                task("spend", "campaign")
                        .time(new Period(start, end, october(null).tz(), null, null))
                        .build());
    }

    @Test
    void whatHasNotBegunCannotBeRead() {
        // Given: today is the 3rd of November
        assertThat(november(3)).isEmpty();
        assertThat(november(4))
                .containsExactly("plan.time_range: The period from 2025-11-04 to 2025-11-10 has not begun: there is"
                        + " nothing to read yet.");
    }

    private static List<String> november(int first) {
        var start = LocalDate.of(2025, 11, first);
        var end = LocalDate.of(2025, 11, 10);
        return objections(
                plan(
                        fetch("ads1", "amazon_ads_api.get_campaign_metrics", start + ".." + end, "spend", "campaign"),
                        calc("calc1", "ads1", "spend")),
                task("spend", "campaign")
                        .time(new Period(start, end, october(null).tz(), null, null))
                        .build());
    }

    @Test
    void onlyANumberOverAllTimeBeginsBeforeItsPeriod() {
        // Given
        var since = "2000-01-01..2025-10-31";

        // Then
        assertThat(objections(
                        plan(
                                fetch("sales1", "sales_db.query", since, "customers_to_date", "geo"),
                                calc("calc1", "sales1", "customers_to_date")),
                        task("customers_to_date", "geo").build()))
                .isEmpty();
        assertThat(objections(
                        plan(
                                fetch("sales1", "sales_db.query", since, "customers_to_date orders", "geo"),
                                calc("calc1", "sales1", "customers_to_date orders")),
                        task("customers_to_date orders", "geo").build()))
                .containsExactly("plan.time_range: Step sales1 reads 2000-01-01..2025-10-31, which nobody asked for.");
        assertThat(objections(
                        plan(
                                fetch("sales1", "sales_db.query", "2000-01-01..2025-09-30", "customers_to_date", "geo"),
                                calc("calc1", "sales1", "customers_to_date")),
                        task("customers_to_date", "geo").build()))
                .containsExactly("plan.time_range: Step sales1 reads 2000-01-01..2025-09-30, which nobody asked for.");
    }

    @Test
    void aRateAboveTenIsMeantInPerCent() {
        assertThat(acosAbove("10")).isEmpty();
        assertThat(acosAbove("10.01"))
                .containsExactly("plan.units: acos is a fraction and is compared with 10.01: 40 % is 0.4.");
    }

    private static List<String> acosAbove(String limit) {
        return objections(
                plan(
                        campaigns("ads1", "spend attributed_sales", "campaign"),
                        calc(
                                "calc1",
                                "ads1",
                                "acos",
                                "'formulas':['acos=spend/attributed_sales']",
                                "'filters':[{'field':'acos','op':'>','value':%s}]".formatted(limit))),
                task("acos", "campaign")
                        .filters(List.of(Door.above("acos", limit)))
                        .build());
    }

    @Test
    void aNumberIsComparedWithANumberInASourceToo() {
        assertThat(objections(
                        plan(
                                campaigns(
                                        "ads1",
                                        "spend",
                                        "campaign",
                                        "'filters':[{'field':'spend','op':'=','value':'much'}]"),
                                calc("calc1", "ads1", "spend")),
                        task("spend", "campaign").build()))
                .contains("plan.units: spend is a number and is compared with something else.");
    }

    @Test
    void aStepWantsNoMoreRowsThanItsToolGives() {
        assertThat(objections(
                        plan(SPEND, calc("calc1", "ads1", "spend", "'limit':200001")),
                        task("spend", "campaign").limit(200_001).build()))
                .contains("plan.size: Step calc1 asks for 200001 rows: compute.aggregate gives at most 200000.");
    }

    @Test
    void whatIsClosedIsNamed() {
        // Given
        var plan = plan(SPEND, BEFORE, compare("compare1", "ads1", "ads2", "campaign", "spend"));
        var task = task("clicks", "").build();

        // Then: in a comparison and in a grouping that no task names, too
        assertThat(objections(plan, task, without("spend", ""), DEMO))
                .contains("plan.access: You may not see ad spend: ask an administrator, or leave it out.");
        assertThat(objections(plan, task, without("", "campaign"), DEMO))
                .contains("plan.access: You may not see campaign: ask an administrator, or leave it out.");
    }

    @Test
    void nobodyOrdersAComparisonByWhatIsMasked() {
        // Given
        var masked = new Access(
                EVERYTHING.metrics(),
                EVERYTHING.dimensions(),
                Set.of(),
                true,
                false,
                Set.of(new DimensionId("campaign")));
        var task = task("spend", "campaign").compare(september()).build();

        // Then
        assertThat(objections(
                        plan(SPEND, BEFORE, compare("compare1", "ads1", "ads2", "campaign", "spend")),
                        task,
                        masked,
                        DEMO))
                .isEmpty();
        assertThat(objections(
                        plan(
                                SPEND,
                                BEFORE,
                                compare("compare1", "ads1", "ads2", "campaign", "spend", order("campaign"))),
                        task,
                        masked,
                        DEMO))
                .containsExactly("plan.access: The values of campaign are hidden from you, so rows cannot be picked or"
                        + " ordered by them.");
    }

    private static Access without(String metric, String dimension) {
        var metrics = new HashSet<>(EVERYTHING.metrics());
        metrics.removeIf(id -> id.value().equals(metric));
        var dimensions = new HashSet<>(EVERYTHING.dimensions());
        dimensions.removeIf(id -> id.value().equals(dimension));
        return new Access(metrics, dimensions, Set.of(), true);
    }
}
