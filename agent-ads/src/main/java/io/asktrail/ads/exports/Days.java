package io.asktrail.ads.exports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads days in the forms that the console and spreadsheets write. In numbers alone the day stands first, except in an
 * account that counts in US dollars; a day that lies ahead is refused, as it is mostly day and month swapped.
 */
final class Days {
    private static final Pattern TIME_BEHIND = Pattern.compile("[T ]\\d{1,2}:\\d{2}.*$");
    private static final Pattern SERIAL = Pattern.compile("[3-7]\\d{4}(?:\\.\\d+)?");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final List<DateTimeFormatter> UNMISTAKABLE = Stream.of(
                    "uuuu-M-d",
                    "uuuu/M/d",
                    "uuuuMMdd",
                    "MMM d, uuuu",
                    "MMMM d, uuuu",
                    "MMM d uuuu",
                    "d-MMM-uuuu",
                    "d-MMM-uu",
                    "d MMM uuuu",
                    "d MMMM uuuu",
                    "d/MMM/uuuu")
            .map(Days::form)
            .toList();
    private static final List<DateTimeFormatter> DAY_FIRST = Stream.of(
                    "d/M/uuuu", "d-M-uuuu", "d.M.uuuu", "d/M/uu", "d-M-uu")
            .map(Days::form)
            .toList();
    private static final List<DateTimeFormatter> MONTH_FIRST = Stream.of("M/d/uuuu", "M-d-uuuu", "M/d/uu", "M-d-uu")
            .map(Days::form)
            .toList();
    private static final int MOST_REMEMBERED = 4_096;

    private final LocalDate latest;
    private final Map<String, LocalDate> seen = new HashMap<>();
    private boolean dayFirst = true;

    /** @param today in the account's zone; the account may be a day ahead of it */
    Days(LocalDate today) {
        this.latest = today.plusDays(1);
    }

    void currency(String code) {
        dayFirst = !code.equals("USD");
        seen.clear();
    }

    LocalDate read(String text) {
        @Nullable LocalDate known = seen.get(text);
        if (known != null) {
            return known;
        }
        var day = parse(text.strip());
        if (day.isAfter(latest)) {
            throw new CellException("a day that has been; %s was read as %s".formatted(text.strip(), day));
        }
        if (seen.size() < MOST_REMEMBERED) {
            seen.put(text, day);
        }
        return day;
    }

    private LocalDate parse(String written) {
        if (SERIAL.matcher(written).matches()) {
            return SERIAL_ZERO.plusDays(new BigDecimal(written).longValue());
        }
        var text = TIME_BEHIND
                .matcher(written)
                .replaceFirst("")
                .replace("Sept ", "Sep ")
                .replace("Sept-", "Sep-");
        return Stream.concat(UNMISTAKABLE.stream(), (dayFirst ? DAY_FIRST : MONTH_FIRST).stream())
                .map(form -> with(form, text))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new CellException("a day such as 2025-01-31, Jan 31, 2025 or %s"
                        .formatted(dayFirst ? "31/01/2025" : "01/31/2025")));
    }

    private static Optional<LocalDate> with(DateTimeFormatter form, String text) {
        var position = new java.text.ParsePosition(0);
        var parsed = form.parseUnresolved(text, position);
        if (parsed == null || position.getErrorIndex() >= 0 || position.getIndex() < text.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Objects.requireNonNull(LocalDate.parse(text, form)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
