package io.asktrail.sales.orders;

import io.asktrail.copy.CopyText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The warehouse's tables of orders, within one transaction. */
final class OrderTables {
    // Any number will do, so long as no other work takes the same one.
    private static final long LOAD_LOCK = 7_203_114_905L;
    private static final String STAGED =
            "order_id, order_date, sku, style, category, size, asin, geo, city, postal_code, status, fulfilment,"
                    + " sales_channel, ship_service_level, courier_status, quantity, currency, amount, b2b,"
                    + " promotion_ids";

    private final Connection connection;

    OrderTables(Connection connection) {
        this.connection = connection;
    }

    /** Waits for another load to end, and makes what is missing. */
    void prepare() throws SQLException {
        run("select pg_advisory_xact_lock(" + LOAD_LOCK + ")");
        refuseAnotherShop();
        run(resource("schema.sql"));
        run("create temp table staged_lines on commit drop as select 0::bigint as file_line, ''::text as reason,"
                + " ''::text as raw, " + STAGED + " from sales.order_lines limit 0");
    }

    // The demo has a table of this name with other columns; its figures and a seller's must never be mixed.
    private void refuseAnotherShop() throws SQLException {
        var found = number("select count(*) from information_schema.columns where table_schema = 'sales'"
                + " and table_name = 'order_lines'");
        var ours = number("select count(*) from information_schema.columns where table_schema = 'sales'"
                + " and table_name = 'order_lines' and column_name = 'courier_status'");
        if (found > 0 && ours == 0) {
            throw new OrderFileException(
                    "The database '%s' holds other sales data, such as the demo's.".formatted(connection.getCatalog())
                            + " Give the order files a database of their own.");
        }
    }

    boolean knows(String contentHash) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from sales.loaded_files where content_hash = ?")) {
            query.setString(1, contentHash);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Takes lines, and those set aside with the reason: both at once, as a connection has one COPY at a time. */
    CopyText stageLines() throws SQLException {
        return CopyText.into(connection, "staged_lines (file_line, reason, raw, %s)".formatted(STAGED));
    }

    /** @param unchanged lines that were there just so */
    record Merged(long added, long changed, long unchanged) {}

    Merged merge() throws SQLException {
        run("analyze staged_lines");
        var staged = number("select count(*) from staged_lines where reason is null");
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(resource("merge.sql"))) {
            rows.next();
            var added = rows.getLong("added");
            var changed = rows.getLong("changed");
            return new Merged(added, changed, staged - added - changed);
        }
    }

    /** Keeps account of the file, once its lines are in. */
    void remember(OrderFile file, long read, long loaded) throws SQLException {
        var name = String.valueOf(file.path().getFileName());
        try (var insert = connection.prepareStatement("insert into sales.loaded_files values (?, ?, ?, ?, now())")) {
            insert.setString(1, file.contentHash());
            insert.setString(2, name);
            insert.setLong(3, read);
            insert.setLong(4, loaded);
            insert.executeUpdate();
        }
        try (var insert = connection.prepareStatement(
                "insert into sales.set_aside select ?, ?, file_line, reason, raw from staged_lines where reason is not"
                        + " null")) {
            insert.setString(1, file.contentHash());
            insert.setString(2, name);
            insert.executeUpdate();
        }
        run("insert into sales.coverage select 'order_lines', min(order_date), max(order_date), now()"
                + " from sales.order_lines on conflict (table_name) do update set covered_from = excluded.covered_from,"
                + " covered_to = excluded.covered_to, loaded_at = excluded.loaded_at");
    }

    /** @param from null if there are no orders */
    record Covered(@Nullable LocalDate from, @Nullable LocalDate to) {}

    Covered covered() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select covered_from, covered_to from sales.coverage where table_name = 'order_lines'")) {
            return rows.next()
                    ? new Covered(rows.getObject(1, LocalDate.class), rows.getObject(2, LocalDate.class))
                    : new Covered(null, null);
        }
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String resource(String name) {
        try (var in = OrderTables.class.getResourceAsStream("/orders/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the build left out orders/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
