package io.asktrail.insights.anomaly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Unusual days of one line, one after the other and to the same side. */
record Run(Line line, List<Day> days) {
    /** One unusual day. */
    record Day(LocalDate date, BigDecimal value, Usual usual, BigDecimal score) {
        boolean isHigh() {
            return score.signum() > 0;
        }
    }

    Run {
        days = List.copyOf(days);
    }

    LocalDate from() {
        return days.getFirst().date();
    }

    LocalDate to() {
        return days.getLast().date();
    }

    /** The day that is furthest out. */
    Day peak() {
        var peak = days.getFirst();
        for (var day : days) {
            peak = day.score().abs().compareTo(peak.score().abs()) > 0 ? day : peak;
        }
        return Objects.requireNonNull(peak);
    }
}
