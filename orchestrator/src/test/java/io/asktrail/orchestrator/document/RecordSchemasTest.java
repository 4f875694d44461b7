package io.asktrail.orchestrator.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.TaskRequest;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The expected names and kinds are those of the JSON examples of the design, not of a run. */
class RecordSchemasTest {
    @SuppressWarnings("rawtypes") // as the library gives them
    private static Map<String, Schema> described(Class<?>... types) {
        var library = new ModelConverters(true);
        library.addConverter(new RecordSchemas());
        return Stream.of(types)
                .map(type ->
                        library.resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true)).referencedSchemas)
                .reduce(new TreeMap<>(), (all, more) -> {
                    all.putAll(more);
                    return all;
                });
    }

    @SuppressWarnings("rawtypes") // as the library gives them
    private static Schema<?> of(Map<String, Schema> schemas, String name) {
        return Objects.requireNonNull(schemas.get(name));
    }

    private static Schema<?> property(Schema<?> of, String name) {
        return Objects.requireNonNull(Objects.requireNonNull(of.getProperties()).get(name));
    }

    @Test
    void describesATaskByItsFields() {
        // When
        var task = of(described(TaskRequest.class), "TaskRequest");

        // Then
        assertThat(task.getProperties())
                .containsKeys(
                        "metrics", "group_by", "entities", "time", "filters", "order_by", "limit", "as_of", "wait");
        assertThat(task.getRequired()).isNullOrEmpty();
    }

    @Test
    void requiresWhatAnAnswerAlwaysHas() {
        // When
        var answer = of(described(Answer.class), "Answer");

        // Then
        assertThat((List<?>) answer.getRequired())
                .map(Object::toString)
                .contains("id", "conversation_id", "status", "text", "trail", "cost", "took_ms")
                .doesNotContain("table", "chart", "refusal", "task", "trace_id", "export");
    }

    @Test
    void keepsRecordsOfOneSimpleNameApart() {
        // When
        var schemas = described(Plan.class, TaskRequest.class);

        // Then
        assertThat(of(schemas, "TaskRequestCompare").getProperties()).containsOnlyKeys("kind", "start", "end");
        assertThat(of(schemas, "StepInputsCompare").getProperties()).containsKeys("current", "previous", "keys");
    }

    @Test
    void tellsReadingsApartByTheirStatus() {
        // When
        var schemas = described(Reading.class);

        // Then
        var reading = of(schemas, "Reading");
        assertThat(reading.getOneOf()).hasSize(3);
        assertThat(reading.getDiscriminator().getPropertyName()).isEqualTo("status");
        assertThat(reading.getDiscriminator().getMapping())
                .containsEntry("out_of_scope", "#/components/schemas/ReadingOutOfScope");
        assertThat(property(of(schemas, "ReadingUnclear"), "status").getEnum())
                .map(Object::toString)
                .containsExactly("unclear");
    }

    @Test
    void describesWhatStepsAreCalledWithByWhatTheyAlwaysHave() {
        // When
        var schemas = described(StepInputs.class);

        // Then lists that are left out where they are empty are not among it
        assertThat((List<?>) of(schemas, "StepInputsFetch").getRequired())
                .map(Object::toString)
                .containsExactly("date_range", "tz");
        assertThat(property(of(schemas, "StepInputsFetch"), "date_range").getTypes())
                .containsExactly("string");
    }
}
