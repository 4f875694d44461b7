package io.asktrail.querying.file;

import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.live.DatabaseUnusable;
import io.asktrail.live.LiveColumn;
import io.asktrail.live.LiveName;
import io.asktrail.live.LiveSchema;
import io.asktrail.live.LiveTable;
import io.asktrail.live.LiveTables;
import io.asktrail.live.Spelling;
import io.asktrail.querying.engine.Engine;
import io.asktrail.querying.engine.Fault;
import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a folder of files, as they lie there now. What is of another type is told by the values: one that cannot be
 * read as the registry says. Values that cannot be read through in time are taken for right until a question needs them.
 */
final class FileTables implements LiveTables {
    private final String ref;
    private final Path folder;
    private final Connection jdbc;
    private final Duration patience;
    private final FileSource memory;

    /** @param jdbc a {@link Sandbox} that may touch the folder */
    FileTables(String ref, Path folder, Connection jdbc, Duration patience, FileSource memory) {
        this.ref = ref;
        this.folder = folder;
        this.jdbc = jdbc;
        this.patience = patience;
        this.memory = memory;
    }

    @Override
    public LiveSchema read(Collection<TableDefinition> known, int mostTables) {
        var spelling = new Spelling(known);
        var names = known.stream()
                .map(table -> table.id().schema())
                .distinct()
                .flatMap(schema ->
                        TableFiles.tablesOf(folder, ref, schema).stream().map(table -> new LiveName(schema, table)))
                .toList();
        if (names.size() > mostTables) {
            throw new DatabaseUnusable(
                    "The folder of the source '%s' holds more than %d tables, which is more than is looked at."
                            .formatted(ref, mostTables));
        }
        return new LiveSchema(
                names.stream()
                        .flatMap(name -> table(name, spelling.definition(name)).stream())
                        .toList(),
                "UTC");
    }

    private Optional<LiveTable> table(LiveName name, Optional<TableDefinition> known) {
        try {
            var files = TableFiles.of(folder, ref, new TableId(name.toString()));
            var columns = known.isPresent()
                    ? columns(known.get(), files)
                    : columns(new FileLook(jdbc, files, patience).columns());
            return Optional.of(table(name, columns, null));
        } catch (NoSuchTable _) {
            return Optional.empty();
        } catch (SuiteException refused) {
            return Optional.of(table(
                    name, List.of(), "cannot be read: " + refused.forCaller().replaceFirst("\\.$", "")));
        } catch (SQLException broken) {
            return Optional.of(table(name, List.of(), "has files that cannot be read"));
        }
    }

    private static LiveTable table(LiveName name, List<LiveColumn> columns, @Nullable String closed) {
        return new LiveTable(name, LiveTable.Kind.TABLE, null, -1, columns, List.of(), List.of(), closed, false);
    }

    private List<LiveColumn> columns(TableDefinition table, TableFiles files) throws SQLException {
        var shape = shape(table, files);
        var all =
                new ArrayList<>(shape.listed().stream().map(FileTables::listed).toList());
        all.addAll(columns(shape.others()));
        return all;
    }

    private FileShape shape(TableDefinition table, TableFiles files) throws SQLException {
        var last = memory.remembered(table, files);
        if (last.isPresent()) {
            return last.get();
        }
        var look = new FileLook(jdbc, files, patience);
        try {
            var shape = look.against(table);
            memory.remember(table, files, shape);
            return shape;
        } catch (SQLException failure) {
            if (Engine.DUCKDB.faultOf(failure) != Fault.TOO_SLOW) {
                throw failure;
            }
            return look.byNames(table);
        }
    }

    private static LiveColumn listed(FileShape.Listed seen) {
        var column = seen.column();
        return new LiveColumn(
                column.listed().name(),
                column.ofCsv() ? "text" : column.type(),
                column.listed().type(),
                false,
                column.isFloating(),
                true,
                true,
                true,
                seen.misfits(),
                null);
    }

    private static List<LiveColumn> columns(List<FileShape.Other> others) {
        return others.stream()
                .map(column -> new LiveColumn(
                        column.name(), column.type(), type(column.type()), false, false, true, true, true, 0, null))
                .toList();
    }

    /** What the registry calls a type of DuckDB's; null for those that it has no word for. */
    private static ColumnDefinition.@Nullable Type type(String name) {
        return switch (name.replaceFirst("\\(.*$", "")) {
            case "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT",
                    "HUGEINT" -> ColumnDefinition.Type.INTEGER;
            case "DECIMAL", "FLOAT", "DOUBLE" -> ColumnDefinition.Type.DECIMAL;
            case "VARCHAR", "UUID", "ENUM" -> ColumnDefinition.Type.TEXT;
            case "BOOLEAN" -> ColumnDefinition.Type.BOOLEAN;
            case "DATE" -> ColumnDefinition.Type.DATE;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> ColumnDefinition.Type.TIMESTAMP;
            case "TIMESTAMP WITH TIME ZONE" -> ColumnDefinition.Type.TIMESTAMPTZ;
            default -> null;
        };
    }

    @Override
    public Optional<String> advice(SchemaDrift.Kind kind, TableDefinition table) {
        return switch (kind) {
            case TABLE_GONE -> Optional.of(TableFiles.whereTheyBelong(table.id()));
            case COLUMN_RETYPED ->
                Optional.of("a decimal has %d places at most, a whole number no fraction and a date no time of day"
                        .formatted(FileColumn.MOST_PLACES));
            case TABLE_CLOSED, TABLE_NEW, COLUMN_GONE, COLUMN_CLOSED, COLUMN_NEW, VALUES_CHANGED, UNREACHABLE ->
                Optional.empty();
        };
    }

    @Override
    public Optional<Set<String>> values(LiveName table, String column, int most) {
        var files = TableFiles.of(folder, ref, new TableId(table.toString()));
        var name = FileColumn.quoted(column);
        try (var statement =
                jdbc.prepareStatement("select distinct cast(%s as varchar) from %s where %s is not null limit %d"
                        .formatted(name, files.relation(), name, most))) {
            statement.setQueryTimeout((int) Math.max(1, patience.toSeconds()));
            try (var rows = statement.executeQuery()) {
                var values = new HashSet<String>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return Optional.of(values);
            }
        } catch (SQLException tooSlowOrUnreadable) {
            return Optional.empty();
        }
    }
}
