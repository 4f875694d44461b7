package io.asktrail.onboarding.guess;

import io.asktrail.live.LiveName;
import io.asktrail.live.LiveSchema;
import io.asktrail.live.LiveTable;
import io.asktrail.live.Sampler;
import io.asktrail.live.TableSample;
import io.asktrail.registry.schema.DatabaseNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a whole database for what its tables mean. */
public final class Guesser {
    private final Sampler sampler;

    public Guesser(Sampler sampler) {
        this.sampler = sampler;
    }

    /**
     * @param tables those that can be used
     * @param left what cannot, each a sentence
     */
    public record Guessed(List<TableGuess> tables, List<String> left) {
        public Guessed {
            tables = List.copyOf(tables);
            left = List.copyOf(left);
        }
    }

    public Guessed guess(LiveSchema schema) {
        var left = new ArrayList<String>();
        var usable =
                schema.tables().stream().filter(table -> isUsable(table, left)).toList();
        var samples = new HashMap<LiveName, TableSample>();
        var columns = new HashMap<LiveName, List<ColumnGuess>>();
        for (var table : usable) {
            var sample = sampler.of(table);
            var guesser = new ColumnGuesser(table, sample);
            samples.put(table.name(), sample);
            columns.put(
                    table.name(), table.columns().stream().map(guesser::guess).toList());
        }
        var finder = new KeyGuesser(usable, samples, columns, sampler);
        var notes = new HashMap<LiveName, List<String>>();
        var keys = new HashMap<LiveName, List<GuessedKey>>();
        for (var table : usable) {
            var said = new ArrayList<String>();
            keys.put(table.name(), finder.of(table, said));
            notes.put(table.name(), said);
        }
        var tables = usable.stream()
                .filter(table ->
                        columns.getOrDefault(table.name(), List.of()).stream().anyMatch(ColumnGuess::isKept))
                .map(table -> table(table, samples, columns, keys, notes, finder))
                .toList();
        return new Guessed(tables, left);
    }

    private static boolean isUsable(LiveTable table, List<String> left) {
        if (!table.readable()) {
            left.add("%s: this login may not read it; grant SELECT to have it drafted.".formatted(table.name()));
            return false;
        }
        if (!DatabaseNames.isUsable(table.name().schema())
                || !DatabaseNames.isUsable(table.name().table())) {
            left.add("%s: a registry cannot write its name; make a view with a plainer one.".formatted(table.name()));
            return false;
        }
        return true;
    }

    private static TableGuess table(
            LiveTable table,
            Map<LiveName, TableSample> samples,
            Map<LiveName, List<ColumnGuess>> columns,
            Map<LiveName, List<GuessedKey>> keys,
            Map<LiveName, List<String>> notes,
            KeyGuesser finder) {
        var name = table.name();
        var own = columns.getOrDefault(name, List.of());
        var sample = samples.getOrDefault(name, new TableSample(Map.of(), 0, false));
        var said = new ArrayList<>(notes.getOrDefault(name, List.of()));
        said.addAll(seen(table, sample));
        var referenced = referenced(name, keys);
        var grain = grain(table, own, referenced, finder);
        var day = DayColumn.of(own, sample);
        var measures =
                own.stream().filter(ColumnGuess::addsUp).map(ColumnGuess::name).toList();
        var describes = !referenced.isEmpty() && measures.isEmpty();
        if (day.isEmpty() && !measures.isEmpty()) {
            said.add(("%s has numbers (%s) but no date that says when a thing happened, so it only describes; a view"
                            + " that joins it to its date would make it a fact.")
                    .formatted(name, String.join(", ", measures)));
        }
        var isFact = day.isPresent() && !describes;
        return new TableGuess(
                table,
                sample,
                own,
                isFact ? day.get().column().name() : null,
                isFact
                        ? day.get().why()
                        : describes && day.isPresent()
                                ? "other tables lead here and it has nothing to add up, so it describes"
                                : "no column says when a thing happened, so it describes",
                grain.columns,
                grain.why,
                keys.getOrDefault(name, List.of()),
                said);
    }

    private static List<String> seen(LiveTable table, TableSample sample) {
        var said = new ArrayList<String>();
        if (sample.isMissing()) {
            said.add("%s did not answer in time: its values were not looked at.".formatted(table.name()));
        }
        if (table.rowSecurity()) {
            said.add("%s narrows its rows by policies of the database: the figures are those of the login that asks."
                    .formatted(table.name()));
        }
        return said;
    }

    private static Set<String> referenced(LiveName name, Map<LiveName, List<GuessedKey>> keys) {
        var columns = new HashSet<String>();
        keys.values()
                .forEach(list -> list.stream()
                        .filter(key -> key.references().equals(name))
                        .forEach(key -> columns.add(key.referencedColumn())));
        return columns;
    }

    private record Grain(List<String> columns, String why) {}

    private static Grain grain(LiveTable table, List<ColumnGuess> columns, Set<String> referenced, KeyGuesser finder) {
        var kept = columns.stream()
                .filter(ColumnGuess::isKept)
                .map(ColumnGuess::name)
                .toList();
        var byKeys = referenced.stream().sorted().filter(kept::contains).findFirst();
        if (byKeys.isPresent()) {
            return new Grain(List.of(byKeys.get()), "other tables lead here by it");
        }
        var declared = table.uniqueKeys().stream().filter(kept::containsAll).findFirst();
        if (declared.isPresent() && !declared.get().isEmpty()) {
            return new Grain(declared.get(), "a key of the database");
        }
        var found = columns.stream()
                .filter(column -> column.role() == ColumnGuess.Role.KEY)
                .map(ColumnGuess::name)
                .filter(column -> finder.isUnique(table, column))
                .findFirst();
        return found.map(column -> new Grain(List.of(column), "a guess: no two rows share it"))
                .orElseGet(() -> new Grain(kept, "not known: no key is declared and none was found, so all columns"));
    }
}
