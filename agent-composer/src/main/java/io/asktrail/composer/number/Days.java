package io.asktrail.composer.number;

import io.asktrail.composer.words.Words;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.task.Grain;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes days and periods: {@code 1–31 Oct 2025}. */
public final class Days {
    private static final Days ENGLISH = new Days(Words.in(Language.ENGLISH));
    private static final Days HINDI = new Days(Words.in(Language.HINDI));

    private final Words words;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfYear;
    private final DateTimeFormatter month;

    private Days(Words words) {
        this.words = words;
        this.day = formatter("day");
        this.dayOfYear = formatter("dayofyear");
        this.month = formatter("month");
    }

    private DateTimeFormatter formatter(String name) {
        return DateTimeFormatter.ofPattern(
                words.of("date." + name), Locale.of(words.language().tag()));
    }

    /** Days in the words of a language. */
    public static Days in(Words words) {
        return switch (words.language()) {
            case ENGLISH -> ENGLISH;
            case HINDI -> HINDI;
        };
    }

    public static String period(LocalDate start, LocalDate end) {
        return ENGLISH.from(start, end);
    }

    public String written(LocalDate date) {
        return day.format(date);
    }

    /** What both ends share is written once. */
    public String from(LocalDate start, LocalDate end) {
        if (start.equals(end)) {
            return written(end);
        }
        if (start.getYear() != end.getYear()) {
            return written(start) + " – " + written(end);
        }
        return start.getMonth() == end.getMonth()
                ? start.getDayOfMonth() + "–" + written(end)
                : dayOfYear.format(start) + " – " + written(end);
    }

    /** One point of a series, by the first day it stands for. */
    public String point(LocalDate first, Grain grain) {
        return switch (grain) {
            case DAY -> written(first);
            case WEEK -> words.of("date.week", "day", written(first));
            case MONTH -> month.format(first);
            case QUARTER -> "Q%d %d".formatted((first.getMonthValue() + 2) / 3, first.getYear());
            case YEAR -> Integer.toString(first.getYear());
        };
    }
}
