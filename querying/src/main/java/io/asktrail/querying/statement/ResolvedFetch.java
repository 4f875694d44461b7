package io.asktrail.querying.statement;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.registry.DimensionPath;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.metric.Window;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.tool.Capability;
import io.asktrail.registry.tool.ToolDefinition;

/** A fetch whose every name was found in the registry, belongs to the capability, and is open to the caller. */
public record ResolvedFetch(
        Registry registry,
        ToolDefinition tool,
        Capability capability,
        TableDefinition fact,
        Access access,
        StepInputs.Fetch inputs) {

    public MetricDefinition metric(MetricId id) {
        return registry.metric(id);
    }

    /** How the fact table gives a metric. */
    public Measure measure(MetricId id) {
        return measured(id).measures().stream()
                .filter(measure -> measure.table().equals(fact.id()))
                .findFirst()
                .orElseThrow(() ->
                        new SuiteException(ErrorCode.NO_PATH, "%s does not give '%s'.".formatted(fact.title(), id)));
    }

    Window window(MetricId id) {
        return measured(id).window();
    }

    private Derivation.Measured measured(MetricId id) {
        if (registry.metric(id).derivation() instanceof Derivation.Measured measured) {
            return measured;
        }
        throw new SuiteException(
                ErrorCode.NO_PATH, "'%s' is worked out from other metrics; no source gives it as it is.".formatted(id));
    }

    public DimensionPath path(DimensionId id) {
        return registry.path(fact.id(), id)
                .orElseThrow(() ->
                        new SuiteException(ErrorCode.NO_PATH, "%s does not have '%s'.".formatted(fact.title(), id)));
    }

    /** Whether it is for the first few members of one dimension. */
    public boolean ranksMembers() {
        return inputs.limit() != null
                && inputs.groupBy().size() == 1
                && !isTime(inputs.groupBy().getFirst());
    }

    public boolean isTime(DimensionId id) {
        return registry.dimension(id).kind() == DimensionDefinition.Kind.TIME;
    }

    /** Whether some metric counts days before the period, too. */
    public boolean reachesBack() {
        return inputs.metrics().stream().anyMatch(metric -> window(metric) == Window.TO_DATE);
    }
}
