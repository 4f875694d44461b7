package io.asktrail.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A connection that reads and never writes: each statement ends after a few seconds, whatever the size of a table. */
public final class LiveDatabase implements AutoCloseable {
    private static final Settings RENDERING =
            new Settings().withRenderNameCase(RenderNameCase.AS_IS).withInlineThreshold(Integer.MAX_VALUE);

    private static final String POSTGRES = "jdbc:postgresql:";

    private final Connection jdbc;
    private final boolean owned;

    private LiveDatabase(Connection jdbc, boolean owned) {
        this.jdbc = jdbc;
        this.owned = owned;
    }

    /**
     * Logs in.
     *
     * @param patience for one statement
     * @throws DatabaseUnusable with a sentence, if it cannot be reached or lets nobody in
     */
    public static LiveDatabase open(String url, @Nullable String user, @Nullable String password, Duration patience) {
        if (!url.startsWith(POSTGRES)) {
            throw new DatabaseUnusable(
                    "Only PostgreSQL can be read so far: write the address as jdbc:postgresql://host:port/database.");
        }
        if (url.matches("(?i).*[?&]password=.*")) {
            throw new DatabaseUnusable(
                    "Leave the password out of the address, where others can see it: set ASKTRAIL_JDBC_PASSWORD or"
                            + " name a file with --password-file.");
        }
        var login = new Properties();
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        login.setProperty("loginTimeout", "10");
        login.setProperty("connectTimeout", "5");
        login.setProperty("ApplicationName", "asktrail");
        login.setProperty("options", "-c statement_timeout=%d".formatted(patience.toMillis()));
        try {
            return prepared(DriverManager.getConnection(url, login));
        } catch (SQLException refused) {
            throw LoginFault.of(url, user, refused);
        }
    }

    /**
     * Over a connection that is somebody else's to close. All is done in one transaction, which is rolled back at the end.
     *
     * @param patience for one statement
     */
    public static LiveDatabase over(Connection jdbc, Duration patience) throws SQLException {
        jdbc.setAutoCommit(false);
        var database = new LiveDatabase(jdbc, false);
        database.sql()
                .fetch(
                        "select set_config('statement_timeout', {0}, true), set_config('transaction_read_only', 'on',"
                                + " true)",
                        DSL.val(patience.toMillis() + "ms"));
        return database;
    }

    private static LiveDatabase prepared(Connection jdbc) throws SQLException {
        jdbc.setReadOnly(true);
        jdbc.setAutoCommit(true);
        return new LiveDatabase(jdbc, true);
    }

    public DSLContext sql() {
        return DSL.using(jdbc, SQLDialect.POSTGRES, RENDERING);
    }

    @Override
    public void close() {
        try {
            if (owned) {
                jdbc.close();
            } else {
                jdbc.rollback();
            }
        } catch (SQLException broken) {
            throw new DatabaseUnusable("The connection to the database broke at the end.", broken);
        }
    }
}
