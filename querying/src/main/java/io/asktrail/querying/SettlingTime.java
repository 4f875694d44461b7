package io.asktrail.querying;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * For how many days a source may still restate a day's numbers.
 *
 * @param days 0 if a number once given is final
 */
public record SettlingTime(int days) {
    public static final SettlingTime FINAL_AT_ONCE = new SettlingTime(0);

    public SettlingTime {
        if (days < 0) {
            throw new IllegalArgumentException("numbers settle after %d days, not before".formatted(days));
        }
    }

    /** The first held day whose numbers may still move; null if there is none. */
    @Nullable
    LocalDate provisionalFrom(LocalDate today, @Nullable LocalDate coveredTo) {
        var first = today.minusDays(days);
        return days == 0 || coveredTo == null || first.isAfter(coveredTo) ? null : first;
    }
}
