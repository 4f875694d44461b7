package io.asktrail.cli.answer;

import io.asktrail.cli.answer.Explanation.PlannedStep;
import io.asktrail.cli.answer.Explanation.TakenStep;
import io.asktrail.contracts.reading.Span;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The trail of an answer. */
final class ExplanationReader {
    private ExplanationReader() {}

    static Explanation read(JsonNode answer) {
        var reading = answer.path("reading");
        return new Explanation(
                Nodes.text(reading, "by"),
                Nodes.text(reading, "confidence"),
                Nodes.items(reading, "spans").map(ExplanationReader::span).toList(),
                answer.path("task").isObject() ? TaskWords.of(answer.path("task")) : null,
                Nodes.items(answer.path("plan"), "steps")
                        .map(ExplanationReader::planned)
                        .toList(),
                Nodes.items(answer, "trail").map(ExplanationReader::taken).toList(),
                verdicts(answer)
                        .filter(verdict -> !verdict.path("passed").asBoolean(true))
                        .map(verdict -> "%s: %s"
                                .formatted(Nodes.textOr(verdict, "rule", "?"), Nodes.textOr(verdict, "reason", "")))
                        .toList(),
                (int) verdicts(answer)
                        .filter(verdict -> verdict.path("passed").asBoolean(true))
                        .count(),
                Nodes.texts(answer, "policies"),
                Nodes.items(answer, "freshness")
                        .map(ExplanationReader::freshness)
                        .toList(),
                Nodes.text(answer, "registry_version"),
                Nodes.text(answer, "trace_id"));
    }

    private static Span span(JsonNode span) {
        return new Span(
                span.path("from").asInt(0),
                span.path("to").asInt(0),
                Nodes.textOr(span, "text", ""),
                Nodes.textOr(span, "role", ""),
                Nodes.textOr(span, "id", ""));
    }

    private static PlannedStep planned(JsonNode step) {
        var inputs = step.path("inputs");
        var from = Stream.of("left", "right", "current", "previous", "input")
                .flatMap(field -> Stream.ofNullable(Nodes.text(inputs, field)))
                .toList();
        return new PlannedStep(Nodes.textOr(step, "id", "?"), Nodes.textOr(step, "tool", "?"), from);
    }

    private static TakenStep taken(JsonNode step) {
        return new TakenStep(
                Nodes.textOr(step, "step", "?"),
                Nodes.textOr(step, "agent", "?"),
                Nodes.textOr(step, "rows", "0"),
                Nodes.textOr(step, "ms", "0"),
                Nodes.textOr(step, "cache", "miss"),
                Nodes.text(step, "error"),
                Nodes.text(step, "query"));
    }

    private static Stream<JsonNode> verdicts(JsonNode answer) {
        return Stream.concat(
                Nodes.items(answer, "guardrails"),
                Nodes.items(answer, "trail").flatMap(step -> Nodes.items(step, "verdicts")));
    }

    private static String freshness(JsonNode source) {
        return "%s: %s to %s"
                .formatted(
                        Nodes.textOr(source, "source", "?"),
                        Nodes.textOr(source, "covered_from", "–"),
                        Nodes.textOr(source, "covered_to", "–"));
    }
}
