package io.asktrail.planner.playbook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.agent.PlaybookAgent.NextRequest;
import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.model.LanguageModel;
import io.asktrail.registry.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model is told of a diagnosis: which number, what it can be split up by, and of each split that was seen how many
 * parts it had and whether a few of them made the change. No member's name, no value, no date.
 */
final class LookPrompt {
    private static final String INSTRUCTIONS = read("/planner-prompts/next-look-v1.md");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** So much of all movement in the part that moved most counts as a change in few parts. */
    private static final BigDecimal FEW = new BigDecimal("0.5");

    private final Registry registry;
    private final NextRequest request;
    private final List<TaskSpec> open;

    LookPrompt(Registry registry, NextRequest request, List<TaskSpec> open) {
        this.registry = registry;
        this.request = request;
        this.open = open;
    }

    private record Split(String by, long parts, String change) {}

    private record Told(
            String metric,
            String meaning,
            @JsonProperty("conditions_on") List<DimensionId> conditionsOn,
            @JsonProperty("looked_at") List<Split> lookedAt,
            List<String> open,

            @JsonProperty("what_was_wrong_with_your_last_reply")
            List<String> faults) {}

    /** @param faults of the reply before; empty at first */
    LanguageModel.Request request(List<String> faults) {
        var metric = registry.metric(request.task().metrics().getFirst());
        var told = new Told(
                metric.id().value(),
                metric.description(),
                List.copyOf(request.task().entities().kept().keySet()),
                request.seen().stream()
                        .filter(seen -> seen.look().compare() != null
                                && !seen.look().groupBy().isEmpty())
                        .map(this::split)
                        .toList(),
                names(),
                faults);
        return new LanguageModel.Request(INSTRUCTIONS, JSON.writeValueAsString(told), schema());
    }

    private List<String> names() {
        return open.stream().map(LookReply::by).toList();
    }

    private Split split(Observation seen) {
        return switch (seen.result()) {
            case StepResult.Missing _ -> new Split(LookReply.by(seen.look()), 0, "not seen");
            case StepResult.Rows rows -> new Split(LookReply.by(seen.look()), rows.rowCount(), change(rows.table()));
        };
    }

    private String change(Table table) {
        var column = table.indexOf(request.task().metrics().getFirst() + ".change");
        if (column.isEmpty()) {
            return "not seen";
        }
        var moved = IntStream.range(0, table.size())
                .mapToObj(row -> table.number(row, column.getAsInt()))
                .filter(Objects::nonNull)
                .map(BigDecimal::abs)
                .toList();
        var all = moved.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var most = moved.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        if (all.signum() == 0) {
            return "none";
        }
        return most.compareTo(all.multiply(FEW)) >= 0 ? "in few parts" : "spread";
    }

    // By the rules of strict mode: everything required, nothing added, and only names that are open.
    private String schema() {
        var schema = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        var properties = schema.putObject("properties");
        properties.putObject("thought").put("type", "string");
        properties.putObject("done").put("type", "boolean");
        var named = properties.putObject("looks").put("type", "array").putObject("items");
        var allowed = named.put("type", "string").putArray("enum");
        names().forEach(allowed::add);
        schema.putArray("required").add("thought").add("done").add("looks");
        return JSON.writeValueAsString(schema);
    }

    private static String read(String resource) {
        try (var stream = LookPrompt.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource, broken);
        }
    }
}
