package io.asktrail.postgres;

import io.asktrail.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running server, as one of its users sees it. Close it when this user is done: the server goes down with the last user
 * of all processes. A process that is killed cannot close; its server goes on, and the next start adopts it.
 */
public final class PostgresServer implements AutoCloseable {
    private final int port;
    private final Credentials superuser;
    private final boolean adopted;
    private final Postmaster postmaster;
    private final HomeLock lock;
    private final AtomicBoolean closed = new AtomicBoolean();

    PostgresServer(int port, Credentials superuser, boolean adopted, Postmaster postmaster, HomeLock lock) {
        this.port = port;
        this.superuser = superuser;
        this.adopted = adopted;
        this.postmaster = postmaster;
        this.lock = lock;
    }

    /** On 127.0.0.1, the only address it listens on. */
    public int port() {
        return port;
    }

    public Credentials superuser() {
        return superuser;
    }

    /** Whether the server ran already when this user came. */
    public boolean adopted() {
        return adopted;
    }

    public String jdbcUrl(String database) {
        return Connections.url(port, database);
    }

    /** Makes the role that can log in, or sets the password of the one that is there. */
    public void ensureRole(Credentials role) {
        administer("postgres", admin -> admin.ensureRole(role));
    }

    /** Makes a database that its owner alone may connect to; one that is there gets that owner and that rule. */
    public void ensureDatabase(String name, String owner) {
        administer("postgres", admin -> admin.ensureDatabase(name, owner));
    }

    /** Stops the server for all its users. */
    public void stop() {
        leave(true);
    }

    @Override
    public void close() {
        leave(false);
    }

    void administer(String database, Administration.Work work) {
        try (var connection = Connections.open(port, database, superuser)) {
            work.with(new Administration(connection));
        } catch (SQLException e) {
            throw new EmbeddedPostgresException(
                    Reason.FAILED, "The database %s refused its set-up: %s.".formatted(database, e.getMessage()), e);
        }
    }

    private void leave(boolean forAll) {
        var first = closed.compareAndSet(false, true);
        if (!first && !forAll) {
            return;
        }
        try {
            lock.guarded(() -> leaveAlone(first, forAll));
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    Reason.FAILED, "The database could not be stopped: %s.".formatted(e.getMessage()), e);
        }
    }

    private boolean leaveAlone(boolean first, boolean forAll) throws IOException {
        var last = first && lock.leave();
        if (last || forAll) {
            postmaster.stop();
        }
        return last;
    }
}
