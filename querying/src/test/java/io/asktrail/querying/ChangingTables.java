package io.asktrail.querying;

import io.asktrail.postgres.TemporaryPostgres;
import io.asktrail.querying.source.ConnectionSettings;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of {@link SampleTables} in a database whose tables tests change, and their rows for other engines. */
final class ChangingTables {
    private static final String DATABASE = "querying_drift";
    /** Of the one large table, whose rows no test here counts. */
    private static final int MOST_EVENTS = 5;

    private ChangingTables() {}

    /** A table as PostgreSQL describes it, its columns in their order. */
    record Changed(String name, List<Cell> columns) {
        String query() {
            return "select * from " + name + (name.equals("bare.events") ? " limit " + MOST_EVENTS : "");
        }

        /** Columns with types of another engine. */
        String columnsIn(Function<Cell, String> type) {
            return columns.stream()
                    .map(column -> column.name + " " + type.apply(column))
                    .collect(Collectors.joining(", "));
        }
    }

    /** @param type as PostgreSQL writes it with its sizes */
    record Cell(String name, String type) {}

    /** The database is there once for all tests; each makes the tables in it anew. */
    private static final class Made {
        private static final ConnectionSettings SETTINGS = make();
    }

    static ConnectionSettings settings() {
        return Made.SETTINGS;
    }

    private static ConnectionSettings make() {
        var server = TemporaryPostgres.shared();
        server.ensureDatabase(DATABASE, server.superuser().user());
        return new ConnectionSettings(
                server.jdbcUrl(DATABASE),
                server.superuser().user(),
                server.superuser().password());
    }

    static void makeAnew() {
        run(
                "drop schema if exists ads cascade",
                "drop schema if exists shop cascade",
                "drop schema if exists bare cascade");
        SampleTables.makeIn(settings());
    }

    static void run(String... commands) {
        try (var jdbc = SampleTables.open(settings());
                var statement = jdbc.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<List<String>> byHand(String sql) {
        return SampleTables.byHand(settings(), sql);
    }

    static List<Changed> all() {
        var columns = byHand("""
            select nspname || '.' || relname, attname, format_type(atttypid, atttypmod)
            from pg_attribute join pg_class on attrelid = pg_class.oid join pg_namespace on relnamespace = pg_namespace.oid
            where nspname in ('ads', 'shop', 'bare') and relkind = 'r' and attnum > 0 and not attisdropped
            order by 1, attnum
            """);
        var byTable = columns.stream()
                .collect(Collectors.groupingBy(
                        List::getFirst,
                        LinkedHashMap::new,
                        Collectors.mapping(row -> new Cell(row.get(1), row.get(2)), Collectors.toList())));
        return byTable.entrySet().stream()
                .map(table -> new Changed(table.getKey(), table.getValue()))
                .toList();
    }
}
