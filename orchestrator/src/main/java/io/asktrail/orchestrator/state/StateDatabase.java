package io.asktrail.orchestrator.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The orchestrator's own PostgreSQL database, migrated when it is opened. Its pool is no bean of its own: in one
 * process with the data agents nobody else can be given it by mistake.
 */
public final class StateDatabase implements AutoCloseable {
    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public StateDatabase(StateProperties properties) {
        var config = new HikariConfig();
        config.setPoolName("state");
        config.setJdbcUrl(properties.url());
        config.setUsername(properties.username());
        config.setPassword(properties.password());
        config.setMaximumPoolSize(properties.poolSize());
        config.setConnectionTimeout(3_000);
        // A crash of the database may cost the last moments of a conversation, never its consistency; in return no
        // question waits for a disk.
        config.setConnectionInitSql("SET synchronous_commit = off");
        pool = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/state")
                .load()
                .migrate();
        jdbc = JdbcClient.create(pool);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
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

    public DataSource dataSource() {
        return pool;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        pool.close();
    }
}
