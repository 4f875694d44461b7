package io.asktrail.planner;

import static io.asktrail.planner.Planned.above;
import static io.asktrail.planner.Planned.by;
import static io.asktrail.planner.Planned.descending;
import static io.asktrail.planner.Planned.keep;
import static io.asktrail.planner.Planned.lines;
import static io.asktrail.planner.Planned.metrics;
import static io.asktrail.planner.Planned.october;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Scope;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The plans of the questions everybody asks first. */
class GoldenQuestionsTest {
    @Test
    void roasIsOneReadingAndOneDivision() {
        System.out.println(String.join("\n", lines(task("roas").build())));
        System.out.println(String.join("\n", lines(task("cpc").build())));
        System.out.println(String.join("\n", lines(task("spend").groupBy(by("campaign")).orderBy(List.of(descending("spend"))).limit(5).build())));
        System.out.println(String.join("\n", lines(task("spend").time(october(Grain.DAY)).build())));
        System.out.println(String.join("\n", lines(task("net_sales spend").groupBy(by("product")).entities(keep("geo", "Delhi"))
            .scopes(List.of(new Scope(metrics("spend"), keep("channel", "SB")))).orderBy(List.of(descending("net_sales"))).limit(5).build())));
        System.out.println(String.join("\n", lines(task("roas").groupBy(by("channel")).build())));
        System.out.println(String.join("\n", lines(task("roas").entities(keep("geo", "Delhi").with(by("channel").getFirst(), List.of("SB"))).build())));
        System.out.println(String.join("\n", lines(task("acos").groupBy(by("campaign")).filters(List.of(above("acos", "0.4"))).build())));
        System.out.println(String.join("\n", lines(task("net_sales").groupBy(by("geo")).compare(new Comparison(Comparison.Kind.PREVIOUS_PERIOD, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 30))).build())));
        System.out.println(String.join("\n", lines(task("aov").time(october(Grain.WEEK)).build())));
        System.out.println(String.join("\n", lines(task("ltv").groupBy(by("geo")).build())));
        System.out.println(String.join("\n", lines(task("roas spend").groupBy(by("city")).scopes(List.of()).groupBy(by("product")).scopes(List.of(new Scope(metrics("spend"), keep("channel", "SB")))).build())));
        System.out.println(Planned.outcomeOf(task("roas").groupBy(by("city")).build()));
        System.out.println(Planned.outcomeOf(task("spend net_sales").entities(keep("city", "Pune")).build()));
        assertThat(1).isEqualTo(1);
    }
}
