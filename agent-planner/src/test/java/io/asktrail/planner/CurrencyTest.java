package io.asktrail.planner;

import static io.asktrail.planner.Planned.by;
import static io.asktrail.planner.Planned.lines;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.task.Conversion;
import io.asktrail.contracts.task.Conversion.Policy;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Amounts are converted where they are read, before anything is joined, picked or put in order by them. */
class CurrencyTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final String OCTOBER = "2025-10-01..2025-10-31";

    private static TaskSpec in(TaskSpec.Builder task, String code, @Nullable Policy policy) {
        return task.currency(new Conversion(Currency.getInstance(code), policy)).build();
    }

    private static PlanOutcome.Refused refused(TaskSpec task) {
        return (PlanOutcome.Refused) Planned.outcomeOf(task, DEMO);
    }

    @Test
    void atDailyRatesAmountsAreReadByDayAndCountsAsEver() {
        assertThat(lines(in(task("aov").groupBy(by("geo")).limit(5), "USD", Policy.DAILY), DEMO))
                .startsWith(
                        "sales1 = query; gross_sales, refunds; by date, geo/DAY; " + OCTOBER,
                        "convert1 = sales1 to USD; DAILY; " + OCTOBER,
                        "sales2 = query; orders; by geo; " + OCTOBER)
                .last()
                .asString()
                .endsWith("order aov DESC, geo ASC first 5");
    }

    @Test
    void atTheMeanRateOneReadingIsEnough() {
        assertThat(lines(in(task("spend"), "EUR", null), DEMO))
                .containsExactly(
                        "ads1 = get_campaign_metrics; spend; " + OCTOBER,
                        "convert1 = ads1 to EUR; PERIOD_AVERAGE; " + OCTOBER,
                        "calc1 = convert1; show spend");
    }

    @Test
    void aCurrencyWithoutATableIsRefusedWithThoseThereAre() {
        var refused = refused(in(task("spend"), "JPY", null));

        assertThat(refused.reason()).contains("EUR, USD");
        assertThat(refused.nearest()).hasSize(3);
    }

    @Test
    void daysBeforeTheFirstRateAreRefused() {
        var early = new Period(
                LocalDate.of(2020, 10, 1), LocalDate.of(2020, 10, 31), ZoneId.of("Asia/Kolkata"), null, null);

        assertThat(refused(in(task("spend").time(early), "USD", null)).reason()).contains("2020-10-01", "demo_usd_inr");
    }

    @Test
    void whatHasNoRateIsRefused() {
        assertThat(refused(in(task("clicks"), "USD", null)).reason()).contains("Nothing in this question");
        assertThat(refused(in(task("ltv"), "USD", null)).reason()).contains("all time");
    }
}
