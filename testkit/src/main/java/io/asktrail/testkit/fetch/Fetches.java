package io.asktrail.testkit.fetch;

import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Grain;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fetches and callers in a line, and rows as texts. */
public final class Fetches {
    private Fetches() {}

    /** An administrator's who may see these regions, {@code *} for all; good for a while. */
    public static CallContext call(String... regions) {
        var caller = new Caller("someone", List.of(Role.ADMIN), List.of(regions), List.of(), List.of());
        return new CallContext(caller, Deadline.in(Duration.ofSeconds(20), Clock.systemUTC()), "key");
    }

    /**
     * @param tool such as {@code sales_db.query}
     * @param metrics parted by blanks
     * @param groupBy parted by blanks, or empty; by day where {@code date} is among it
     * @param range such as {@code 2025-10-01..2025-10-31}
     */
    public static FetchRequest fetch(String tool, String metrics, String groupBy, String range, Entities entities) {
        return new FetchRequest(
                new StepId("s"),
                ToolRef.parse(tool),
                new StepInputs.Fetch(
                        Arrays.stream(metrics.split(" ")).map(MetricId::new).toList(),
                        Arrays.stream(groupBy.split(" "))
                                .filter(id -> !id.isEmpty())
                                .map(DimensionId::new)
                                .toList(),
                        groupBy.contains("date") ? Grain.DAY : null,
                        StepInputs.DateRange.parse(range),
                        ZoneId.of("Asia/Kolkata"),
                        entities,
                        List.of(),
                        List.of(),
                        null));
    }

    /** Cells parted by {@code |}, numbers as plain as they can be written. */
    public static List<String> texts(StepResult result) {
        return switch (result) {
            case StepResult.Missing missing -> throw new AssertionError(missing);
            case StepResult.Rows rows ->
                rows.table().rows().stream()
                        .map(row ->
                                String.join("|", row.stream().map(Fetches::text).toList()))
                        .toList();
        };
    }

    private static String text(@Nullable Object cell) {
        return cell instanceof BigDecimal number ? number.toPlainString() : String.valueOf(cell);
    }
}
