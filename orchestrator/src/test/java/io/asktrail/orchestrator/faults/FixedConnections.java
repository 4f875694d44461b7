package io.asktrail.orchestrator.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A pool without what makes one safe: its connections are opened once, never looked at and never replaced. */
final class FixedConnections extends AbstractDataSource {
    private static final int HOW_MANY = 8;

    private final BlockingQueue<Connection> free = new ArrayBlockingQueue<>(HOW_MANY);

    FixedConnections(String url, String user, String password) {
        try {
            for (var i = 0; i < HOW_MANY; i++) {
                free.add(DriverManager.getConnection(url, user, password));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            var taken = free.poll(3, TimeUnit.SECONDS);
            if (taken == null) {
                throw new SQLException("no connection is free");
            }
            return given(taken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException(stopped);
        }
    }

    private Connection given(Connection taken) {
        var back = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (back.compareAndSet(false, true)) {
                            free.add(taken);
                        }
                        return null;
                    }
                    try {
                        return method.invoke(taken, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getTargetException();
                    }
                });
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }
}
