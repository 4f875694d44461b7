package io.asktrail.orchestrator.runs;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.orchestrator.answering.Given;
import io.asktrail.orchestrator.execution.RunJournal.FinishedStep;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.orchestrator.tools.StepKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Runs in the orchestrators' database. Whoever writes to a run must own it: one that was taken over is not ours. */
final class RunStore {
    private final StateDatabase state;
    private final RunRounds rounds;
    private final AnswerStore answers;
    private final JsonMapper json;
    private final String owner;
    private final Duration lease;
    // What is worked on here now. A run that could not be ended, as the database was away, is not among them: its lease
    // ends, and whoever notices ends it.
    private final Set<String> alive = ConcurrentHashMap.newKeySet();

    /**
     * @param owner this process, unlike any other and unlike its predecessor
     * @param lease for how long a run is ours without a sign of life
     */
    RunStore(StateDatabase state, AnswerStore answers, JsonMapper json, String owner, Duration lease) {
        this.state = state;
        this.rounds = new RunRounds(state.jdbc(), json);
        this.answers = answers;
        this.json = json;
        this.owner = owner;
        this.lease = lease;
    }

    /** A run that somebody left behind. */
    record Orphan(
            String id,
            boolean detached,
            int takeovers,
            @Nullable Caller caller,
            @Nullable RunRequest request) {}

    /** Begins a run whose caller waits for it. */
    void beginAttached(String id, Caller caller) {
        begin(id, caller, null);
    }

    /** Begins a run that goes on without its caller. */
    void beginDetached(String id, Caller caller, RunRequest request) {
        begin(id, caller, request);
    }

    private void begin(String id, Caller caller, @Nullable RunRequest request) {
        alive.add(id);
        state.jdbc()
                .sql("""
                    insert into runs (id, sub, detached, status, caller, request, owner, lease_until)
                    values (:id, :sub, :detached, 'running', cast(:caller as jsonb), cast(:request as jsonb),
                            :owner, now() + :lease * interval '1 millisecond')\
                    """)
                .param("id", id)
                .param("sub", caller.sub())
                .param("detached", request != null)
                .param("caller", request == null ? null : json.writeValueAsString(caller))
                .param("request", request == null ? null : json.writeValueAsString(request))
                .param("owner", owner)
                .param("lease", lease.toMillis())
                .update();
    }

    void addStage(String id, RunView.RunStage stage) {
        state.jdbc()
                .sql("""
                    update runs set stages = stages || cast(:stage as jsonb)
                    where id = :id and owner = :owner and status = 'running'\
                    """)
                .param("stage", json.writeValueAsString(List.of(stage)))
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    /** A run that was taken over begins its account again. */
    void clearStages(String id) {
        state.jdbc()
                .sql("update runs set stages = '[]' where id = :id and owner = :owner and status = 'running'")
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    Optional<StepResult> finished(String id, String key) {
        return state.jdbc()
                .sql("select result from run_steps where run_id = :id and key = :key and result is not null")
                .param("id", id)
                .param("key", key)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, StepResult.class));
    }

    /** @param withResults whether somebody may have to go on from here */
    void keep(String id, List<FinishedStep> steps, boolean withResults) {
        for (var done : steps) {
            state.jdbc()
                    .sql("""
                        insert into run_steps (run_id, step, key, result)
                        values (:id, :step, :key, cast(:result as jsonb)) on conflict do nothing\
                        """)
                    .param("id", id)
                    .param("step", done.step().id().value())
                    .param("key", key(done.step()))
                    .param("result", withResults ? json.writeValueAsString(done.result()) : null)
                    .update();
        }
    }

    /** Equal for equal steps: a plan that is made again gives the same inputs to the same tools. */
    String key(Step step) {
        return StepKey.contentOf(step, json);
    }

    /**
     * Ends a run with its answer, both or neither.
     *
     * @return empty if the run is not ours any more, so that its answer is somebody else's to give
     */
    Optional<Given> finish(String id, Caller caller, Answer answer) {
        var given = new AtomicReference<@Nullable Given>();
        state.inTransaction(() -> {
            if (!end(id, RunStatus.DONE, answer.id(), null)) {
                return false;
            }
            given.set(answers.keep(caller, answer));
            return true;
        });
        alive.remove(id);
        return Optional.ofNullable(given.get());
    }

    /** @return false if the run has ended already or is not ours any more */
    boolean fail(String id, RunStatus status, RunFailure failure) {
        alive.remove(id);
        return end(id, status, null, failure);
    }

    private boolean end(String id, RunStatus status, @Nullable String answerId, @Nullable RunFailure failure) {
        return state.jdbc()
                        .sql("""
                            update runs
                            set status = :status, answer_id = :answer, failure = cast(:failure as jsonb),
                                ended_at = now()
                            where id = :id and owner = :owner and status = 'running'\
                            """)
                        .param("status", status.text())
                        .param("answer", answerId)
                        .param("failure", failure == null ? null : json.writeValueAsString(failure))
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    /** The scratchpads of the diagnoses among them. */
    RunRounds rounds() {
        return rounds;
    }

    /** Says that nobody here works on a run any more: if its end was not written down, it is for anybody to take over. */
    void letGo(String id) {
        alive.remove(id);
    }

    /** Says that this process lives; tells which of its runs somebody wants cancelled. */
    List<String> renewLeases() {
        var ours = List.copyOf(alive);
        if (ours.isEmpty()) {
            return List.of();
        }
        return state
                .jdbc()
                .sql("""
                    update runs set lease_until = now() + :lease * interval '1 millisecond'
                    where owner = :owner and status = 'running' and id in (:ours)
                    returning case when cancel_requested then id end\
                    """)
                .param("lease", lease.toMillis())
                .param("owner", owner)
                .param("ours", ours)
                .query(String.class)
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** Takes over runs whose owner gave no sign of life; each goes to one process alone. */
    List<Orphan> takeOver(int most) {
        return state
                .jdbc()
                .sql("""
                    update runs
                    set owner = :owner, takeovers = takeovers + 1,
                        lease_until = now() + :lease * interval '1 millisecond'
                    where id in (select id from runs where status = 'running' and lease_until < now()
                                 order by lease_until limit :most for update skip locked)
                    returning id, detached, takeovers, caller, request\
                    """)
                .param("owner", owner)
                .param("lease", lease.toMillis())
                .param("most", most)
                .query((row, _) -> orphan(row))
                .list()
                .stream()
                .peek(orphan -> alive.add(orphan.id()))
                .toList();
    }

    private Orphan orphan(ResultSet row) throws SQLException {
        @Nullable String caller = row.getString("caller");
        @Nullable String request = row.getString("request");
        return new Orphan(
                row.getString("id"),
                row.getBoolean("detached"),
                row.getInt("takeovers"),
                caller == null ? null : json.readValue(caller, Caller.class),
                request == null ? null : json.readValue(request, RunRequest.class));
    }

    /** Asks whoever works on a run of the caller's to stop; false if there is none under way. */
    boolean requestCancel(Caller caller, String id) {
        return state.jdbc().sql("""
            update runs set cancel_requested = true
            where id = :id and sub = :sub and status = 'running'\
            """).param("id", id).param("sub", caller.sub()).update() == 1;
    }

    /** A run, if the caller is the one who began it. */
    Optional<RunView> find(Caller caller, String id) {
        return state.jdbc()
                .sql("""
                    select id, status, created_at, ended_at, stages, answer_id, failure
                    from runs where id = :id and sub = :sub\
                    """)
                .param("id", id)
                .param("sub", caller.sub())
                .query((row, _) -> view(row))
                .optional();
    }

    private RunView view(ResultSet row) throws SQLException {
        @Nullable String failure = row.getString("failure");
        return new RunView(
                row.getString("id"),
                RunStatus.of(row.getString("status")),
                instant(row.getObject("created_at", OffsetDateTime.class)),
                row.getObject("ended_at") == null ? null : instant(row.getObject("ended_at", OffsetDateTime.class)),
                List.of(json.readValue(row.getString("stages"), RunView.RunStage[].class)),
                rounds.thoughts(row.getString("id")),
                row.getString("answer_id"),
                failure == null ? null : json.readValue(failure, RunFailure.class));
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
