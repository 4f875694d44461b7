package io.asktrail.querying.file;

import io.asktrail.querying.file.FileShape.Listed;
import io.asktrail.querying.file.FileShape.Other;
import io.asktrail.registry.schema.TableDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at the files of a table: which columns there are, and, where the type alone does not say, whether every value can be
 * read as what the schema registry says. A column that only some of the files have counts as there.
 */
final class FileLook {
    private final Connection jdbc;
    private final TableFiles files;
    private final int mostSeconds;

    /**
     * @param jdbc a {@link Sandbox} that may touch the files
     * @param patience for one statement
     */
    FileLook(Connection jdbc, TableFiles files, Duration patience) {
        this.jdbc = jdbc;
        this.files = files;
        this.mostSeconds = (int) Math.max(1, patience.toSeconds());
    }

    FileShape against(TableDefinition table) throws SQLException {
        var there = describe(files.relation());
        return new FileShape(misfits(listed(table, there)), others(table, there));
    }

    /** The same, whatever the values are. */
    FileShape byNames(TableDefinition table) throws SQLException {
        var there = describe(files.relation());
        var listed = listed(table, there).stream()
                .map(column -> new Listed(column, 0))
                .toList();
        return new FileShape(listed, others(table, there));
    }

    private List<FileColumn> listed(TableDefinition table, List<Other> there) {
        var listed = new ArrayList<FileColumn>();
        for (var column : table.columns()) {
            there.stream()
                    .filter(other -> other.name().equalsIgnoreCase(column.name()))
                    .findFirst()
                    .ifPresent(same ->
                            listed.add(new FileColumn(column, same.type(), files.format() == TableFiles.Format.CSV)));
        }
        return listed;
    }

    /** What a table holds that the registry does not describe. */
    List<Other> columns() throws SQLException {
        return describe(files.sniffed());
    }

    // Of what no schema file lists, the values have to be looked at to guess a type.
    private List<Other> others(TableDefinition table, List<Other> there) throws SQLException {
        return there.stream().allMatch(column -> isListed(table, column))
                ? List.of()
                : describe(files.sniffed()).stream()
                        .filter(column -> !isListed(table, column))
                        .toList();
    }

    private static boolean isListed(TableDefinition table, Other column) {
        return table.columns().stream().anyMatch(listed -> listed.name().equalsIgnoreCase(column.name()));
    }

    private List<Other> describe(String relation) throws SQLException {
        var columns = new ArrayList<Other>();
        try (var statement = jdbc.prepareStatement("describe select * from " + relation)) {
            statement.setQueryTimeout(mostSeconds);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Other(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return columns;
    }

    private List<Listed> misfits(List<FileColumn> columns) throws SQLException {
        var counts = columns.stream()
                .map(column -> column.misfit()
                        .map("count(*) filter (where %s)"::formatted)
                        .orElse("0"))
                .toList();
        if (counts.stream().allMatch("0"::equals)) {
            return columns.stream().map(column -> new Listed(column, 0)).toList();
        }
        // Prepared: the driver tells what is wrong with such a statement alone.
        try (var statement =
                jdbc.prepareStatement("select %s from %s".formatted(String.join(", ", counts), files.relation()))) {
            statement.setQueryTimeout(mostSeconds);
            try (var row = statement.executeQuery()) {
                row.next();
                var listed = new ArrayList<Listed>();
                for (var i = 0; i < columns.size(); i++) {
                    listed.add(new Listed(columns.get(i), row.getLong(i + 1)));
                }
                return listed;
            }
        }
    }
}
