package io.asktrail.registry.lint;

import io.asktrail.registry.file.Finding;
import io.asktrail.registry.schema.ColumnDefinition.Type;
import io.asktrail.registry.schema.TableDefinition;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table's grain, date column and settling columns are among its columns, and no column stands there twice. */
final class TablesAreWhole implements LintCheck {
    private static final Set<Type> DATES = Set.of(Type.DATE, Type.TIMESTAMP, Type.TIMESTAMPTZ);

    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.tables().stream()
                .flatMap(table -> Stream.of(repeated(table), grain(table), date(table), settling(table))
                        .flatMap(found -> found));
    }

    private static Stream<Finding> repeated(Defined<TableDefinition> table) {
        var seen = new HashSet<String>();
        var columns = table.value().columns();
        return IntStream.range(0, columns.size())
                .filter(i -> !seen.add(columns.get(i).name()))
                .mapToObj(i -> table.at(
                        "/columns/" + i,
                        "the column '%s' stands here twice"
                                .formatted(columns.get(i).name())));
    }

    private static Stream<Finding> grain(Defined<TableDefinition> table) {
        var grain = table.value().grain();
        return IntStream.range(0, grain.size())
                .filter(i -> table.value().column(grain.get(i)).isEmpty())
                .mapToObj(i -> table.at("/grain/" + i, "'%s' is no column of this table".formatted(grain.get(i))));
    }

    private static Stream<Finding> settling(Defined<TableDefinition> table) {
        var settling = table.value().settling();
        return IntStream.range(0, settling.size())
                .boxed()
                .flatMap(i -> settling.get(i).columns().stream()
                        .filter(column -> table.value().column(column).isEmpty())
                        .map(column ->
                                table.at("/settling/" + i, "'%s' is no column of this table".formatted(column))));
    }

    private static Stream<Finding> date(Defined<TableDefinition> table) {
        var name = table.value().dateColumn();
        if (name == null) {
            return Stream.empty();
        }
        var column = table.value().column(name);
        if (column.isEmpty()) {
            return Stream.of(table.at("/date_column", "'%s' is no column of this table".formatted(name)));
        }
        return DATES.contains(column.get().type())
                ? Stream.empty()
                : Stream.of(table.at(
                        "/date_column",
                        "'%s' is no date but %s".formatted(name, column.get().type())));
    }
}
