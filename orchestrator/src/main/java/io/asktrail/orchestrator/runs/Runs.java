package io.asktrail.orchestrator.runs;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.orchestrator.answering.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runs of this process, and those that others left behind: a run that goes on alone is taken over and finished, one
 * whose caller went down with its orchestrator is failed.
 */
public final class Runs implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Runs.class);
    private static final int TAKEN_AT_ONCE = 4;
    private static final int MOST_TAKEOVERS = 3;
    private static final Duration COME_BACK_IN = Duration.ofSeconds(5);

    private final RunStore store;
    private final AnswerStore answers;
    private final RunWork work;
    private final JsonMapper json;
    private final Duration longest;
    private final int most;
    private final Clock clock;
    private final Map<String, Thread> here = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("runs").factory());

    /**
     * @param longest for how long a run may go on without its caller
     * @param most runs at once; one more is sent away
     * @param watchEvery how often leases are renewed and orphans are looked for
     */
    Runs(
            RunStore store,
            AnswerStore answers,
            RunWork work,
            JsonMapper json,
            Duration longest,
            int most,
            Duration watchEvery,
            Clock clock) {
        this.store = store;
        this.answers = answers;
        this.work = work;
        this.json = json;
        this.longest = longest;
        this.most = most;
        this.clock = clock;
        watch.scheduleWithFixedDelay(this::watch, 0, watchEvery.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Begins a run that goes on whether or not its caller stays.
     *
     * @throws SuiteException {@link ErrorCode#RATE_LIMITED} if this process has as many as it can work on
     */
    public RunView start(Caller caller, RunRequest request) {
        if (here.size() >= most) {
            throw new SuiteException(
                    ErrorCode.RATE_LIMITED,
                    "%d long runs are under way already: wait until one has ended, or cancel one.".formatted(most),
                    null,
                    COME_BACK_IN);
        }
        var id = Run.ofAnswer(Ids.answer());
        store.beginDetached(id, caller, request);
        begin(Run.detached(id, caller, store, answers, false), caller, request);
        return find(caller, id);
    }

    /** @throws SuiteException {@link ErrorCode#UNKNOWN_ID} if the caller has no such run */
    public RunView find(Caller caller, String id) {
        return store.find(caller, id)
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.UNKNOWN_ID, "You have no run with this id: it came with the reply to your request."));
    }

    /** Stops a run, here or wherever it is worked on; one that has ended stays as it is. */
    public RunView cancel(Caller caller, String id) {
        if (store.requestCancel(caller, id)) {
            Optional.ofNullable(here.get(id)).ifPresent(Thread::interrupt);
        }
        return find(caller, id);
    }

    private void begin(Run run, Caller caller, RunRequest request) {
        var thread = Thread.ofVirtual().name(run.runId()).unstarted(() -> work(run, caller, request));
        here.put(run.runId(), thread);
        thread.start();
    }

    private void work(Run run, Caller caller, RunRequest request) {
        try {
            var call = new CallContext(caller, Deadline.in(longest, clock), run.runId());
            work.work(call, request, run, stage -> note(run, stage));
        } catch (SuiteException failure) {
            run.fail(failure);
        } catch (RuntimeException fault) {
            log.atError().setCause(fault).addKeyValue("run", run.runId()).log("run failed");
            run.fail(new SuiteException(ErrorCode.BROKEN_INVARIANT, "Asktrail failed at this. The log knows more."));
        } finally {
            here.remove(run.runId());
            store.letGo(run.runId());
        }
    }

    private void note(Run run, Stage stage) {
        if (!(stage instanceof Stage.Answered)) {
            store.addStage(
                    run.runId(),
                    new RunView.RunStage(stage.event(), clock.instant(), json.valueToTree(stage.payload())));
        }
    }

    private void watch() {
        try {
            for (var id : store.renewLeases()) {
                Optional.ofNullable(here.get(id)).ifPresent(Thread::interrupt);
            }
            store.takeOver(Math.clamp(most - here.size(), 0, TAKEN_AT_ONCE)).forEach(this::takeOver);
        } catch (DataAccessException away) {
            log.atWarn().setCause(away).log("runs not looked after: the state database is away");
        } catch (RuntimeException unforeseen) {
            log.atError().setCause(unforeseen).log("runs not looked after");
        }
    }

    private void takeOver(RunStore.Orphan orphan) {
        log.atWarn()
                .addKeyValue("run", orphan.id())
                .addKeyValue("takeovers", orphan.takeovers())
                .log("run taken over");
        @Nullable Caller caller = orphan.caller();
        @Nullable RunRequest request = orphan.request();
        if (!orphan.detached() || caller == null || request == null) {
            fail(orphan, "The orchestrator that worked on this stopped. Ask again.");
        } else if (orphan.takeovers() > MOST_TAKEOVERS) {
            fail(orphan, "This run stopped the orchestrator %d times and is given up.".formatted(MOST_TAKEOVERS));
        } else {
            store.clearStages(orphan.id());
            begin(Run.detached(orphan.id(), caller, store, answers, true), caller, request);
        }
    }

    private void fail(RunStore.Orphan orphan, String sentence) {
        store.fail(
                orphan.id(), RunStatus.FAILED, new RunFailure(ErrorCode.AGENT_DOWN, Objects.requireNonNull(sentence)));
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
