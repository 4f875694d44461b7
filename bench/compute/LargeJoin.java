import io.asktrail.contracts.agent.ComputeAgent;
import io.asktrail.contracts.agent.ComputeAgent.ComputeRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The largest step there may be: two inputs of 200,000 rows, by product and day, joined, divided, rounded and put in
 * order. Nine rows in ten have a counterpart.
 */
final class LargeJoin {
    private static final int ROWS = 200_000;
    private static final int RUNS = 40;

    private LargeJoin() {}

    public static void main(String[] arguments) throws Exception {
        var registry = RegistryLoader.load(RegistryLocation.bundled("demo"));
        var constructor = Class.forName("io.asktrail.compute.Calculator").getDeclaredConstructor(CurrentRegistry.class);
        constructor.setAccessible(true);
        var compute = (ComputeAgent) constructor.newInstance((CurrentRegistry) () -> registry);
        var caller = new Caller("bench", List.of(), List.of("*"), List.of(), List.of());
        var call = new CallContext(caller, new Deadline(Instant.now().plusSeconds(3600)), "key");
        var request = request();
        var times = new ArrayList<Long>();
        var walls = new ArrayList<Long>();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = 0;
        for (var run = 0; run < RUNS; run++) {
            var before = threads.getCurrentThreadAllocatedBytes();
            var cpu = threads.getCurrentThreadCpuTime();
            var wall = System.nanoTime();
            var result = (StepResult.Rows) compute.compute(call, request);
            times.add(threads.getCurrentThreadCpuTime() - cpu);
            walls.add(System.nanoTime() - wall);
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
            if (result.table().size() < ROWS) {
                throw new IllegalStateException("rows are lost");
            }
        }
        var warm = times.subList(RUNS / 2, RUNS).stream().sorted().toList();
        var warmWalls = walls.subList(RUNS / 2, RUNS).stream().sorted().toList();
        // The collector works in a thread of its own: the clock has it, the processor time of this thread has not.
        System.out.printf(
                "first %d ms, then p50 %d ms, best %d ms of the processor; p50 %d ms by the clock; %d MB allocated a run%n",
                times.getFirst() / 1_000_000,
                warm.get(warm.size() / 2) / 1_000_000,
                warm.getFirst() / 1_000_000,
                warmWalls.get(warmWalls.size() / 2) / 1_000_000,
                allocated / 1_000_000);
    }

    private static ComputeRequest request() {
        var inputs = new StepInputs.Aggregate(
                new StepId("left"),
                new StepId("right"),
                List.of(new DimensionId("product"), new DimensionId("date")),
                List.of("net_sales=gross_sales-refunds", "blended_roas=net_sales/spend", "tacos=spend/net_sales"),
                List.of(
                        new MetricId("spend"),
                        new MetricId("net_sales"),
                        new MetricId("blended_roas"),
                        new MetricId("tacos")),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
        return new ComputeRequest(
                new Step(new StepId("calc"), ToolRef.parse("compute.aggregate"), inputs),
                Map.of(
                        new StepId("left"), table(0, "spend"),
                        new StepId("right"), table(ROWS / 10, "gross_sales", "refunds")));
    }

    private static Table table(int from, String... metrics) {
        var columns = new ArrayList<Column>();
        columns.add(new Column("date", "Date", ColumnType.DATE, null));
        columns.add(new Column("product", "Product", ColumnType.TEXT, null));
        for (var metric : metrics) {
            columns.add(new Column(metric, metric, ColumnType.NUMBER, "INR"));
        }
        var random = new Random(1);
        var rows = new ArrayList<List<Object>>();
        for (var i = from; i < from + ROWS; i++) {
            var row = new Object[columns.size()];
            row[0] = java.time.LocalDate.of(2025, 1, 1).plusDays(i % 100);
            row[1] = "SKU-%05d".formatted(i / 100);
            for (var m = 2; m < row.length; m++) {
                row[m] = BigDecimal.valueOf(random.nextLong(10_000_000), 2);
            }
            rows.add(Arrays.asList(row));
        }
        return new Table(columns, rows);
    }
}
