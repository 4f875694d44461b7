package io.asktrail.querying;

import io.asktrail.postgres.TemporaryPostgres;
import io.asktrail.querying.source.ConnectionSettings;
import java.sql.SQLException;
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

    static ConnectionSettings settings() {
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
        var tables = byHand("select schemaname || '.' || tablename from pg_tables"
                + " where schemaname in ('ads', 'shop', 'bare') order by 1");
        return tables.stream()
                .map(List::getFirst)
                .map(ChangingTables::described)
                .toList();
    }

    private static Changed described(String table) {
        var columns = byHand("select attname, format_type(atttypid, atttypmod) from pg_attribute where attrelid = '"
                + table + "'::regclass and attnum > 0 and not attisdropped order by attnum");
        return new Changed(
                table,
                columns.stream().map(row -> new Cell(row.get(0), row.get(1))).toList());
    }
}
