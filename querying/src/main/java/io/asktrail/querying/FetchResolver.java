package io.asktrail.querying;

import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.guardrails.plan.NamedFields;
import io.asktrail.querying.statement.ResolvedFetch;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.policy.ExportRights;
import io.asktrail.registry.tool.Capability;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Finds every name of a request in the registry and refuses those that are not there or not the caller's to see. */
final class FetchResolver {
    private final ServedTools served;
    private final KnownAccess known = new KnownAccess();

    FetchResolver(ServedTools served) {
        this.served = served;
    }

    /** @throws SuiteException with a sentence, where a name is unknown, closed to the caller or not of this capability */
    ResolvedFetch resolve(Registry registry, Caller caller, FetchRequest request) {
        var tool = served.tool(registry, request.tool());
        var capability = registry.capability(request.tool());
        if (capability.table() == null) {
            throw new SuiteException(ErrorCode.UNKNOWN_TOOL, "The tool '%s' reads no table.".formatted(request.tool()));
        }
        var access = known.of(registry, caller);
        requireOpen(registry, capability, access, request.inputs());
        var inputs = request.inputs();
        if (inputs.limit() != null && inputs.limit() < 1) {
            throw malformed("A limit of %d keeps nothing: ask for at least one row.".formatted(inputs.limit()));
        }
        var resolved =
                new ResolvedFetch(registry, tool, capability, registry.table(capability.table()), access, inputs);
        requireOneMeaningOfTime(resolved);
        return resolved;
    }

    /**
     * For the single rows of the table that the tool reads.
     *
     * @throws SuiteException if no role of the caller's opens them, or if something is asked for that only groups have
     */
    ResolvedFetch resolveSingle(Registry registry, Caller caller, ToolRef ref, StepInputs.Fetch inputs) {
        if (!inputs.metrics().isEmpty() || !inputs.groupBy().isEmpty() || inputs.only() != null) {
            throw malformed("Single rows have no metrics and no groups: leave them out.");
        }
        var measured = inputs.filters().stream()
                .map(Filter::field)
                .filter(registry::isMetric)
                .findFirst();
        if (measured.isPresent()) {
            throw malformed(
                    "'%s' is a number of groups, so single rows cannot be picked by it.".formatted(measured.get()));
        }
        var fetch = resolve(registry, caller, new FetchRequest(new StepId("rows"), ref, inputs));
        if (!ExportRights.of(caller, registry).opensRowsOf(fetch.fact().id())) {
            throw new SuiteException(
                    ErrorCode.FORBIDDEN,
                    "Your role does not open the single rows of %s. Ask an administrator if you need them."
                            .formatted(fetch.fact().title()));
        }
        return fetch;
    }

    private static void requireOpen(Registry registry, Capability capability, Access access, StepInputs.Fetch inputs) {
        for (var metric : metricsOf(registry, inputs)) {
            registry.metric(metric);
            if (!access.metrics().contains(metric)) {
                throw forbidden("metric", metric.value());
            }
            if (!capability.metrics().contains(metric)) {
                throw noPath(capability, metric.value());
            }
        }
        for (var dimension : dimensionsOf(registry, inputs)) {
            registry.dimension(dimension);
            if (!access.dimensions().contains(dimension)) {
                throw forbidden("dimension", dimension.value());
            }
            if (!capability.dimensions().contains(dimension)) {
                throw noPath(capability, dimension.value());
            }
        }
        requireUnprobed(registry, access, inputs);
        requireSorted(registry, inputs);
        requireGroupedByWinners(inputs);
    }

    // What rows are picked by can be guessed bit by bit from what is counted.
    private static void requireUnprobed(Registry registry, Access access, StepInputs.Fetch inputs) {
        NamedFields.of(inputs, registry).probed().stream()
                .filter(access.masked()::contains)
                .findFirst()
                .ifPresent(dimension -> {
                    throw new SuiteException(
                            ErrorCode.FORBIDDEN,
                            "Your role sees '%s' only masked: rows cannot be picked or ordered by it."
                                    .formatted(dimension));
                });
    }

    private static Set<MetricId> metricsOf(Registry registry, StepInputs.Fetch inputs) {
        var all = new LinkedHashSet<>(inputs.metrics());
        otherFields(inputs).filter(registry::isMetric).map(FieldId::asMetric).forEach(all::add);
        return all;
    }

    private static Set<DimensionId> dimensionsOf(Registry registry, StepInputs.Fetch inputs) {
        var all = new LinkedHashSet<>(inputs.groupBy());
        all.addAll(inputs.entities().kept().keySet());
        otherFields(inputs)
                .filter(field -> !registry.isMetric(field))
                .map(FieldId::asDimension)
                .forEach(all::add);
        return all;
    }

    private static Stream<FieldId> otherFields(StepInputs.Fetch inputs) {
        return Stream.concat(
                inputs.filters().stream().map(Filter::field),
                inputs.orderBy().stream().map(Ordering::field));
    }

    // What picks rows without being shown could be guessed from what is counted.
    private static void requireGroupedByWinners(StepInputs.Fetch inputs) {
        var only = inputs.only();
        if (only != null && !inputs.groupBy().contains(only.dimension())) {
            throw malformed(
                    "The rows are not grouped by '%s', so no groups of it can be picked.".formatted(only.dimension()));
        }
    }

    private static void requireSorted(Registry registry, StepInputs.Fetch inputs) {
        for (var ordering : inputs.orderBy()) {
            if (!registry.isMetric(ordering.field())
                    && !inputs.groupBy().contains(ordering.field().asDimension())) {
                throw malformed("The rows are not grouped by '%s', so they cannot be ordered by it."
                        .formatted(ordering.field()));
            }
        }
    }

    private static void requireOneMeaningOfTime(ResolvedFetch fetch) {
        if (fetch.reachesBack() && fetch.inputs().groupBy().stream().anyMatch(fetch::isTime)) {
            throw new SuiteException(
                    ErrorCode.NOT_SUPPORTED_YET,
                    "A number over all time up to a date cannot be split by date yet; ask for it without a series.");
        }
    }

    private static SuiteException forbidden(String kind, String id) {
        return new SuiteException(
                ErrorCode.FORBIDDEN,
                "Your role does not open the %s '%s'. Ask an administrator if you need it.".formatted(kind, id));
    }

    private static SuiteException noPath(Capability capability, String id) {
        return new SuiteException(
                ErrorCode.NO_PATH, "The source '%s' does not have '%s'.".formatted(capability.name(), id));
    }

    private static SuiteException malformed(String sentence) {
        return new SuiteException(ErrorCode.MALFORMED_REQUEST, sentence);
    }
}
