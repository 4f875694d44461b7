package io.asktrail.live.drift;

import io.asktrail.live.LiveColumn;
import io.asktrail.live.LiveName;
import io.asktrail.live.LiveTable;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.dimension.KnownValue;
import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.TableDefinition;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a thing that is gone may be called now: one of the same type that the registry does not know, named alike or holding
 * the same values. Two that are equally like it are no guess.
 */
final class RenameGuess {
    private static final double ENOUGH = 0.5;
    private static final double IF_NOTHING_ELSE_IS_NEW = 0.25;
    private static final double SAME_COLUMNS = 0.6;
    private static final double TOO_CLOSE = 0.05;

    private final Registry registry;
    private final ValueLook look;

    RenameGuess(Registry registry, ValueLook look) {
        this.registry = registry;
        this.look = look;
    }

    /** How values of a column are looked at; what cannot be seen in time is empty. */
    interface ValueLook {
        Optional<Set<String>> values(LiveName table, String column);
    }

    private record Scored<T>(T thing, double score) {}

    Optional<String> ofColumn(TableDefinition table, ColumnDefinition gone, LiveTable live) {
        var fresh = live.columns().stream()
                .filter(LiveColumn::readable)
                .filter(column -> column.isReadAs(gone.type()))
                .filter(column -> table.column(column.name()).isEmpty())
                .toList();
        var known = knownValues(table, gone);
        var enough = fresh.size() == 1 ? IF_NOTHING_ELSE_IS_NEW : ENOUGH;
        return best(
                fresh.stream()
                        .map(column -> new Scored<>(column.name(), score(live, column, gone, known)))
                        .toList(),
                enough);
    }

    private double score(LiveTable live, LiveColumn column, ColumnDefinition gone, Set<String> known) {
        var byName = Likeness.ofNames(gone.name(), column.name());
        if (known.isEmpty()) {
            return byName;
        }
        return look.values(live.name(), column.name())
                .map(there -> known.stream().filter(there::contains).count() / (double) known.size())
                .map(byValues -> (byName + 2 * byValues) / 2)
                .orElse(byName);
    }

    private Set<String> knownValues(TableDefinition table, ColumnDefinition gone) {
        return registry.dimensions().values().stream()
                .filter(dimension -> stands(dimension, table, gone))
                .flatMap(dimension -> dimension.values().stream())
                .map(KnownValue::value)
                .collect(Collectors.toSet());
    }

    private static boolean stands(DimensionDefinition dimension, TableDefinition table, ColumnDefinition column) {
        return dimension.columns().stream()
                .anyMatch(binding ->
                        binding.table().equals(table.id()) && binding.column().equals(column.name()));
    }

    Optional<LiveName> ofTable(TableDefinition gone, Collection<LiveTable> fresh) {
        var columns = gone.columns().stream().map(ColumnDefinition::name).toList();
        return best(
                fresh.stream()
                        .filter(LiveTable::readable)
                        .map(table -> {
                            var there = table.columns().stream()
                                    .map(LiveColumn::name)
                                    .toList();
                            var kept = columns.stream().filter(there::contains).count() / (double) columns.size();
                            var named = Likeness.ofNames(
                                    gone.id().table(), table.name().table());
                            return new Scored<>(table.name(), kept < SAME_COLUMNS ? 0 : kept + named / 10);
                        })
                        .toList(),
                SAME_COLUMNS);
    }

    private static <T> Optional<T> best(List<Scored<T>> all, double enough) {
        var sorted = all.stream()
                .filter(scored -> scored.score >= enough)
                .sorted(Comparator.comparingDouble((Scored<T> scored) -> scored.score)
                        .reversed())
                .toList();
        var isTied = sorted.size() > 1 && sorted.get(0).score - sorted.get(1).score < TOO_CLOSE;
        return sorted.isEmpty() || isTied ? Optional.empty() : Optional.of(sorted.getFirst().thing);
    }
}
