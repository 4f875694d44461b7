package io.asktrail.router.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.model.LanguageModel;
import io.asktrail.personal.PersonalData;
import io.asktrail.registry.metric.GoodDirection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** What a model is told: the question with personal data hidden, what it has in it, and the caller's part of the catalogue. */
record ReadPrompt(QuestionParts parts, Catalogue catalogue, List<Examples.Example> examples) {
    /** Stands in the readings that come of it: another text is another version. */
    static final String VERSION = "read-v1";

    private static final String INSTRUCTIONS = read("/router-prompts/%s.md".formatted(VERSION));
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private record Labelled(String label, String text) {}

    private record Named(String label, String name, DimensionId dimension) {}

    private record Metric(MetricId id, String label, String meaning, GoodDirection good) {}

    private record Dimension(DimensionId id, String label, String meaning) {}

    private record Told(
            String question,
            List<Labelled> words,
            List<Labelled> times,
            List<Named> names,
            List<Labelled> numbers,
            List<Metric> metrics,
            List<Dimension> dimensions,
            List<Examples.Example> examples,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonProperty("what_was_wrong_with_your_last_reply")
            List<String> faults) {}

    ReadPrompt {
        examples = List.copyOf(examples);
    }

    /** @param faults of the reply before; empty at first */
    LanguageModel.Request request(List<String> faults) {
        var told = new Told(
                parts.text(),
                parts.words().stream()
                        .map(word -> new Labelled(word.label(), word.text()))
                        .toList(),
                parts.times().stream()
                        .map(time -> new Labelled(time.label(), time.text()))
                        .toList(),
                parts.names().stream()
                        .map(name -> new Named(
                                name.label(), name.value().value(), name.value().dimension()))
                        .toList(),
                parts.numbers().stream()
                        .map(number -> new Labelled(number.label(), number.text()))
                        .toList(),
                catalogue.metrics().stream()
                        .map(metric ->
                                new Metric(metric.id(), metric.names().english(), metric.description(), metric.good()))
                        .toList(),
                catalogue.dimensions().stream()
                        .map(dimension ->
                                new Dimension(dimension.id(), dimension.names().english(), dimension.description()))
                        .toList(),
                examples,
                faults);
        // Names of campaigns may hold what belongs to a person, too.
        var task = PersonalData.mask(JSON.writeValueAsString(told));
        return new LanguageModel.Request(INSTRUCTIONS, task, new ReplyForm(parts, catalogue).json());
    }

    private static String read(String resource) {
        try (var stream = ReadPrompt.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource, broken);
        }
    }
}
