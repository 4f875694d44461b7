package io.asktrail.planner;
import static io.asktrail.planner.Planned.*;
import io.asktrail.contracts.task.*;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.registry.policy.Access;
import java.time.*;
import java.util.*;
import org.junit.jupiter.api.Test;
class ScratchTest {
    static final Access ALL = new Access(Planned.DEMO.metrics().keySet(), Planned.DEMO.dimensions().keySet(), Set.of(), true);
    static final PlanGuard GUARD = new PlanGuard(Clock.fixed(Instant.parse("2025-11-03T06:00:00Z"), ZoneOffset.UTC));
    static void show(String what, TaskSpec task) {
        System.out.println("### " + what);
        var outcome = outcomeOf(task);
        switch (outcome) {
            case PlanOutcome.Planned planned -> {
                lines(planned.plan()).forEach(System.out::println);
                planned.notes().forEach(n -> System.out.println("  note " + n.code() + ": " + n.text()));
                GUARD.review(planned.plan(), task, ALL, Planned.DEMO).stream().filter(v -> !v.passed()).forEach(v -> System.out.println("  STOPPED " + v));
            }
            case PlanOutcome.Refused refused -> { System.out.println("  REFUSED " + refused.reason()); refused.nearest().forEach(t -> System.out.println("   nearest " + t)); }
        }
    }
    @Test void run() {
        var countDays = new Calculation(Kind.COUNT, null, null, TaskSpec.DATE, null);
        show("count days", task("spend").calculations(List.of(countDays)).build());
        show("count days above", task("spend").filters(List.of(above("spend","1000"))).calculations(List.of(countDays)).build());
        var perDay = Calculation.of(Kind.PER_DAY, metrics("spend").getFirst());
        show("per day compared", task("spend").calculations(List.of(perDay)).compare(september()).build());
        show("per day by campaign top", task("spend").groupBy(by("campaign")).limit(5).calculations(List.of(perDay)).build());
        var rank = Calculation.of(Kind.RANK, metrics("spend").getFirst());
        show("rank compared", task("spend").groupBy(by("campaign")).calculations(List.of(rank)).compare(september()).build());
        show("scoped compare", task("spend net_sales").groupBy(by("product")).scopes(List.of(new Scope(metrics("spend"), keep("channel","SB")))).compare(september()).limit(5).build());
        show("revenue compared by city", task("revenue roas").groupBy(by("city")).compare(september()).build());
        show("roas geo/city filter", task("roas net_sales").entities(keep("city","Pune")).build());
        show("series branches", task("net_sales tacos").entities(keep("city", "Pune")).time(october(Grain.WEEK)).build());
        show("series branches ranked", task("net_sales revenue").groupBy(by("category")).filters(List.of(filter("fulfilment", Operator.NE, "FBA"))).time(october(Grain.WEEK)).limit(3).build());
        show("count compare having", task("acos").filters(List.of(above("acos","0.4"))).calculations(List.of(new Calculation(Kind.COUNT, null, null, by("campaign").getFirst(), null))).compare(september()).build());
        show("channel entity condition date", task("spend").filters(List.of(new Filter(new io.asktrail.contracts.id.FieldId("campaign"), Operator.CONTAINS, new FilterValue.Text("Monsoon")))).build());
        show("scope on condition wider", task("net_sales spend").entities(keep("city","Pune")).scopes(List.of(new Scope(metrics("spend"), keep("channel","SB")))).build());
        show("empty scope", task("roas").scopes(List.of(new Scope(metrics("spend"), keep("channel","SB")))).build());
    }
}
