package io.asktrail.onboarding.guess;

import io.asktrail.live.ColumnSample;
import io.asktrail.live.LiveColumn;
import io.asktrail.live.LiveKey;
import io.asktrail.live.LiveName;
import io.asktrail.live.LiveTable;
import io.asktrail.live.Sampler;
import io.asktrail.live.TableSample;
import io.asktrail.onboarding.guess.ColumnGuess.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns lead to one row of another table. What the database declares is taken; what only looks so is asked of the
 * values: each must stand there, and each there must stand once, as a join along a wrong key multiplies rows.
 */
final class KeyGuesser {
    private static final double NEARLY_ALL = 0.99;

    private final List<LiveTable> tables;
    private final Map<LiveName, TableSample> samples;
    private final Map<LiveName, List<ColumnGuess>> columns;
    private final Sampler sampler;
    private final Map<String, Optional<Boolean>> unique = new HashMap<>();

    KeyGuesser(
            List<LiveTable> tables,
            Map<LiveName, TableSample> samples,
            Map<LiveName, List<ColumnGuess>> columns,
            Sampler sampler) {
        this.tables = tables;
        this.samples = Map.copyOf(samples);
        this.columns = Map.copyOf(columns);
        this.sampler = sampler;
    }

    /** @param left told what was not taken, each a sentence */
    List<GuessedKey> of(LiveTable child, List<String> left) {
        var keys = new ArrayList<GuessedKey>();
        child.foreignKeys().forEach(key -> declared(child, key, left).ifPresent(keys::add));
        var taken = new HashSet<String>();
        keys.forEach(key -> taken.add(key.column()));
        kept(child).stream()
                .filter(column -> column.role() == Role.KEY || column.role() == Role.PERSONAL)
                .filter(column -> !taken.contains(column.name()))
                .forEach(column -> guessed(child, column).ifPresent(keys::add));
        return oneWayEach(keys, left, child);
    }

    // Two keys into one table mean two things (billed to, shipped to); a dimension has one, so the first stays.
    private static List<GuessedKey> oneWayEach(List<GuessedKey> keys, List<String> left, LiveTable child) {
        var seen = new HashSet<LiveName>();
        var kept = new ArrayList<GuessedKey>();
        for (var key : keys) {
            if (seen.add(key.references())) {
                kept.add(key);
            } else {
                left.add("%s.%s leads to %s, too; a dimension has one way, so only the first key is used."
                        .formatted(child.name(), key.column(), key.references()));
            }
        }
        return kept;
    }

    private List<ColumnGuess> kept(LiveTable table) {
        return columns.getOrDefault(table.name(), List.of()).stream()
                .filter(ColumnGuess::isKept)
                .toList();
    }

    private Optional<GuessedKey> declared(LiveTable child, LiveKey key, List<String> left) {
        var parent = tables.stream()
                .filter(table -> table.name().equals(key.references()))
                .findFirst();
        if (parent.isEmpty() || parent.get().name().equals(child.name())) {
            return Optional.empty();
        }
        if (key.columns().size() > 1) {
            left.add("The key (%s) of %s to %s has several columns, which a registry cannot join along."
                    .formatted(String.join(", ", key.columns()), child.name(), key.references()));
            return Optional.empty();
        }
        var column = key.columns().getFirst();
        var target = key.referencedColumns().getFirst();
        return usable(child, column, parent.get(), target)
                ? Optional.of(new GuessedKey(column, key.references(), target, true, "declared in the database"))
                : Optional.empty();
    }

    private boolean usable(LiveTable child, String column, LiveTable parent, String target) {
        var here = child.column(column).map(LiveColumn::type);
        var there = parent.column(target).map(LiveColumn::type);
        return here.isPresent()
                && here.equals(there)
                && kept(child).stream().anyMatch(guess -> guess.name().equals(column))
                && kept(parent).stream().anyMatch(guess -> guess.name().equals(target));
    }

    private Optional<GuessedKey> guessed(LiveTable child, ColumnGuess column) {
        if (isUnique(child, column.name())) {
            return Optional.empty();
        }
        return tables.stream()
                .filter(parent -> !parent.name().equals(child.name()))
                .flatMap(parent -> target(parent, column).stream()
                        .filter(target -> usable(child, column.name(), parent, target))
                        .filter(target -> isUnique(parent, target))
                        .filter(target -> sampler.contained(child, column.name(), parent, target)
                                        .orElse(0.0)
                                >= NEARLY_ALL)
                        .map(target -> new GuessedKey(
                                column.name(),
                                parent.name(),
                                target,
                                false,
                                "a guess: named alike, and its values stand there once each")))
                .findFirst();
    }

    /** The column of a table that a key of this name would lead to. */
    private Optional<String> target(LiveTable parent, ColumnGuess column) {
        var words = Words.of(column.name());
        var table = Words.ofTable(parent.name().table()).one();
        return kept(parent).stream()
                .filter(candidate -> candidate.role() == Role.KEY || candidate.role() == Role.PERSONAL)
                .map(ColumnGuess::name)
                .filter(name -> {
                    var there = Words.of(name);
                    var plainId = there.all().size() == 1
                            && Set.of("id", "key", "uuid").contains(there.id());
                    return plainId && words.stem().one().equals(table)
                            || there.equals(words) && !plainId && speaksOf(table, words);
                })
                .findFirst();
    }

    private static boolean speaksOf(Words table, Words key) {
        return key.stem().isEmpty()
                || table.all().stream().anyMatch(key.stem().one().all()::contains);
    }

    boolean isUnique(LiveTable table, String column) {
        if (table.uniqueKeys().contains(List.of(column))) {
            return true;
        }
        return Optional.ofNullable(samples.get(table.name()))
                .filter(look ->
                        look.column(column).filter(ColumnSample::looksUnique).isPresent())
                .map(look -> look.whole() || isUniqueInAll(table, column))
                .orElse(false);
    }

    private boolean isUniqueInAll(LiveTable table, String column) {
        return unique.computeIfAbsent(table.name() + "." + column, _ -> sampler.isUnique(table, column))
                .orElse(false);
    }
}
