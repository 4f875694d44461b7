package io.asktrail.router.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The parts of a task that words can stand for. */
enum Part {
    METRICS,
    GROUP_BY,
    SERIES,
    COMPARE,
    KEEP,
    LEAVE_OUT,
    CONDITIONS,
    ORDER,
    LIMIT,
    CALCULATION,
    DIAGNOSIS;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
