package io.asktrail.querying;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import io.asktrail.querying.statement.ResolvedFetch;
import io.asktrail.registry.schema.Settling;
import io.asktrail.registry.schema.TableDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days that a table holds, in runs without a gap. Where its account is kept by ad channel, only the channels that a question can meet
 * count: what Sponsored Brands lack says nothing about Sponsored Products.
 */
record Holdings(TableDefinition table, List<Part> parts) {
    Holdings {
        parts = List.copyOf(parts);
    }

    /**
     * @param channel null where the account is for all rows
     * @param ages how old its days were when the source was asked for them, as far as anybody knows
     */
    record Part(
            @Nullable String channel,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant loadedAt,
            List<KnownAge> ages) {
        Part {
            ages = List.copyOf(ages);
        }

        /** Whatever the day is today: what was last heard of it was not the last word. */
        Optional<LocalDate> movingFrom(Settling settling) {
            return settling.channels().isEmpty() || settling.channels().contains(channel)
                    ? ages.stream()
                            .filter(known -> known.age() < settling.days())
                            .map(KnownAge::firstDay)
                            .min(Comparator.naturalOrder())
                    : Optional.empty();
        }
    }

    /**
     * @param age in days
     * @param firstDay the oldest of those that were so old
     */
    record KnownAge(int age, LocalDate firstDay) {}

    /** What is held for a question. */
    record Held(Optional<Freshness> freshness, List<Note> notes) {
        Held {
            notes = List.copyOf(notes);
        }
    }

    /** Over all channels and numbers. */
    Optional<Freshness> whole(LocalDate today) {
        return freshness(parts, Holdings::earliest, provisionalFrom(today, table.settling(), parts));
    }

    Held in(ResolvedFetch fetch, LocalDate today) {
        Predicate<String> met = channel -> UsageNotes.canHave(fetch, channel);
        var relevant = parts.stream()
                .filter(part -> part.channel() == null || met.test(part.channel()))
                .toList();
        var moving = table.settling().stream()
                .filter(settling -> settling.channels().isEmpty()
                        || settling.channels().stream().anyMatch(met))
                .filter(settling ->
                        fetch.inputs().metrics().stream().anyMatch(metric -> settles(fetch, metric, settling)))
                .toList();
        var gaps = table.coveredBy() == null
                ? List.<Note>of()
                : MissingDays.of(byChannel(relevant), fetch.inputs().dateRange(), today).note(table.title()).stream()
                        .toList();
        // Where a gap is told of channel by channel, the whole is said to end where the last of them does.
        var fresh = freshness(
                relevant,
                gaps.isEmpty() ? Holdings::earliest : Holdings::latest,
                provisionalFrom(today, moving, relevant));
        return new Held(
                fresh,
                Stream.concat(missingChannels(fetch, relevant).stream(), gaps.stream())
                        .toList());
    }

    private static boolean settles(ResolvedFetch fetch, MetricId metric, Settling settling) {
        var column = fetch.measure(metric).column();
        return column != null && settling.columns().contains(column);
    }

    // By the calendar, or where a day was asked for before it had settled, and never again since.
    private static @Nullable LocalDate provisionalFrom(LocalDate today, List<Settling> moving, List<Part> held) {
        return moving.stream()
                .flatMap(settling -> Stream.concat(
                        Stream.of(today.minusDays(settling.days())),
                        held.stream().flatMap(part -> part.movingFrom(settling).stream())))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    // From the first day of any run to the last day of any: gaps are told by themselves.
    private Optional<Freshness> freshness(
            List<Part> held,
            Function<List<@Nullable LocalDate>, @Nullable LocalDate> end,
            @Nullable LocalDate provisionalFrom) {
        if (held.isEmpty()) {
            return Optional.empty();
        }
        var runs = byChannel(held).values();
        @Nullable
        LocalDate from = latest(runs.stream()
                .map(parts -> earliest(parts.stream().map(Part::from).toList()))
                .toList());
        @Nullable
        LocalDate to = end.apply(runs.stream()
                .map(parts -> latest(parts.stream().map(Part::to).toList()))
                .toList());
        var loaded = held.stream()
                .map(Part::loadedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        boolean moves = provisionalFrom != null && to != null && !provisionalFrom.isAfter(to);
        return Optional.of(new Freshness(table.title(), from, to, loaded, moves ? provisionalFrom : null));
    }

    /** In the order of the channels' names; what is kept for all rows stands under none. */
    private static SortedMap<String, List<Part>> byChannel(List<Part> parts) {
        return parts.stream()
                .collect(Collectors.groupingBy(
                        part -> Objects.requireNonNullElse(part.channel(), ""), TreeMap::new, Collectors.toList()));
    }

    private static @Nullable LocalDate latest(List<@Nullable LocalDate> days) {
        return days.stream()
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable LocalDate earliest(List<@Nullable LocalDate> days) {
        return days.stream()
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    // What was never loaded would be taken for zero: some channels, or all of them before the first sync.
    private List<Note> missingChannels(ResolvedFetch fetch, List<Part> relevant) {
        if (table.coveredBy() == null) {
            return List.of();
        }
        var missing = fetch.capability().channels().stream()
                .filter(channel -> UsageNotes.canHave(fetch, channel))
                .filter(channel -> relevant.stream().noneMatch(part -> channel.equals(part.channel())))
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? List.of()
                : List.of(Note.caveat(
                                Note.CHANNELS_NOT_LOADED,
                                "%s: no reports of %s are loaded, so nothing of it is counted."
                                        .formatted(table.title(), missing))
                        .about(Map.of(
                                "source", new NoteValue.Name(table.title()),
                                "channels", new NoteValue.Name(missing))));
    }
}
