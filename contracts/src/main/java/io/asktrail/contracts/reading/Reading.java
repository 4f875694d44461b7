package io.asktrail.contracts.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the router concludes from a question. Asking back is an ordinary outcome, not an error. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Reading.Understood.class, name = "understood"),
    @JsonSubTypes.Type(value = Reading.Unclear.class, name = "unclear"),
    @JsonSubTypes.Type(value = Reading.OutOfScope.class, name = "out_of_scope")
})
public sealed interface Reading {
    /** Who read it. */
    enum By {
        @JsonProperty("rules")
        RULES,
        @JsonProperty("verified")
        VERIFIED,
        @JsonProperty("model")
        MODEL
    }

    /** How sure the router is, 0 to 1. */
    BigDecimal confidence();

    /** The words that were used, in their order. */
    List<Span> spans();

    By by();

    /** Which verified question, or which version of the prompt, it was read by; null for the rules. */
    @Nullable
    String reader();

    /** What a model was paid, whether its reading was taken or not; null if none was asked. */
    @Nullable
    Cost cost();

    /** The same, after a model was asked for it. */
    Reading withCost(Cost spent);

    /** @param assumptions what was taken for granted, as sentences for the reader */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Understood(
            TaskSpec task,
            BigDecimal confidence,
            List<Span> spans,
            List<String> assumptions,
            By by,
            @Nullable String reader,
            @Nullable Cost cost)
            implements Reading {
        public Understood {
            spans = List.copyOf(spans);
            assumptions = List.copyOf(assumptions);
        }

        /** Read without a model. */
        public Understood(TaskSpec task, BigDecimal confidence, List<Span> spans, List<String> assumptions, By by) {
            this(task, confidence, spans, assumptions, by, null, null);
        }

        @Override
        public Understood withCost(Cost spent) {
            return new Understood(task, confidence, spans, assumptions, by, reader, spent);
        }
    }

    /** @param task what was understood so far; null if nothing can be run */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unclear(
            Clarification clarification,
            String reason,
            @Nullable TaskSpec task,
            BigDecimal confidence,
            List<Span> spans,
            By by,
            @Nullable String reader,
            @Nullable Cost cost)
            implements Reading {
        public Unclear {
            spans = List.copyOf(spans);
        }

        /** Read without a model. */
        public Unclear(
                Clarification clarification,
                String reason,
                @Nullable TaskSpec task,
                BigDecimal confidence,
                List<Span> spans,
                By by) {
            this(clarification, reason, task, confidence, spans, by, null, null);
        }

        @Override
        public Unclear withCost(Cost spent) {
            return new Unclear(clarification, reason, task, confidence, spans, by, reader, spent);
        }
    }

    /** @param nearest questions that can be answered instead */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutOfScope(
            String reason,
            List<Clarification.Option> nearest,
            BigDecimal confidence,
            List<Span> spans,
            By by,
            @Nullable String reader,
            @Nullable Cost cost)
            implements Reading {
        public OutOfScope {
            nearest = List.copyOf(nearest);
            spans = List.copyOf(spans);
        }

        /** Read without a model. */
        public OutOfScope(
                String reason, List<Clarification.Option> nearest, BigDecimal confidence, List<Span> spans, By by) {
            this(reason, nearest, confidence, spans, by, null, null);
        }

        @Override
        public OutOfScope withCost(Cost spent) {
            return new OutOfScope(reason, nearest, confidence, spans, by, reader, spent);
        }
    }
}
