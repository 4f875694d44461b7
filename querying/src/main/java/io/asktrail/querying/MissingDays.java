package io.asktrail.querying;

import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.stream.Collectors;

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
        var first =
                parts.stream().map(Holdings.Part::from).filter(Objects::nonNull).min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return List.of();
        }
        var from = later(first.get(), asked.start());
        var to = asked.end().isBefore(today) ? asked.end() : today.minusDays(1);
        var gaps = between(runs(parts), from, to);
        var onlyTheLast =
                asked.start().isBefore(asked.end()) && gaps.equals(List.of(new DateRange(asked.end(), asked.end())));
        return onlyTheLast ? List.of() : gaps;
    }

    private static List<DateRange> runs(List<Holdings.Part> parts) {
        var runs = new ArrayList<DateRange>();
        for (var part : parts) {
            if (part.from() != null && part.to() != null) {
                runs.add(new DateRange(part.from(), part.to()));
            }
        }
        runs.sort(Comparator.comparing(DateRange::start));
        return runs;
    }

    // From run to run, not from day to day: this is looked at before every question.
    private static List<DateRange> between(List<DateRange> runs, LocalDate from, LocalDate to) {
        var gaps = new ArrayList<DateRange>();
        var next = from;
        for (var run : runs) {
            if (next.isAfter(to)) {
                break;
            }
            if (run.start().isAfter(next)) {
                var last = run.start().minusDays(1);
                gaps.add(new DateRange(next, last.isAfter(to) ? to : last));
            }
            next = later(next, run.end().plusDays(1));
        }
        if (!next.isAfter(to)) {
            gaps.add(new DateRange(next, to));
        }
        return gaps;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
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
                        "%s: not loaded yet, so not counted: %s.".formatted(title, String.join("; ", parts)))
                .about(Map.of("source", new NoteValue.Name(title), "parts", parts(channelsByDays))));
    }

    private static NoteValue parts(Map<List<DateRange>, String> channelsByDays) {
        var parts = new ArrayList<NoteValue.Part>();
        channelsByDays.forEach((ranges, channels) -> ranges.forEach(range -> parts.add(part(range, channels))));
        return new NoteValue.Parts(parts);
    }

    private static NoteValue.Part part(DateRange range, String channels) {
        var days = new NoteValue.Days(range.start(), range.end());
        return channels.isEmpty()
                ? NoteValue.Part.of("days_missing", Map.of("days", days))
                : NoteValue.Part.of("days_missing_of", Map.of("days", days, "channels", new NoteValue.Name(channels)));
    }

    private static String text(DateRange days) {
        return days.start().equals(days.end())
                ? days.start().toString()
                : "%s to %s".formatted(days.start(), days.end());
    }
}
