package io.asktrail.querying;

import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.caller.*;
import io.asktrail.contracts.id.*;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.task.*;
import io.asktrail.registry.loading.*;
import io.asktrail.registry.tool.ToolDefinition;
import java.time.*;
import java.util.*;
import java.util.stream.*;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

public final class StatementCost {
    public static void main(String[] a) {
        var registry = RegistryLoader.load(RegistryLocation.bundled("demo"));
        var caller = new Caller("k", List.of(Role.ADMIN), List.of("Kerala", "Delhi"), List.of(), List.of());
        var resolver = new FetchResolver(new ServedTools(ToolDefinition.Agent.SALES, Set.of(ToolDefinition.Kind.SQL)));
        var requests = List.of(
            req("gross_sales refunds orders units", "geo", null, Map.of()),
            req("gross_sales", "date", Grain.WEEK, Map.of("channel", List.of("SB"))),
            req("orders customers", "campaign", null, Map.of("category", List.of("Bags","Fitness"))),
            req("gross_sales_to_date customers_to_date", "", null, Map.of()));
        var guard = new SchemaGuard();
        for (var round = 0; round < 6; round++) {
            var times = new long[4][4000];
            for (var i = 0; i < 4000; i++) {
                var request = requests.get(i % 4);
                var t0 = System.nanoTime();
                var fetch = resolver.resolve(registry, caller, request);
                var t1 = System.nanoTime();
                var st = new StatementBuilder(fetch).build();
                var t2 = System.nanoTime();
                var t3 = t2;
                guard.judge(st.select(), Demands.ofRows(fetch, st.tables()));
                var t4 = System.nanoTime();
                times[0][i] = t1 - t0; times[1][i] = t2 - t1; times[2][i] = t3 - t2; times[3][i] = t4 - t3;
            }
            var total = new long[4000];
            for (var i = 0; i < 4000; i++) total[i] = times[0][i] + times[1][i] + times[2][i] + times[3][i];
            System.out.printf("p50 us: resolve %d build %d render %d guard %d total %d%n", p(times[0]), p(times[1]), p(times[2]), p(times[3]), p(total));
        }
    }
    static long p(long[] t) { Arrays.sort(t); return t[t.length / 2] / 1000; }
    static FetchRequest req(String metrics, String by, Grain grain, Map<String, List<String>> kept) {
        var e = Entities.NONE;
        for (var k : kept.entrySet()) e = e.with(new DimensionId(k.getKey()), k.getValue());
        return new FetchRequest(new StepId("s"), ToolRef.parse("sales_db.query"), new StepInputs.Fetch(
            Arrays.stream(metrics.split(" ")).map(MetricId::new).toList(),
            Arrays.stream(by.split(" ")).filter(x -> !x.isEmpty()).map(DimensionId::new).toList(), grain,
            StepInputs.DateRange.parse("2025-10-01..2025-10-31"), ZoneId.of("Asia/Kolkata"), e, List.of(), List.of(), null));
    }
}
