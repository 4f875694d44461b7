package io.asktrail.orchestrator.tools;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open breakers in PostgreSQL; looked up every half second, beside the questions. */
final class SharedOpenBreakers implements OpenBreakers, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SharedOpenBreakers.class);
    private static final long LOOKED_UP_MS = 500;

    private final JdbcClient state;
    private final Clock clock;
    private final ScheduledExecutorService beside = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("open-breakers").factory());
    private volatile Map<String, Instant> known = Map.of();

    /** @param state the orchestrators' database with the table {@code open_breakers} */
    SharedOpenBreakers(JdbcClient state, Clock clock) {
        this.state = state;
        this.clock = clock;
        beside.scheduleWithFixedDelay(this::lookUp, LOOKED_UP_MS, LOOKED_UP_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void opened(String tool, Instant until) {
        beside.execute(() -> write(tool, until));
    }

    @Override
    public Optional<Instant> openUntil(String tool) {
        @Nullable Instant until = known.get(tool);
        return until != null && until.isAfter(clock.instant()) ? Optional.of(until) : Optional.empty();
    }

    private void write(String tool, Instant until) {
        try {
            state.sql("""
                            insert into open_breakers (tool, open_until) values (:tool, :until)
                            on conflict (tool) do update
                            set open_until = greatest(open_breakers.open_until, excluded.open_until)""")
                    .param("tool", tool)
                    .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                    .update();
            log.atWarn().addKeyValue("tool", tool).addKeyValue("until", until).log("breaker opened");
        } catch (DataAccessException away) {
            log.atWarn().setCause(away).addKeyValue("tool", tool).log("breaker opened for this process alone");
        }
    }

    private void lookUp() {
        try {
            known = state
                    .sql("select tool, open_until from open_breakers where open_until > now()")
                    .query((row, _) -> Map.entry(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant()))
                    .list()
                    .stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (DataAccessException away) {
            // What was known ends by its own time; the next look may succeed.
            log.atDebug().setCause(away).log("open breakers not looked up");
        }
    }

    @Override
    public void close() {
        beside.shutdownNow();
    }
}
