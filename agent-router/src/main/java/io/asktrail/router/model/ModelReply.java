package io.asktrail.router.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of a question, as its form has it.
 *
 * @param task null unless it is understood
 */
record ModelReply(Verdict verdict, @Nullable Task task) {
    /** Whether it is understood at all. */
    enum Verdict {
        @JsonProperty("understood")
        UNDERSTOOD,
        @JsonProperty("unclear")
        UNCLEAR,
        @JsonProperty("not_covered")
        NOT_COVERED
    }

    /**
     * Times, names and numbers by their labels in the question; no date, value or number of the model's own.
     *
     * @param compare a label of a time, {@code previous_period} or {@code previous_year}
     * @param words what each word stands for that nobody else understood
     */
    record Task(
            List<MetricId> metrics,
            @JsonProperty("group_by") List<DimensionId> groupBy,
            @Nullable String period,
            @Nullable Grain series,
            @Nullable String compare,
            List<String> keep,
            @JsonProperty("leave_out") List<String> leaveOut,
            List<Condition> conditions,
            @Nullable Order order,
            @Nullable String limit,
            Calculation.@Nullable Kind calculation,
            Diagnosis.@Nullable Kind diagnosis,
            List<WordUse> words) {
        Task {
            metrics = List.copyOf(metrics);
            groupBy = List.copyOf(groupBy);
            keep = orEmpty(keep);
            leaveOut = orEmpty(leaveOut);
            conditions = orEmpty(conditions);
            words = List.copyOf(words);
        }
    }

    // What the question has none of has no place in the form: then it arrives as null.
    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** @param number its label in the question */
    record Condition(MetricId metric, Operator op, String number) {
        Condition {
            Objects.requireNonNull(metric);
            Objects.requireNonNull(op);
            Objects.requireNonNull(number);
        }
    }

    record Order(FieldId by, Direction direction) {
        Order {
            Objects.requireNonNull(by);
            Objects.requireNonNull(direction);
        }
    }

    /** @param word its label */
    record WordUse(String word, Part part) {
        WordUse {
            Objects.requireNonNull(word);
            Objects.requireNonNull(part);
        }
    }
}
