package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/** The earlier days that the period is held against, both ends included. */
public record Comparison(Kind kind, LocalDate start, LocalDate end) {
    /** How the earlier days were chosen. */
    public enum Kind {
        @JsonProperty("previous_period")
        PREVIOUS_PERIOD,
        @JsonProperty("previous_year")
        PREVIOUS_YEAR,
        @JsonProperty("explicit")
        EXPLICIT
    }

    public Comparison {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "the comparison ends (%s) before it starts (%s): swap the dates".formatted(end, start));
        }
    }
}
