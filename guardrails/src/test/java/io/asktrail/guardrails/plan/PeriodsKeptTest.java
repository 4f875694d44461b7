package io.asktrail.guardrails.plan;

import static io.asktrail.guardrails.plan.Door.calc;
import static io.asktrail.guardrails.plan.Door.campaigns;
import static io.asktrail.guardrails.plan.Door.compare;
import static io.asktrail.guardrails.plan.Door.fetch;
import static io.asktrail.guardrails.plan.Door.join;
import static io.asktrail.guardrails.plan.Door.objections;
import static io.asktrail.guardrails.plan.Door.plan;
import static io.asktrail.guardrails.plan.Door.september;
import static io.asktrail.guardrails.plan.Door.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.TaskSpec;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodsKeptTest {
    private static final String NOW = campaigns("ads1", "spend", "geo");
    private static final String BEFORE =
            fetch("ads2", "amazon_ads_api.get_campaign_metrics", Door.SEPTEMBER, "spend", "geo");
    private static final TaskSpec COMPARED =
            task("spend", "geo").compare(september()).build();

    private static String mixed(String step) {
        return "plan.periods: Step %s mixes the two periods.".formatted(step);
    }

    @Test
    void whatIsAskedAboutStandsBesideWhatWasBefore() {
        assertThat(objections(plan(NOW, BEFORE, compare("compare1", "ads1", "ads2", "geo", "spend")), COMPARED))
                .isEmpty();
        assertThat(objections(
                        plan(
                                NOW,
                                BEFORE,
                                compare("compare1", "ads1", "ads2", "geo", "spend"),
                                calc("calc1", "compare1", "spend")),
                        COMPARED))
                .isEmpty();
    }

    @Test
    void thePeriodsAreNotSwappedNorComparedWithThemselves() {
        assertThat(objections(plan(NOW, BEFORE, compare("compare1", "ads2", "ads1", "geo", "spend")), COMPARED))
                .containsExactly(mixed("compare1"));
        assertThat(objections(
                        plan(NOW, NOW.replace("ads1", "ads3"), compare("compare1", "ads1", "ads3", "geo", "spend")),
                        COMPARED))
                .containsExactly(mixed("compare1"));
        assertThat(objections(
                        plan(
                                BEFORE,
                                BEFORE.replace("ads2", "ads3"),
                                compare("compare1", "ads3", "ads2", "geo", "spend")),
                        COMPARED))
                .containsExactly(mixed("compare1"));
    }

    @Test
    void rowsOfTwoPeriodsMeetInAComparisonOnly() {
        // Given
        var clicks = fetch("ads2", "amazon_ads_api.get_campaign_metrics", Door.SEPTEMBER, "clicks", "geo");
        var task = task("spend clicks", "geo").compare(september()).build();

        // Then
        assertThat(objections(plan(NOW, clicks, join("calc1", "ads1", "ads2", "geo", "spend clicks")), task))
                .containsExactly(mixed("calc1"));
    }

    @Test
    void aComparisonThatIsAskedForIsShown() {
        assertThat(objections(plan(NOW, calc("calc1", "ads1", "spend")), COMPARED))
                .containsExactly("plan.periods: The plan leaves out the comparison, which was asked for.");
        assertThat(objections(plan(NOW, BEFORE, calc("calc1", "ads2", "spend")), COMPARED))
                .containsExactly("plan.periods: The plan leaves out the comparison, which was asked for.");
    }

    @Test
    void aNumberOverAllTimeBelongsToThePeriodThatItEndsWith() {
        // Given
        var now = lifetime("2025-10-31").replace("ltv", "ltv1");
        var before = lifetime("2025-09-30").replace("ltv", "ltv2");
        var both = compare("compare1", "ltv1", "ltv2", "geo", "customers_to_date");
        var task = task("customers_to_date", "geo").compare(september()).build();

        // Then
        assertThat(objections(plan(now, before, both), task)).isEmpty();
        assertThat(objections(plan(now, before, compare("compare1", "ltv2", "ltv1", "geo", "customers_to_date")), task))
                .containsExactly(mixed("compare1"));
    }

    // "The last week of October against the whole month."
    @Test
    void aPeriodThatEndsOnTheSameDayButBeginsLaterIsNotTheOtherOne() {
        // Given
        var lastWeek = fetch("ads2", "amazon_ads_api.get_campaign_metrics", "2025-10-25..2025-10-31", "spend", "geo");
        var task = COMPARED.toBuilder()
                .compare(new Comparison(
                        Comparison.Kind.EXPLICIT, LocalDate.of(2025, 10, 25), LocalDate.of(2025, 10, 31)))
                .build();

        // Then
        assertThat(objections(plan(NOW, lastWeek, compare("compare1", "ads1", "ads2", "geo", "spend")), task))
                .isEmpty();
    }

    @Test
    void aNumberOverAllTimeUpToTheEndOfBothPeriodsBelongsToEither() {
        // Given
        var lastWeek = new Comparison(Comparison.Kind.EXPLICIT, LocalDate.of(2025, 10, 25), LocalDate.of(2025, 10, 31));
        var task = task("customers_to_date", "geo").compare(lastWeek).build();
        var now = lifetime("2025-10-31").replace("ltv", "ltv1");
        var before = lifetime("2025-10-31").replace("ltv", "ltv2");

        // Then
        assertThat(objections(plan(now, before, compare("compare1", "ltv1", "ltv2", "geo", "customers_to_date")), task))
                .isEmpty();
    }

    private static String lifetime(String end) {
        return fetch("ltv", "sales_db.query", "2000-01-01.." + end, "customers_to_date", "geo");
    }
}
