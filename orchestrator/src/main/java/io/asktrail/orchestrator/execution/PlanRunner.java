package io.asktrail.orchestrator.execution;

import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.answer.TrailStep;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.orchestrator.execution.RunJournal.FinishedStep;
import io.asktrail.orchestrator.tools.ToolCall;
import io.asktrail.registry.Registry;
import io.asktrail.service.tracing.Spans;
import io.micrometer.common.KeyValues;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a plan's steps in parallel waves until the deadline. A step that fails is missing; the others go on. */
public final class PlanRunner {
    private static final String CUT_DAYS =
            "There are more rows by day than the source gives at once, so they cannot be converted whole. Ask for fewer days"
                    + " or fewer groups.";

    private static final Logger log = LoggerFactory.getLogger(PlanRunner.class);

    /** Of the time that is left, what the sources may not use up: something is still to be worked out and said. */
    private static final int SHARE_KEPT = 5;

    private static final Duration MOST_KEPT = Duration.ofSeconds(1);

    private final StepCalls caller;
    private final Spans spans;
    private final Clock clock;

    public PlanRunner(StepCalls caller, Spans spans, Clock clock) {
        this.caller = caller;
        this.spans = spans;
        this.clock = clock;
    }

    /**
     * @param journal where it is written down
     * @param onStep told of each step when its wave has ended
     * @throws SuiteException {@link ErrorCode#CANCELLED} if the calling thread is interrupted
     */
    public RunResult run(
            CallContext call, RunJournal journal, Plan plan, Registry registry, Consumer<TrailStep> onStep) {
        var results = new HashMap<StepId, StepResult>();
        var trail = new ArrayList<TrailStep>();
        journal.planned(plan);
        var reading = sooner(call);
        for (var wave : Waves.of(plan)) {
            var within = wave.stream().anyMatch(step -> step.inputs().readsData()) ? reading : call;
            var ended = runWave(within, journal, wave, registry, results);
            journal.waveDone(finished(wave, ended));
            for (var done : ended) {
                results.put(done.trail().step(), done.result());
                trail.add(done.trail());
                onStep.accept(done.trail());
            }
        }
        return new RunResult(results, trail);
    }

    // A source that never answers must not take the words of the others' answers with it.
    private CallContext sooner(CallContext call) {
        var share = call.deadline().remaining(clock).dividedBy(SHARE_KEPT);
        var kept = share.compareTo(MOST_KEPT) > 0 ? MOST_KEPT : share;
        return new CallContext(call.caller(), new Deadline(call.deadline().at().minus(kept)), call.idempotencyKey());
    }

    private record Done(StepResult result, TrailStep trail) {}

    private static List<FinishedStep> finished(List<Step> wave, List<Done> ended) {
        var finished = new ArrayList<FinishedStep>();
        for (var i = 0; i < wave.size(); i++) {
            // What is missing may be there for whoever tries again.
            if (ended.get(i).result() instanceof StepResult.Rows rows) {
                finished.add(new FinishedStep(wave.get(i), rows));
            }
        }
        return finished;
    }

    private List<Done> runWave(
            CallContext call, RunJournal journal, List<Step> wave, Registry registry, Map<StepId, StepResult> earlier) {
        if (wave.size() == 1 && !wave.getFirst().inputs().readsData()) {
            // Arithmetic on what is here already: a thread of its own would only cost.
            return List.of(runOne(call, journal, wave.getFirst(), registry, earlier));
        }
        var calls = wave.stream()
                .map(step -> Spans.carried((Callable<Done>) () -> runOne(call, journal, step, registry, earlier)))
                .toList();
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var left = call.deadline().remaining(clock).toMillis();
            var futures = threads.invokeAll(calls, Math.max(1, left), TimeUnit.MILLISECONDS);
            var done = new ArrayList<Done>();
            for (var i = 0; i < wave.size(); i++) {
                done.add(settle(wave.get(i), registry, futures.get(i), began));
            }
            return done;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SuiteException(ErrorCode.CANCELLED, "The caller went away, so the work was stopped.", stopped);
        }
    }

    private Done settle(Step step, Registry registry, Future<Done> future, long began) throws InterruptedException {
        try {
            return future.get();
        } catch (CancellationException late) {
            return missing(
                    step,
                    registry,
                    began,
                    ErrorCode.DEADLINE_PASSED,
                    "%s did not answer in time. Ask for a shorter period, or try again."
                            .formatted(registry.tool(step.tool().tool()).agent().serviceName()));
        } catch (ExecutionException failure) {
            // A step's own failures are values already; what arrives here is a fault of ours.
            log.atError()
                    .setCause(failure.getCause())
                    .addKeyValue("step", step.id())
                    .log("step failed unexpectedly");
            return missing(step, registry, began, ErrorCode.BROKEN_INVARIANT, "This step failed inside Asktrail.");
        }
    }

    private Done runOne(
            CallContext call, RunJournal journal, Step step, Registry registry, Map<StepId, StepResult> earlier) {
        var tags = KeyValues.of("step", step.id().value(), "tool", step.tool().toString());
        return spans.within("asktrail.step", tags, () -> callAgent(call, journal, step, registry, earlier));
    }

    private Done callAgent(
            CallContext call, RunJournal journal, Step step, Registry registry, Map<StepId, StepResult> earlier) {
        var began = System.nanoTime();
        var before = journal.finished(step);
        if (before.isPresent()) {
            return done(step, registry, began, new ToolCall(before.get(), 0, CacheUse.HIT));
        }
        var given = Given.to(step, earlier);
        var runnable =
                Survivors.without(step, given.tables(), lost(step, earlier).isPresent());
        if (runnable.isEmpty()) {
            return passOn(step, registry, earlier, began);
        }
        if (step.inputs() instanceof StepInputs.Convert convert
                && convert.addsUpDays()
                && earlier.get(convert.of()) instanceof StepResult.Rows rows
                && rows.truncated()) {
            return missing(step, registry, began, ErrorCode.TOO_MANY_ROWS, CUT_DAYS);
        }
        try {
            var keyed = new CallContext(call.caller(), call.deadline(), journal.runId() + ":" + step.id());
            return done(step, registry, began, caller.call(keyed, runnable.get(), registry, given));
        } catch (SuiteException failure) {
            log.atWarn()
                    .addKeyValue("step", step.id())
                    .addKeyValue("code", failure.code())
                    .log("step is missing");
            return missing(step, registry, began, failure.code(), failure.forCaller());
        }
    }

    // Of a comparison whose earlier half is missing the present half stands; else the missing input is what is missing.
    private Done passOn(Step step, Registry registry, Map<StepId, StepResult> earlier, long began) {
        if (step.inputs() instanceof StepInputs.Compare compare
                && earlier.get(compare.current()) instanceof StepResult.Rows rows) {
            return done(step, registry, began, new ToolCall(rows, 0, CacheUse.MISS));
        }
        var reason = step.inputs().needs().stream()
                .map(earlier::get)
                .filter(StepResult.Missing.class::isInstance)
                .map(StepResult.Missing.class::cast)
                .findFirst()
                .or(() -> lost(step, earlier))
                .orElse(new StepResult.Missing(ErrorCode.INPUT_MISSING, "An earlier step gave nothing."));
        return missing(step, registry, began, reason.code(), reason.reason());
    }

    private static Optional<StepResult.Missing> lost(Step step, Map<StepId, StepResult> earlier) {
        return step.inputs().needs().stream()
                .map(earlier::get)
                .filter(StepResult.Rows.class::isInstance)
                .map(StepResult.Rows.class::cast)
                .flatMap(rows -> LostMetrics.reason(rows).stream())
                .findFirst()
                .map(reason -> new StepResult.Missing(ErrorCode.SOURCE_CHANGED, reason));
    }

    private static Done done(Step step, Registry registry, long began, ToolCall call) {
        return switch (call.result()) {
            case StepResult.Missing missing ->
                new Done(missing, trail(step, registry, began, call, null, 0, missing.code(), List.of()));
            case StepResult.Rows rows ->
                new Done(
                        rows, trail(step, registry, began, call, rows.query(), rows.rowCount(), null, rows.verdicts()));
        };
    }

    private static Done missing(Step step, Registry registry, long began, ErrorCode code, String reason) {
        return done(step, registry, began, new ToolCall(new StepResult.Missing(code, reason), 1, CacheUse.MISS));
    }

    private static TrailStep trail(
            Step step,
            Registry registry,
            long began,
            ToolCall call,
            @Nullable String query,
            long rows,
            @Nullable ErrorCode error,
            List<io.asktrail.contracts.result.RuleVerdict> verdicts) {
        return new TrailStep(
                step.id(),
                registry.tool(step.tool().tool()).agent().serviceName(),
                step.tool(),
                query,
                rows,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                call.attempts(),
                call.cache(),
                error,
                verdicts);
    }
}
