package io.asktrail.testkit.database;

import io.asktrail.postgres.Credentials;
import io.asktrail.postgres.PostgresServer;
import io.asktrail.postgres.TemporaryPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A database of a test's own in {@link TemporaryPostgres#shared()}, and plain SQL on it. */
public class TestDatabase {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final PostgresServer server = TemporaryPostgres.shared();
    private final String name;

    /** Owned by the server's superuser. */
    public TestDatabase(String kind) {
        this(kind, TemporaryPostgres.shared().superuser());
    }

    /** @param owner made, if there is no such role yet */
    public TestDatabase(String kind, Credentials owner) {
        name = kind + "_" + MADE.incrementAndGet();
        if (!owner.equals(server.superuser())) {
            server.ensureRole(owner);
        }
        server.ensureDatabase(name, owner.user());
    }

    public final String name() {
        return name;
    }

    public final String url() {
        return server.jdbcUrl(name);
    }

    /** The superuser: no policy holds for it. */
    public final String user() {
        return server.superuser().user();
    }

    public final String password() {
        return server.superuser().password();
    }

    public Connection open() throws SQLException {
        return openAs(server.superuser());
    }

    public final Connection openAs(Credentials role) throws SQLException {
        return DriverManager.getConnection(url(), role.user(), role.password());
    }

    public final void run(String sql) {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Rows as texts, cells parted by {@code |}. */
    public final List<String> query(String sql) {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    @Nullable String cell = rows.getString(i);
                    cells.add(String.valueOf(cell));
                }
                all.add(String.join("|", cells));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
