package io.asktrail.querying;

import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Grain;
import io.asktrail.querying.engine.Engine;
import io.asktrail.querying.statement.StatementBuilder;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.tool.ToolDefinition;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a statement costs before the database sees it: names resolved, built, rendered, judged. Four forms of question in
 * turn, of a caller with two regions; once with the verdicts that are kept, once with a guard that has seen nothing.
 */
public final class StatementCost {
    private static final int ROUNDS = 6;
    private static final int STATEMENTS = 4_000;

    private StatementCost() {}

    public static void main(String[] arguments) {
        var registry = RegistryLoader.load(RegistryLocation.bundled("demo"));
        var known = new SchemaGuard();
        for (var round = 1; round <= ROUNDS; round++) {
            System.out.printf(
                    "round %d: p50 %d us with a known form, %d us with one never seen%n",
                    round, median(registry, known), median(registry, null));
        }
    }

    private static long median(Registry registry, @Nullable SchemaGuard known) {
        var caller = new Caller("bench", List.of(Role.ADMIN), List.of("Kerala", "Delhi"), List.of(), List.of());
        var resolver = new FetchResolver(new ServedTools(ToolDefinition.Agent.SALES, Set.of(ToolDefinition.Kind.SQL)));
        var requests = List.of(
                request("gross_sales refunds orders units", null, Entities.NONE, "geo"),
                request("gross_sales", Grain.WEEK, Entities.of(new DimensionId("channel"), List.of("SB")), "date"),
                request(
                        "orders customers",
                        null,
                        Entities.of(new DimensionId("category"), List.of("Bags", "Fitness")),
                        "campaign"),
                request("gross_sales_to_date customers_to_date", null, Entities.NONE));
        var times = new long[STATEMENTS];
        for (var i = 0; i < STATEMENTS; i++) {
            var guard = known == null ? new SchemaGuard() : known;
            var started = System.nanoTime();
            var fetch = resolver.resolve(registry, caller, requests.get(i % requests.size()));
            var statement = new StatementBuilder(fetch, Engine.POSTGRESQL).build();
            guard.judge(statement.select(), Demands.ofRows(fetch, statement.tables()));
            times[i] = System.nanoTime() - started;
        }
        Arrays.sort(times);
        return times[STATEMENTS / 2] / 1_000;
    }

    private static FetchRequest request(String metrics, @Nullable Grain grain, Entities kept, String... groups) {
        return new FetchRequest(
                new StepId("s"),
                ToolRef.parse("sales_db.query"),
                new StepInputs.Fetch(
                        Stream.of(metrics.split(" ")).map(MetricId::new).toList(),
                        Stream.of(groups).map(DimensionId::new).toList(),
                        grain,
                        StepInputs.DateRange.parse("2025-10-01..2025-10-31"),
                        ZoneId.of("Asia/Kolkata"),
                        kept,
                        List.of(),
                        List.of(),
                        null));
    }
}
