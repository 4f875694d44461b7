package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.router.language.Cue;
import io.asktrail.router.vocabulary.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days, weeks, months, quarters and years as words and as steps. */
public final class Units {
    private Units() {}

    /** The unit that stands at a place; null if none does. */
    public static @Nullable Grain at(Words words, int i) {
        return words.is(i, Cue.DAY)
                ? Grain.DAY
                : words.is(i, Cue.WEEK)
                        ? Grain.WEEK
                        : words.is(i, Cue.MONTH)
                                ? Grain.MONTH
                                : words.is(i, Cue.QUARTER) ? Grain.QUARTER : words.is(i, Cue.YEAR) ? Grain.YEAR : null;
    }

    /** The day some units before; a negative count looks ahead. */
    public static LocalDate minus(LocalDate day, Grain unit, int count) {
        return switch (unit) {
            case DAY -> day.minusDays(count);
            case WEEK -> day.minusWeeks(count);
            case MONTH -> day.minusMonths(count);
            case QUARTER -> day.minusMonths(3L * count);
            case YEAR -> day.minusYears(count);
        };
    }
}
