package io.asktrail.planner.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model may decide: which capability is read at which grain, and how rows come together. It writes no value, no
 * date, no condition and no formula; those are the task's and the registry's.
 *
 * @param table the step whose rows are the answer
 */
public record ModelPlan(List<ModelStep> steps, String table) {
    public ModelPlan {
        steps = List.copyOf(steps);
    }

    /** One step, by its kind. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Read.class, name = "read"),
        @JsonSubTypes.Type(value = Work.class, name = "work"),
        @JsonSubTypes.Type(value = Compare.class, name = "compare")
    })
    public sealed interface ModelStep {
        String id();
    }

    /** @param only the step whose groups are enough; null for all */
    public record Read(
            String id,
            String tool,
            List<String> metrics,
            @JsonProperty("group_by") List<String> groupBy,
            Span period,
            @Nullable String only)
            implements ModelStep {
        public Read {
            metrics = List.copyOf(metrics);
            groupBy = List.copyOf(groupBy);
        }
    }

    /**
     * @param workOut metrics whose formulas are worked out, inner ones first
     * @param select the metrics to keep
     * @param conditions whether the task's conditions on numbers are applied here
     * @param calculations whether the task's calculations are made here
     * @param fill whether points without rows are filled
     * @param within the step whose groups are kept
     */
    public record Work(
            String id,
            String left,
            @Nullable String right,
            @JsonProperty("work_out") List<String> workOut,
            List<String> select,
            boolean conditions,
            boolean calculations,
            Order order,
            boolean fill,
            @Nullable String within)
            implements ModelStep {
        public Work {
            workOut = List.copyOf(workOut);
            select = List.copyOf(select);
        }
    }

    /** Two periods side by side. */
    public record Compare(String id, String current, String previous, List<String> metrics, Order order)
            implements ModelStep {
        public Compare {
            metrics = List.copyOf(metrics);
        }
    }

    /** Which of the task's periods. */
    public enum Span {
        @JsonProperty("asked")
        ASKED,
        @JsonProperty("compared")
        COMPARED
    }

    /** Whether rows are put in the task's order, and cut to its limit. */
    public enum Order {
        @JsonProperty("none")
        NONE,
        @JsonProperty("sorted")
        SORTED,
        @JsonProperty("first")
        FIRST
    }
}
