import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.agent.ComposerAgent.ComposeRequest;
import io.asktrail.contracts.agent.ComposerAgent.DrawRequest;
import io.asktrail.contracts.agent.ComputeAgent;
import io.asktrail.contracts.agent.ComputeAgent.ComputeRequest;
import io.asktrail.contracts.agent.PlannerAgent.PlanRequest;
import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.answer.PictureFormat;
import io.asktrail.contracts.answer.PictureSize;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.RulePlanner;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * What an answer takes once its rows are there: two sources of twenty states, joined, divided, and told; then its picture.
 *
 * <pre>bench/composer.sh CLASS_PATH</pre>
 */
public class Composed {
    private static final int WARM = 20_000;
    private static final int MEASURED = 10_000;
    private static final int PICTURES = 100;
    private static final int STATES = 20;

    public static void main(String[] args) throws Exception {
        var registry = RegistryLoader.load(RegistryLocation.bundled("demo"));
        var period = new Period(
                LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31), ZoneId.of("Asia/Kolkata"), "last_month", null);
        var task = TaskSpec.query(
                        List.of(new MetricId("spend"), new MetricId("net_sales"), new MetricId("blended_roas")), period)
                .groupBy(List.of(new DimensionId("geo")))
                .build();
        var caller = new Caller("u", List.of(Role.ADMIN), List.of("*"), List.of(), List.of());
        var call = new CallContext(caller, Deadline.in(Duration.ofHours(1), Clock.systemUTC()), "k");
        var plan = (PlanOutcome.Planned) new RulePlanner(() -> registry).plan(call, new PlanRequest(task, List.of()));
        var read = new HashMap<StepId, StepResult>();
        for (var step : plan.plan().steps()) {
            if (step.inputs() instanceof StepInputs.Fetch fetch) {
                read.put(step.id(), rows(fetch));
            }
        }
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(CurrentRegistry.class, () -> () -> registry);
            context.registerBean(io.micrometer.observation.ObservationRegistry.class, () -> io.micrometer.observation.ObservationRegistry.NOOP);
            context.register(
                    Class.forName("io.asktrail.compute.ComputeAutoConfiguration"),
                    Class.forName("io.asktrail.composer.ComposerAutoConfiguration"));
            context.refresh();
            var compute = context.getBean(ComputeAgent.class);
            var composer = context.getBean(ComposerAgent.class);
            Supplier<Chart> answer = () -> {
                var results = new HashMap<>(read);
                for (var step : plan.plan().steps()) {
                    if (!results.containsKey(step.id())) {
                        results.put(step.id(), compute.compute(call, new ComputeRequest(step, tables(results))));
                    }
                }
                return Objects.requireNonNull(composer.compose(
                                call, new ComposeRequest(task, plan.plan(), plan.notes(), results))
                        .chart());
            };
            measure("warming", answer, WARM);
            measure("computed and composed", answer, MEASURED);
            var chart = answer.get();
            for (var format : PictureFormat.values()) {
                var request = new DrawRequest(chart, format, new PictureSize(PictureSize.USUAL_WIDTH, null, 1));
                measure(format + ", the first", () -> composer.draw(call, request), 1);
                measure(format + ", warming", () -> composer.draw(call, request), PICTURES);
                measure(format + ", warm", () -> composer.draw(call, request), PICTURES);
            }
        }
    }

    private static Map<StepId, Table> tables(Map<StepId, StepResult> results) {
        var tables = new HashMap<StepId, Table>();
        results.forEach((step, result) -> tables.put(step, ((StepResult.Rows) result).table()));
        return tables;
    }

    private static void measure(String what, Supplier<?> work, int count) {
        var nanos = new long[count];
        for (var i = 0; i < count; i++) {
            var began = System.nanoTime();
            if (work.get() == null) {
                throw new IllegalStateException("nothing came of it");
            }
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: n=%d p50_ms=%.3f p99_ms=%.3f%n",
                what,
                count,
                nanos[count / 2] / 1e6,
                nanos[count * 99 / 100] / 1e6);
    }

    private static StepResult rows(StepInputs.Fetch fetch) {
        var columns = new ArrayList<Column>();
        fetch.groupBy().forEach(dimension ->
                columns.add(new Column(dimension.value(), dimension.value(), ColumnType.TEXT, null)));
        fetch.metrics().forEach(metric ->
                columns.add(new Column(metric.value(), metric.value(), ColumnType.NUMBER, "INR")));
        var rows = new ArrayList<List<Object>>();
        for (var state = 0; state < STATES; state++) {
            var row = new ArrayList<Object>();
            for (var column : columns) {
                row.add(column.type() == ColumnType.TEXT
                        ? "State " + state
                        : new BigDecimal("123456.75").multiply(BigDecimal.valueOf(state + 1)));
            }
            rows.add(row);
        }
        var fresh =
                new Freshness("source", LocalDate.of(2020, 1, 1), LocalDate.of(2025, 11, 15), Instant.EPOCH, null);
        return new StepResult.Rows(
                new Table(columns, List.copyOf(rows)), STATES, false, fresh, List.of(), "select", List.of(), 0);
    }
}
