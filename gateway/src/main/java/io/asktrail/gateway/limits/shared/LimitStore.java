package io.asktrail.gateway.limits.shared;

import com.zaxxer.hikari.HikariDataSource;
import io.asktrail.gateway.limits.Limit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of what is left, written by Bucket4j. It is made when the database is first there, not when we start. */
final class LimitStore implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LimitStore.class);
    private static final String TABLE = "gateway_limits";
    private static final int CONNECTIONS = 4;
    // Unlogged: what is lost with a crash of the database is who had asked how much in the last minute.
    private static final String DEFINITION =
            "create unlogged table if not exists " + TABLE + " (id text primary key, state bytea, expires_at bigint)";
    private static final Duration SYNCHRONISED = Duration.ofSeconds(1);
    private static final int SHARE_TAKEN = 20;
    private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(1);
    private static final int CLEANED_AT_ONCE = 1000;

    private final HikariDataSource database;
    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private volatile boolean tableIsThere;

    LimitStore(SharedLimitProperties settings) {
        database = new HikariDataSource();
        database.setJdbcUrl(settings.url());
        database.setUsername(settings.username());
        database.setPassword(settings.password());
        database.setPoolName("limits");
        database.setMaximumPoolSize(CONNECTIONS);
        database.setMinimumIdle(0);
        database.setConnectionTimeout(settings.patience().toMillis());
        database.setValidationTimeout(settings.patience().toMillis());
        database.setInitializationFailTimeout(-1);
        var seconds = String.valueOf(Math.max(1, settings.patience().toSeconds()));
        database.addDataSourceProperty("connectTimeout", seconds);
        database.addDataSourceProperty("socketTimeout", seconds);
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table(TABLE)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
                .build();
    }

    /**
     * The bucket of a subject. A gateway takes a twentieth of a burst in advance and tells the others within a second, so
     * that most requests do not wait for the database: together they may let through that much more.
     */
    Bucket bucket(String subject, Limit limit) {
        var ahead = new DelayParameters(Math.max(1, limit.burst() / SHARE_TAKEN), SYNCHRONISED);
        var configuration =
                BucketConfiguration.builder().addLimit(limit.bandwidth()).build();
        return buckets.builder()
                .withOptimization(Optimizations.delaying(ahead))
                .build(
                        "%s %d/%d %s".formatted(limit.name(), limit.perMinute(), limit.burst(), subject),
                        () -> configuration);
    }

    /** Makes the table, once. */
    void prepare() throws SQLException {
        if (tableIsThere) {
            return;
        }
        try (var connection = database.getConnection();
                var tables = connection.getMetaData().getTables(null, null, TABLE, null)) {
            // A role that may only use it must not be asked to be able to make it.
            if (!tables.next()) {
                try (var statement = connection.createStatement()) {
                    statement.execute(DEFINITION);
                }
            }
        }
        tableIsThere = true;
    }

    /** Drops buckets that are full again. */
    void clean() {
        if (tableIsThere) {
            var dropped = buckets.removeExpired(CLEANED_AT_ONCE);
            log.atDebug().addKeyValue("dropped", dropped).log("full buckets dropped");
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
