package io.asktrail.contracts.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
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

    /** @param assumptions what was taken for granted, as sentences for the reader */
    record Understood(TaskSpec task, BigDecimal confidence, List<Span> spans, List<String> assumptions, By by)
            implements Reading {
        public Understood {
            spans = List.copyOf(spans);
            assumptions = List.copyOf(assumptions);
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
            By by)
            implements Reading {
        public Unclear {
            spans = List.copyOf(spans);
        }
    }

    /** @param nearest questions that can be answered instead */
    record OutOfScope(String reason, List<Clarification.Option> nearest, BigDecimal confidence, List<Span> spans, By by)
            implements Reading {
        public OutOfScope {
            nearest = List.copyOf(nearest);
            spans = List.copyOf(spans);
        }
    }
}
