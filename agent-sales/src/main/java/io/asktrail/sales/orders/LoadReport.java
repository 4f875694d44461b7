package io.asktrail.sales.orders;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a load did.
 *
 * @param alreadyLoaded whether the same content had been loaded before, so that nothing was done
 * @param read lines of the file beside its header
 * @param added lines that were new
 * @param changed lines that were there and said something else
 * @param unchanged lines that were there just so
 * @param setAside how many lines could not be loaded, by reason
 * @param from first day of the orders in the warehouse now; null if there are none
 */
public record LoadReport(
        boolean alreadyLoaded,
        long read,
        long added,
        long changed,
        long unchanged,
        Map<Repair, Long> repaired,
        SortedMap<String, Long> unknownStates,
        SortedMap<String, Long> setAside,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public LoadReport {
        repaired = Map.copyOf(repaired);
        unknownStates = Collections.unmodifiableSortedMap(new TreeMap<>(unknownStates));
        setAside = Collections.unmodifiableSortedMap(new TreeMap<>(setAside));
    }

    public long loaded() {
        return added + changed + unchanged;
    }

    public long setAsideCount() {
        return setAside.values().stream().mapToLong(Long::longValue).sum();
    }

    /** For a terminal. */
    public String text(String file) {
        if (alreadyLoaded) {
            return "%s was loaded before; nothing changed.%n".formatted(file);
        }
        var text = new StringBuilder();
        line(text, "%s: %,d lines read, %,d loaded, %,d set aside.", file, read, loaded(), setAsideCount());
        line(text, "  %,d new, %,d changed, %,d as they were.", added, changed, unchanged);
        section(text, "  Repaired:", repaired.isEmpty());
        for (var repair : Repair.values()) {
            var count = repaired.getOrDefault(repair, 0L);
            if (count > 0) {
                line(text, "  %,11d  %s", count, repair.meaning());
            }
        }
        section(text, "  States as written that no registry file knows:", unknownStates.isEmpty());
        unknownStates.forEach((state, count) -> line(text, "  %,11d  %s", count, state));
        section(text, "  Set aside (kept in sales.set_aside):", setAside.isEmpty());
        setAside.forEach((reason, count) -> line(text, "  %,11d  %s", count, reason));
        if (from != null) {
            line(text, "  The warehouse now holds orders of %s to %s.", from, to);
        }
        return text.toString();
    }

    private static void section(StringBuilder text, String title, boolean empty) {
        if (!empty) {
            line(text, "%s", title);
        }
    }

    private static void line(StringBuilder text, String format, @Nullable Object... values) {
        text.append(String.format(Locale.ENGLISH, format, values)).append(System.lineSeparator());
    }
}
