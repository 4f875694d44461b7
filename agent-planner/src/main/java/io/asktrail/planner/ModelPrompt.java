package io.asktrail.planner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.model.LanguageModel;
import io.asktrail.planner.model.PlanSchema;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.tool.Capability;
import io.asktrail.registry.tool.ToolDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model is told: the tools and metrics that the caller may see, and the shape of the task. No value that rows are
 * picked by, no date and no row of data goes out.
 */
final class ModelPrompt {
    private static final String INSTRUCTIONS = read("/planner-prompts/plan-v1.md");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TaskSpec task;
    private final Registry registry;
    private final Access access;

    ModelPrompt(TaskSpec task, Registry registry, Access access) {
        this.task = task;
        this.registry = registry;
        this.access = access;
    }

    /** @param conditionsOn dimensions whose values pick rows: every source must have them */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Asked(
            List<MetricId> metrics,
            @JsonProperty("group_by") List<DimensionId> groupBy,
            @Nullable Grain series,
            boolean compared,
            @JsonProperty("conditions_on") SortedSet<DimensionId> conditionsOn,
            @JsonProperty("conditions_on_numbers") List<String> conditionsOnNumbers,
            @JsonProperty("ordered_by") List<String> orderedBy,
            @Nullable Integer limit,
            List<Calculation> calculations) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Tool(
            String tool,
            String purpose,
            List<MetricId> metrics,
            List<DimensionId> dimensions,
            List<String> channels,
            @JsonProperty("join_keys") List<DimensionId> joinKeys) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Metric(
            MetricId id,
            String meaning,
            @JsonProperty("adds_up") Additivity addsUp,
            @Nullable String formula) {}

    private record Told(
            Asked task,
            List<Tool> tools,
            List<Metric> metrics,
            @JsonProperty("why_the_rules_have_no_plan") String reason,

            @JsonProperty("what_was_wrong_with_your_last_plan")
            List<String> faults) {}

    /**
     * @param reason why the rules have no plan
     * @param faults of the plan before; empty at first
     */
    LanguageModel.Request request(String reason, List<String> faults) {
        var tools = tools();
        var metrics = metrics();
        var schema = new PlanSchema(
                tools.stream().map(Tool::tool).toList(),
                metrics.stream().map(metric -> metric.id().value()).toList(),
                metrics.stream()
                        .filter(metric -> metric.formula() != null)
                        .map(metric -> metric.id().value())
                        .toList(),
                openDimensions().map(DimensionId::value).toList());
        return new LanguageModel.Request(
                INSTRUCTIONS,
                JSON.writeValueAsString(new Told(asked(), tools, metrics, reason, faults)),
                schema.json());
    }

    private Asked asked() {
        var wanted = Wanted.of(task, registry);
        return new Asked(
                wanted.shown(),
                task.groupBy(),
                wanted.grain(),
                task.compare() != null,
                wanted.conditions().dimensions(),
                wanted.having().stream()
                        .map(filter -> filter.field().value())
                        .distinct()
                        .toList(),
                task.orderBy().stream()
                        .map(order -> order.field() + " " + order.direction())
                        .toList(),
                task.limit(),
                task.calculations());
    }

    private Stream<DimensionId> openDimensions() {
        return registry.dimensions().keySet().stream().filter(access.dimensions()::contains);
    }

    private List<Tool> tools() {
        return registry.tools().values().stream()
                .filter(tool -> tool.agent() != ToolDefinition.Agent.COMPUTE)
                .flatMap(tool -> tool.capabilities().stream()
                        .filter(capability -> capability.table() != null)
                        .map(capability -> tool(tool, capability)))
                .filter(tool -> !tool.metrics().isEmpty())
                .toList();
    }

    private Tool tool(ToolDefinition tool, Capability capability) {
        return new Tool(
                new Source(tool, capability).ref().toString(),
                capability.purpose(),
                capability.metrics().stream().filter(access.metrics()::contains).toList(),
                capability.dimensions().stream()
                        .filter(access.dimensions()::contains)
                        .toList(),
                capability.channels(),
                tool.joinKeys().stream().filter(access.dimensions()::contains).toList());
    }

    private List<Metric> metrics() {
        return registry.metrics().values().stream()
                .filter(metric -> access.metrics().contains(metric.id()))
                .map(metric -> new Metric(
                        metric.id(), metric.description(), metric.additivity(), formula(metric.derivation())))
                .toList();
    }

    private static @Nullable String formula(Derivation derivation) {
        return switch (derivation) {
            case Derivation.Measured _ -> null;
            case Derivation.Ratio(var formula) -> formula.text();
            case Derivation.Derived(var formula) -> formula.text();
            case Derivation.FirstAvailable(var candidates) ->
                candidates.getFirst().value();
        };
    }

    private static String read(String resource) {
        try (var stream = ModelPrompt.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource, broken);
        }
    }
}
