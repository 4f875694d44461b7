package io.asktrail.registry.lint;

import io.asktrail.registry.dimension.Binding;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.schema.ColumnDefinition.Type;
import io.asktrail.registry.schema.TableDefinition;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A dimension's columns exist, one place in a table; those of a time dimension are dates. */
final class DimensionsStandInTables implements LintCheck {
    private static final Set<Type> DATES = Set.of(Type.DATE, Type.TIMESTAMP, Type.TIMESTAMPTZ);

    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.dimensions().stream()
                .flatMap(dimension -> IntStream.range(
                                0, dimension.value().columns().size())
                        .boxed()
                        .flatMap(i -> faults(dimension, i, draft)));
    }

    private static Stream<Finding> faults(Defined<DimensionDefinition> dimension, int i, Draft draft) {
        var at = "/columns/" + i;
        var binding = dimension.value().columns().get(i);
        var table = draft.registry().tables().get(binding.table());
        if (table == null) {
            return draft.names(binding.table())
                    ? Stream.empty()
                    : Stream.of(dimension.at(at + "/table", "no schema defines the table " + binding.table()));
        }
        return Stream.of(
                        repeated(dimension, i),
                        column(dimension, at + "/column", binding.column(), table),
                        column(dimension, at + "/key", binding.key(), table),
                        column(dimension, at + "/title", binding.title(), table),
                        type(dimension, at, binding, table))
                .flatMap(found -> found);
    }

    private static Stream<Finding> repeated(Defined<DimensionDefinition> dimension, int last) {
        var seen = new HashSet<>();
        dimension.value().columns().subList(0, last).forEach(binding -> seen.add(binding.table()));
        var table = dimension.value().columns().get(last).table();
        return seen.contains(table)
                ? Stream.of(
                        dimension.at("/columns/" + last, "%s has this dimension in one column only".formatted(table)))
                : Stream.empty();
    }

    private static Stream<Finding> column(
            Defined<DimensionDefinition> dimension, String at, @Nullable String name, TableDefinition table) {
        return name == null || table.column(name).isPresent()
                ? Stream.empty()
                : Stream.of(dimension.at(at, "%s has no column '%s'".formatted(table.id(), name)));
    }

    private static Stream<Finding> type(
            Defined<DimensionDefinition> dimension, String at, Binding binding, TableDefinition table) {
        var wantsDate = dimension.value().kind() == DimensionDefinition.Kind.TIME;
        return table.column(binding.column()).stream()
                .filter(column -> wantsDate != DATES.contains(column.type()))
                .map(column -> dimension.at(
                        at + "/column",
                        wantsDate
                                ? "'%s' is no date but %s".formatted(column.name(), column.type())
                                : "'%s' is a date: only a dimension of kind time has dates".formatted(column.name())));
    }
}
