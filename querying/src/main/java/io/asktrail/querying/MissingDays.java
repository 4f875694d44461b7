package io.asktrail.querying;

import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.result.Note;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Days that a question asks about and that are not loaded, by channel. Before a channel's first day there is nothing that
 * could be loaded, and neither today nor the last day of a longer question is expected: days come when they are over.
 */
record MissingDays(SequencedMap<String, List<DateRange>> byChannel) {
    static MissingDays of(SortedMap<String, List<Holdings.Part>> held, DateRange asked, LocalDate today) {
        var missing = new LinkedHashMap<String, List<DateRange>>();
        held.forEach((channel, parts) -> {
            var gaps = gaps(parts, asked, today);
            if (!gaps.isEmpty()) {
                missing.put(channel, gaps);
            }
        });
        return new MissingDays(missing);
    }

    private static List<DateRange> gaps(List<Holdings.Part> parts, DateRange asked, LocalDate today) {
        var days = new TreeSet<LocalDate>();
        @Nullable LocalDate first = null;
        for (var part : parts) {
            if (part.from() != null && (first == null || part.from().isBefore(first))) {
                first = part.from();
            }
        }
        if (first == null) {
            return List.of();
        }
        var from = later(first, asked.start());
        var to = asked.end().isBefore(today) ? asked.end() : today.minusDays(1);
        if (to.isBefore(from)) {
            return List.of();
        }
        from.datesUntil(to.plusDays(1)).forEach(days::add);
        for (var part : parts) {
            if (part.from() != null && part.to() != null) {
                days.subSet(part.from(), true, part.to(), true).clear();
            }
        }
        var onlyTheLast =
                days.size() == 1 && days.contains(asked.end()) && asked.start().isBefore(asked.end());
        return onlyTheLast ? List.of() : runs(days);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<DateRange> runs(TreeSet<LocalDate> days) {
        var runs = new ArrayList<DateRange>();
        for (var day : days) {
            var last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.end().plusDays(1).equals(day)) {
                runs.set(runs.size() - 1, new DateRange(last.start(), day));
            } else {
                runs.add(new DateRange(day, day));
            }
        }
        return runs;
    }

    /** What a reader has to know; empty if nothing is missing. */
    Optional<Note> note(String title) {
        if (byChannel.isEmpty()) {
            return Optional.empty();
        }
        var channelsByDays = byChannel.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.joining(", "))));
        var parts = new ArrayList<String>();
        channelsByDays.forEach((days, channels) ->
                parts.add(days.stream().map(MissingDays::text).collect(Collectors.joining(", "))
                        + (channels.isEmpty() ? "" : " of " + channels)));
        return Optional.of(Note.caveat(
                Note.PARTIAL_COVERAGE,
                "%s: not loaded yet, so not counted: %s.".formatted(title, String.join("; ", parts))));
    }

    private static String text(DateRange days) {
        return days.start().equals(days.end())
                ? days.start().toString()
                : "%s to %s".formatted(days.start(), days.end());
    }
}
