package io.asktrail.querying;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.Note;
import io.asktrail.registry.schema.Settling;
import io.asktrail.registry.schema.TableDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days that a table holds. Where its account is kept by ad channel, only the channels that a question can meet
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
        return freshness(parts, provisionalFrom(today, table.settling(), parts));
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
        return new Held(
                freshness(relevant, provisionalFrom(today, moving, relevant)), missingChannels(fetch, relevant));
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

    private Optional<Freshness> freshness(List<Part> held, @Nullable LocalDate provisionalFrom) {
        if (held.isEmpty()) {
            return Optional.empty();
        }
        @Nullable LocalDate from = latest(held.stream().map(Part::from).toList());
        @Nullable LocalDate to = earliest(held.stream().map(Part::to).toList());
        var loaded = held.stream()
                .map(Part::loadedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        boolean moves = provisionalFrom != null && to != null && !provisionalFrom.isAfter(to);
        return Optional.of(new Freshness(table.title(), from, to, loaded, moves ? provisionalFrom : null));
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
                        "channels_not_loaded",
                        "%s: no reports of %s are loaded, so nothing of it is counted."
                                .formatted(table.title(), missing)));
    }
}
