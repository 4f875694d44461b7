package io.asktrail.orchestrator.audit;

import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.postgres.TemporaryPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.UUID;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A state database of its own that can be taken away and given back. */
public final class Interruptible extends AbstractDataSource {
    private final String database = "audit_" + UUID.randomUUID().toString().replace('-', '_');
    private volatile boolean away;

    public Interruptible() {
        var server = TemporaryPostgres.shared();
        server.ensureDatabase(database, server.superuser().user());
    }

    public StateDatabase state() {
        return new StateDatabase(this);
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away) {
            throw new SQLTransientConnectionException("away");
        }
        var server = TemporaryPostgres.shared();
        var user = server.superuser();
        return DriverManager.getConnection(server.jdbcUrl(database), user.user(), user.password());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }
}
