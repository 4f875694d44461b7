package io.asktrail.orchestrator.tools;

import io.asktrail.contracts.result.StepResult;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Results in an unlogged table: lost with a crash of the database, which costs a question's time and nothing else. */
final class SharedResultsInPostgres implements SharedResults {
    private static final Logger log = LoggerFactory.getLogger(SharedResultsInPostgres.class);

    private final JdbcClient state;
    private final JsonMapper json;
    private final Executor beside = Executors.newVirtualThreadPerTaskExecutor();

    /** @param state the orchestrators' database with the table {@code step_results} */
    SharedResultsInPostgres(JdbcClient state, JsonMapper json) {
        this.state = state;
        this.json = json;
    }

    @Override
    public Optional<StepResult.Rows> find(StepKey key) {
        try {
            return state.sql("select result from step_results where key = :key and expires_at > now()")
                    .param("key", key.hash())
                    .query(String.class)
                    .optional()
                    .map(text -> json.readValue(text, StepResult.Rows.class));
        } catch (DataAccessException | JacksonException away) {
            log.atDebug().setCause(away).log("shared result not read");
            return Optional.empty();
        }
    }

    @Override
    public void keep(StepKey key, StepResult.Rows rows, Duration keep) {
        beside.execute(() -> write(key, rows, keep));
    }

    private void write(StepKey key, StepResult.Rows rows, Duration keep) {
        try {
            state.sql("delete from step_results where expires_at < now()").update();
            state.sql("""
                            insert into step_results (key, result, expires_at)
                            values (:key, :result, now() + :keep * interval '1 millisecond')
                            on conflict (key) do update
                            set result = excluded.result, expires_at = excluded.expires_at""")
                    .param("key", key.hash())
                    .param("result", json.writeValueAsString(rows))
                    .param("keep", keep.toMillis())
                    .update();
        } catch (DataAccessException | JacksonException away) {
            log.atDebug().setCause(away).log("shared result not kept");
        }
    }
}
