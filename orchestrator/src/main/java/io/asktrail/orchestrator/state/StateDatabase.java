package io.asktrail.orchestrator.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The orchestrator's own PostgreSQL database, migrated when it is opened. Its pool is no bean of its own: in one
 * process with the data agents nobody else can be given it by mistake.
 */
public final class StateDatabase implements AutoCloseable {
    private final DataSource source;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public StateDatabase(StateProperties properties) {
        this(pool(properties));
    }

    /** @param source closed with this, if it can be */
    public StateDatabase(DataSource source) {
        this.source = source;
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/state")
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
        transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    private static HikariDataSource pool(StateProperties properties) {
        var config = new HikariConfig();
        config.setPoolName("state");
        config.setJdbcUrl(properties.url());
        config.setUsername(properties.username());
        config.setPassword(properties.password());
        // What the server says of a value that it refuses can hold the value: a question, which belongs in no log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.setMaximumPoolSize(properties.poolSize());
        config.setConnectionTimeout(3_000);
        // A crash of the database may cost the last moments of a conversation, never its consistency; in return no
        // question waits for a disk.
        config.setConnectionInitSql("SET synchronous_commit = off");
        return new HikariDataSource(config);
    }

    /** Does the work in one transaction; it is undone where the work says no. */
    public boolean inTransaction(BooleanSupplier work) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var done = work.getAsBoolean();
            if (!done) {
                status.setRollbackOnly();
            }
            return done;
        }));
    }

    /** What is said of a failure: a database that is away comes back, all else is a fault of ours. */
    public static SuiteException failure(DataAccessException cause) {
        var away = cause instanceof DataAccessResourceFailureException || cause instanceof TransientDataAccessException;
        return away
                ? new SuiteException(
                        ErrorCode.SOURCE_DOWN,
                        "The database that keeps conversations and answers is away. Try again in some seconds.",
                        cause)
                : new SuiteException(ErrorCode.BROKEN_INVARIANT, "Asktrail failed at keeping its state.", cause);
    }

    public DataSource dataSource() {
        return source;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        if (source instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
