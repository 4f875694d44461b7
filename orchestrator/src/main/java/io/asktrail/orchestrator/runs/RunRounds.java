package io.asktrail.orchestrator.runs;

import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.diagnosis.Thought;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The scratchpads of diagnoses in the orchestrators' database, by run. */
final class RunRounds {
    private final JdbcClient state;
    private final JsonMapper json;

    RunRounds(JdbcClient state, JsonMapper json) {
        this.state = state;
        this.json = json;
    }

    /** Before a round is run. One that is gone through again is the same. */
    void begin(String run, int round, NextLook.Look look) {
        keep(run, round, json.writerFor(NextLook.class).writeValueAsString(look), null);
    }

    /** After a round, or at the end of all. */
    void end(String run, Thought thought) {
        keep(run, thought.round(), null, json.writeValueAsString(thought));
    }

    private void keep(String run, int round, @Nullable String look, @Nullable String thought) {
        state.sql("""
                insert into run_rounds (run_id, round, look, thought)
                values (:run, :round, cast(:look as jsonb), cast(:thought as jsonb))
                on conflict (run_id, round) do update
                set look = coalesce(excluded.look, run_rounds.look),
                    thought = coalesce(excluded.thought, run_rounds.thought)\
                """)
                .param("run", run)
                .param("round", round)
                .param("look", look)
                .param("thought", thought)
                .update();
    }

    /** What was begun to be looked at, in order. */
    List<NextLook.Look> looks(String run) {
        return state
                .sql("select look from run_rounds where run_id = :run and look is not null order by round")
                .param("run", run)
                .query(String.class)
                .list()
                .stream()
                .map(text -> (NextLook.Look) json.readValue(text, NextLook.class))
                .toList();
    }

    /** What was thought so far, in order. */
    List<Thought> thoughts(String run) {
        return state
                .sql("select thought from run_rounds where run_id = :run and thought is not null order by round")
                .param("run", run)
                .query(String.class)
                .list()
                .stream()
                .map(text -> json.readValue(text, Thought.class))
                .toList();
    }
}
