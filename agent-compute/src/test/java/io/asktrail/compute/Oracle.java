package io.asktrail.compute;

import io.asktrail.postgres.TemporaryPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A second opinion: the same rows in a real PostgreSQL, worked out by SQL that knows nothing of this module. */
final class Oracle implements AutoCloseable {
    private final Connection connection;

    Oracle() throws SQLException, IOException {
        var server = TemporaryPostgres.shared();
        var user = server.superuser();
        server.ensureDatabase("compute_oracle", user.user());
        connection = DriverManager.getConnection(server.jdbcUrl("compute_oracle"), user.user(), user.password());
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(text("tables"));
        }
    }

    /** @param setting a number that the case is about: a window, a limit, or a grain */
    void give(int number, List<Fact> left, List<Fact> right, int setting) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO settings VALUES (?, ?)")) {
            insert.setInt(1, number);
            insert.setInt(2, setting);
            insert.execute();
        }
        insert("left_rows", number, left);
        insert("right_rows", number, right);
    }

    private void insert(String table, int number, List<Fact> facts) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO %s VALUES (?, ?, ?, ?, ?, ?, ?)".formatted(table))) {
            for (var fact : facts) {
                insert.setInt(1, number);
                insert.setString(2, fact.campaign());
                insert.setString(3, fact.channel());
                insert.setDate(4, Date.valueOf(fact.day()));
                set(insert, 5, fact.spend());
                set(insert, 6, fact.clicks());
                set(insert, 7, fact.netSales());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, int at, @Nullable BigDecimal value) throws SQLException {
        insert.setBigDecimal(at, value);
    }

    /** The lines of every case without its header, in order; a case without rows has none. */
    Map<Integer, List<String>> lines(String query) throws SQLException, IOException {
        var lines = new TreeMap<Integer, List<String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(text(query))) {
            while (rows.next()) {
                lines.computeIfAbsent(rows.getInt(1), _ -> new ArrayList<>()).add(rows.getString(2));
            }
        }
        return lines;
    }

    void forget() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("TRUNCATE left_rows, right_rows, settings");
        }
    }

    private static String text(String name) throws IOException {
        try (var file = Objects.requireNonNull(Oracle.class.getResourceAsStream("oracle/" + name + ".sql"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
