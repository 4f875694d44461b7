package io.asktrail.planner.playbook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One kind of diagnosis as its file says it.
 *
 * @param metrics which metrics a question of this kind may name
 * @param rounds one after the other, each after what the ones before have shown
 * @param done what is thought when all rounds are over
 */
record Playbook(Diagnosis.Kind kind, Metrics metrics, List<Round> rounds, PlaybookSaying done) {
    // Sayings are named in small letters, as in the files of their sentences.
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /**
     * @param fewest how many a question names at least
     * @param most and at most
     * @param otherwise those that are looked at where the question names none
     * @param among the only ones that may be named; all for an empty list
     */
    record Metrics(int fewest, int most, List<MetricId> otherwise, List<MetricId> among) {
        Metrics {
            otherwise = orEmpty(otherwise);
            among = orEmpty(among);
        }
    }

    /** What a round asks of the data. */
    enum Look {
        /** The metric and what leads to it, in both periods. */
        @JsonProperty("whole")
        WHOLE,
        /** The metric by day, far enough back to see how it usually changes. */
        @JsonProperty("swing")
        SWING,
        /** The metric in both periods, by each dimension it has. */
        @JsonProperty("each_dimension")
        EACH_DIMENSION,
        /** Numbers by day. */
        @JsonProperty("days")
        DAYS,
        /** Numbers of both periods. */
        @JsonProperty("overview")
        OVERVIEW,
        /** Numbers of the period. */
        @JsonProperty("table")
        TABLE
    }

    /** What must have been seen for a round to be worth its time. */
    enum Condition {
        @JsonProperty("always")
        ALWAYS,
        @JsonProperty("changed")
        CHANGED
    }

    /** The questions that a round is for. */
    enum Asked {
        @JsonProperty("grouped")
        GROUPED,
        @JsonProperty("not_grouped")
        NOT_GROUPED
    }

    /** What of the question a round leaves out. */
    enum Without {
        @JsonProperty("asked_groups")
        ASKED_GROUPS
    }

    /**
     * @param thought why it looks
     * @param first dimensions to look at before all others
     * @param most looks of the round; null if there may be any number
     * @param stretches periods of the compared length that a swing goes back
     * @param mostDays and no more days than this
     * @param onlyIf questions it is for; all for null
     * @param without what of the question it leaves out
     * @param measures the metrics of the look that the question may name; those of the question for an empty list
     * @param by what rows are split by where the question does not say
     * @param daysBefore days before the period that are looked at too
     * @param keep conditions of the look
     */
    record Round(
            Look look,
            PlaybookSaying thought,
            @JsonProperty("go_on_if") Condition goOnIf,
            List<DimensionId> first,
            @Nullable Integer most,
            @Nullable Integer stretches,
            @JsonProperty("most_days") @Nullable Integer mostDays,
            @JsonProperty("only_if") @Nullable Asked onlyIf,
            @Nullable Without without,
            List<MetricId> measures,
            List<DimensionId> by,
            @JsonProperty("days_before") @Nullable Integer daysBefore,
            List<Filter> keep) {
        Round {
            first = orEmpty(first);
            measures = orEmpty(measures);
            by = orEmpty(by);
            keep = orEmpty(keep);
        }

        Round withoutLimit() {
            return new Round(
                    look,
                    thought,
                    goOnIf,
                    first,
                    null,
                    stretches,
                    mostDays,
                    onlyIf,
                    without,
                    measures,
                    by,
                    daysBefore,
                    keep);
        }
    }

    Playbook {
        rounds = List.copyOf(rounds);
    }

    // What a file leaves out arrives as null.
    private static <T> List<T> orEmpty(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /** Those that come with the planner, one for every kind: a kind without a file ends the start. */
    static List<Playbook> bundled() {
        return Arrays.stream(Diagnosis.Kind.values())
                .map(kind -> read(kind.name().toLowerCase(Locale.ROOT) + ".yaml"))
                .toList();
    }

    private static Playbook read(String name) {
        try (var file = Objects.requireNonNull(Playbook.class.getResourceAsStream(name), name)) {
            return YAML.readValue(file, Playbook.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
