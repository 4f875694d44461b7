package io.asktrail.orchestrator.exports;

import io.asktrail.contracts.agent.DataAgent.RowsRequest;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.policy.ExportRights;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The single rows behind a task's metrics: which table they come from, and what the data agent is asked for. A task says
 * which rows by its period, entities, conditions and limit; whatever only groups have is refused.
 *
 * @param request what the data agent is asked for
 * @param tool its name, for the trail
 */
record SingleRows(TableDefinition table, ToolRef tool, RowsRequest request) {
    /** @throws SuiteException if no table that the caller's role opens is behind the metrics */
    static SingleRows of(TaskSpec task, Caller caller, Registry registry) {
        requireRowsAlone(task, registry);
        var rights = ExportRights.of(caller, registry);
        var access = registry.accessOf(caller);
        for (var metric : task.metrics()) {
            registry.metric(metric);
            if (!access.metrics().contains(metric)) {
                throw new SuiteException(
                        ErrorCode.FORBIDDEN, "Your role does not open the metric '%s'.".formatted(metric));
            }
        }
        var table = task.metrics().stream()
                .flatMap(metric -> tables(metric, registry))
                .filter(rights::opensRowsOf)
                .findFirst()
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.FORBIDDEN,
                        "Your role opens no single rows behind %s. Ask an administrator if you need them."
                                .formatted(task.metrics().stream()
                                        .map(metric -> "'" + metric + "'")
                                        .collect(Collectors.joining(", ")))));
        var tool = tool(table, registry);
        return new SingleRows(registry.table(table), tool, new RowsRequest(tool, inputs(task), true));
    }

    private static void requireRowsAlone(TaskSpec task, Registry registry) {
        if (!task.groupBy().isEmpty() || task.isSeries()) {
            throw malformed("Single rows are not grouped: leave out group_by and the grain.");
        }
        if (task.compare() != null
                || !task.calculations().isEmpty()
                || !task.scopes().isEmpty()) {
            throw malformed("Single rows are not compared or worked on: leave out compare, calculations and scopes.");
        }
        if (!task.orderBy().isEmpty()) {
            throw malformed("Single rows come in the order of what makes each unique: leave out order_by.");
        }
        task.filters().stream()
                .filter(filter -> registry.isMetric(filter.field()))
                .findFirst()
                .ifPresent(filter -> {
                    throw malformed("'%s' is a number of groups: single rows cannot be picked by it."
                            .formatted(filter.field()));
                });
    }

    private static Stream<TableId> tables(MetricId metric, Registry registry) {
        return switch (registry.metric(metric).derivation()) {
            case Derivation.Measured(var measures, var _) -> measures.stream().map(measure -> measure.table());
            case Derivation.Ratio ratio -> tables(ratio, registry);
            case Derivation.Derived derived -> tables(derived, registry);
            case Derivation.FirstAvailable first -> tables(first, registry);
        };
    }

    private static Stream<TableId> tables(Derivation derived, Registry registry) {
        return derived.inputs().stream().sorted().flatMap(input -> tables(input, registry));
    }

    private static ToolRef tool(TableId table, Registry registry) {
        return registry.tools().values().stream()
                .flatMap(tool -> tool.capabilities().stream()
                        .filter(capability -> table.equals(capability.table()) && !capability.runsTemplates())
                        .map(capability -> new ToolRef(tool.id(), capability.name())))
                .findFirst()
                .orElseThrow(() ->
                        new SuiteException(ErrorCode.NO_PATH, "No tool reads single rows of '%s'.".formatted(table)));
    }

    private static StepInputs.Fetch inputs(TaskSpec task) {
        var period = task.period();
        return new StepInputs.Fetch(
                List.of(),
                List.of(),
                null,
                new DateRange(period.start(), period.end()),
                period.tz(),
                task.entities(),
                task.filters(),
                List.of(),
                task.limit());
    }

    private static SuiteException malformed(String sentence) {
        return new SuiteException(ErrorCode.MALFORMED_REQUEST, sentence);
    }

    /** What they are, in words: for a method, and for whoever has to consent. */
    String words(TaskSpec task) {
        var period = task.period();
        var conditions = Stream.concat(
                        task.entities().kept().entrySet().stream()
                                .map(kept -> "%s is %s".formatted(kept.getKey(), String.join(" or ", kept.getValue()))),
                        task.filters().stream()
                                .map(filter -> "%s %s %s"
                                        .formatted(
                                                filter.field(),
                                                filter.op(),
                                                filter.value() == null
                                                        ? ""
                                                        : String.join(
                                                                ", ",
                                                                filter.value().texts()))))
                .collect(Collectors.joining("; "));
        return "Single rows of %s from %s to %s (%s)%s%s."
                .formatted(
                        table.title(),
                        period.start(),
                        period.end(),
                        period.tz(),
                        conditions.isEmpty() ? "" : ", where " + conditions,
                        task.limit() == null ? "" : ", at most %d".formatted(task.limit()));
    }
}
