package io.asktrail.planner.playbook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.Diagnosis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One kind of diagnosis as its file says it.
 *
 * @param rounds one after the other, each after what the ones before have shown
 * @param done what is thought when all rounds are over
 */
record Playbook(Diagnosis.Kind kind, List<Round> rounds, String done) {
    /** What a round asks of the data. */
    enum Look {
        @JsonProperty("whole")
        WHOLE,
        @JsonProperty("each_dimension")
        EACH_DIMENSION
    }

    /** What must have been seen for a round to be worth its time. */
    enum Condition {
        @JsonProperty("always")
        ALWAYS,
        @JsonProperty("changed")
        CHANGED
    }

    /**
     * @param first dimensions to look at before all others
     * @param most looks of the round; null if there may be any number
     */
    record Round(
            Look look,
            String thought,
            @JsonProperty("go_on_if") Condition goOnIf,
            List<DimensionId> first,
            @Nullable Integer most) {
        Round {
            @Nullable List<DimensionId> given = first;
            first = given == null ? List.of() : List.copyOf(given);
        }

        Round withoutLimit() {
            return new Round(look, thought, goOnIf, first, null);
        }
    }

    Playbook {
        rounds = List.copyOf(rounds);
    }

    /** Those that come with the planner. */
    static List<Playbook> bundled() {
        return List.of(read("change.yaml"));
    }

    private static Playbook read(String name) {
        try (var file = Objects.requireNonNull(Playbook.class.getResourceAsStream(name), name)) {
            return new YAMLMapper().readValue(file, Playbook.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
