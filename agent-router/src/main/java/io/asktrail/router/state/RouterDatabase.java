package io.asktrail.router.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A small pool over the router's database, migrated when it is opened; no bean that another agent could be given. */
public final class RouterDatabase implements AutoCloseable {
    private static final long PATIENCE_MS = 3_000;

    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public RouterDatabase(RouterStateProperties properties) {
        var config = new HikariConfig();
        config.setPoolName("router-state");
        config.setJdbcUrl(Objects.requireNonNull(properties.url()));
        config.setUsername(properties.username());
        config.setPassword(properties.password());
        config.setMaximumPoolSize(properties.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MS);
        pool = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/router")
                .table("router_schema_history")
                .load()
                .migrate();
        jdbc = JdbcClient.create(pool);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** All of the work or none of it. */
    public <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }

    @Override
    public void close() {
        pool.close();
    }
}
