package io.asktrail.orchestrator.exports;

import io.asktrail.contracts.agent.DataAgent.RowsRequest;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.policy.ExportRights;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.SaidException;
import io.asktrail.registry.wording.Wording;
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
                throw new SaidException(
                        ErrorCode.FORBIDDEN, Said.of(ExportSaying.METRIC_CLOSED).metric(metric), registry);
            }
        }
        var table = task.metrics().stream()
                .flatMap(metric -> tables(metric, registry))
                .filter(rights::opensRowsOf)
                .findFirst()
                .orElseThrow(() -> new SaidException(
                        ErrorCode.FORBIDDEN, Said.of(ExportSaying.ROWS_CLOSED).metrics(task.metrics()), registry));
        var tool = tool(table, registry);
        return new SingleRows(registry.table(table), tool, new RowsRequest(tool, inputs(task), true));
    }

    private static void requireRowsAlone(TaskSpec task, Registry registry) {
        if (!task.groupBy().isEmpty() || task.isSeries()) {
            throw malformed(Said.of(ExportSaying.NOT_GROUPED), registry);
        }
        if (task.compare() != null
                || !task.calculations().isEmpty()
                || !task.scopes().isEmpty()) {
            throw malformed(Said.of(ExportSaying.NOT_COMPARED), registry);
        }
        if (!task.orderBy().isEmpty()) {
            throw malformed(Said.of(ExportSaying.NOT_ORDERED), registry);
        }
        task.filters().stream()
                .filter(filter -> registry.isMetric(filter.field()))
                .findFirst()
                .ifPresent(filter -> {
                    throw malformed(Said.of(ExportSaying.NUMBER_OF_GROUPS).field(filter.field(), registry), registry);
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
                .orElseThrow(() -> new SaidException(
                        ErrorCode.NO_PATH, Said.of(ExportSaying.NO_READER).text(table.toString())));
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

    private static SuiteException malformed(Said sentence, Registry registry) {
        return new SaidException(ErrorCode.MALFORMED_REQUEST, sentence, registry);
    }

    /** What they are, in words: for a method, and for whoever has to consent. */
    Said told(TaskSpec task, Wording words) {
        var period = task.period();
        return Said.of(ExportSaying.SINGLE_ROWS)
                .text(table.title(words.language().tag()))
                .day(period.start())
                .day(period.end())
                .text(period.tz().toString())
                .text(conditions(task, words))
                .text(
                        task.limit() == null
                                ? ""
                                : words.of(Said.of(ExportSaying.AT_MOST).number(task.limit())));
    }

    private static String conditions(TaskSpec task, Wording words) {
        var each = Stream.concat(
                        task.entities().kept().entrySet().stream()
                                .map(kept -> words.of(Said.of(ExportSaying.IS)
                                        .dimension(kept.getKey())
                                        .text(String.join(", ", kept.getValue())))),
                        task.filters().stream().map(filter -> filter(filter, words)))
                .collect(Collectors.joining("; "));
        return each.isEmpty() ? "" : words.of(Said.of(ExportSaying.WHERE).text(each));
    }

    private static String filter(Filter filter, Wording words) {
        var value = filter.value() == null
                ? ""
                : " " + String.join(", ", filter.value().texts());
        return "%s %s%s"
                .formatted(
                        words.label(filter.field().asDimension()), filter.op().symbol(), value);
    }
}
