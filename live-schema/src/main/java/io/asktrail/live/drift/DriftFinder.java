package io.asktrail.live.drift;

import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.contracts.result.SchemaDrift.Kind;
import io.asktrail.live.LiveColumn;
import io.asktrail.live.LiveName;
import io.asktrail.live.LiveTable;
import io.asktrail.live.LiveTables;
import io.asktrail.registry.Registry;
import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.TableDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compares what a registry says of the tables of one connection with what is there. It reads and changes nothing. */
public final class DriftFinder {
    private static final int MOST_TABLES = 5_000;
    private static final int MOST_VALUES = 2_000;

    /** The account that a schema's loader keeps of what it loaded; no question may use it. */
    private static final String ACCOUNT = "coverage";

    private final Registry registry;
    private final String connection;

    public DriftFinder(Registry registry, String connection) {
        this.registry = registry;
        this.connection = connection;
    }

    /** Looks at what is there; what breaks questions comes first. */
    public List<SchemaDrift> find(LiveTables source) {
        var live = source.read(tables(), MOST_TABLES);
        var renames = new RenameGuess(registry, (table, column) -> source.values(table, column, MOST_VALUES));
        var found = new ArrayList<SchemaDrift>();
        var unknown = live.tables().stream()
                .filter(table ->
                        tables().stream().noneMatch(known -> name(known).equals(table.name())))
                .filter(table -> !table.name().table().equals(ACCOUNT))
                .toList();
        for (var table : tables()) {
            live.table(name(table))
                    .ifPresentOrElse(
                            there -> found.addAll(inTable(table, there, source, renames)),
                            () -> found.add(gone(table, unknown, source, renames)));
        }
        unknown.forEach(table -> found.add(fresh(table)));
        found.sort(Comparator.comparing(drift -> !drift.kind().isBreaking()));
        return found;
    }

    private List<TableDefinition> tables() {
        return registry.tables().values().stream()
                .filter(table -> table.connection().equals(connection))
                .toList();
    }

    private static LiveName name(TableDefinition table) {
        return new LiveName(table.id().schema(), table.id().table());
    }

    private SchemaDrift gone(TableDefinition table, List<LiveTable> unknown, LiveTables source, RenameGuess renames) {
        @Nullable
        String likely = renames.ofTable(table, unknown).map(LiveName::toString).orElse(null);
        return drift(
                Kind.TABLE_GONE,
                table,
                null,
                null,
                null,
                likely,
                "There is no table %s any more%s%s."
                        .formatted(table.id(), probably(likely), advice(source, Kind.TABLE_GONE, table)));
    }

    private List<SchemaDrift> inTable(TableDefinition table, LiveTable live, LiveTables source, RenameGuess renames) {
        if (live.closed() != null) {
            return List.of(drift(
                    Kind.TABLE_CLOSED, table, null, null, null, null, "%s %s.".formatted(table.id(), live.closed())));
        }
        var found = new ArrayList<SchemaDrift>();
        for (var column : table.columns()) {
            live.column(column.name())
                    .ifPresentOrElse(
                            there -> changed(table, column, there, source, found),
                            () -> found.add(gone(table, column, live, renames)));
        }
        live.columns().stream()
                .filter(column -> table.column(column.name()).isEmpty())
                .map(column -> new SchemaDrift(
                        Kind.COLUMN_NEW,
                        connection,
                        table.id().value(),
                        column.name(),
                        null,
                        column.databaseType(),
                        null,
                        List.of(),
                        List.of(),
                        "%s has a column %s (%s) that no schema file lists."
                                .formatted(table.id(), column.name(), column.databaseType())))
                .forEach(found::add);
        return found;
    }

    private SchemaDrift gone(TableDefinition table, ColumnDefinition column, LiveTable live, RenameGuess renames) {
        @Nullable String likely = renames.ofColumn(table, column, live).orElse(null);
        return drift(
                Kind.COLUMN_GONE,
                table,
                column.name(),
                text(column.type()),
                null,
                likely,
                "%s has no column %s any more%s.".formatted(table.id(), column.name(), probably(likely)));
    }

    private void changed(
            TableDefinition table,
            ColumnDefinition column,
            LiveColumn there,
            LiveTables source,
            List<SchemaDrift> found) {
        if (!there.readable()) {
            found.add(drift(
                    Kind.COLUMN_CLOSED,
                    table,
                    column.name(),
                    text(column.type()),
                    there.databaseType(),
                    null,
                    "The column %s of %s may not be read.".formatted(column.name(), table.id())));
        } else if (!there.isReadAs(column.type())) {
            found.add(drift(
                    Kind.COLUMN_RETYPED,
                    table,
                    column.name(),
                    text(column.type()),
                    there.databaseType(),
                    null,
                    retyped(table, column, there) + advice(source, Kind.COLUMN_RETYPED, table) + "."));
        }
    }

    private static String retyped(TableDefinition table, ColumnDefinition column, LiveColumn there) {
        var misfits =
                there.misfits() == 0 ? "" : ", and %d of its values cannot be read as such".formatted(there.misfits());
        return "The column %s of %s is %s now, the registry says %s%s"
                .formatted(column.name(), table.id(), there.databaseType(), text(column.type()), misfits);
    }

    private SchemaDrift fresh(LiveTable table) {
        return new SchemaDrift(
                Kind.TABLE_NEW,
                connection,
                table.name().toString(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                "There is a table %s that no schema file describes.".formatted(table.name()));
    }

    private SchemaDrift drift(
            Kind kind,
            TableDefinition table,
            @Nullable String column,
            @Nullable String expected,
            @Nullable String found,
            @Nullable String likely,
            String sentence) {
        var affected = new Affected(registry, table, column);
        return new SchemaDrift(
                kind,
                connection,
                table.id().value(),
                column,
                expected,
                found,
                likely,
                affected.metrics(),
                affected.dimensions(),
                sentence);
    }

    private static String advice(LiveTables source, Kind kind, TableDefinition table) {
        return source.advice(kind, table).map("; "::concat).orElse("");
    }

    private static String probably(@Nullable String likely) {
        return likely == null ? "" : "; it is probably called %s now".formatted(likely);
    }

    private static String text(ColumnDefinition.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
