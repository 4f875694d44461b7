package io.asktrail.orchestrator.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.answer.Refusal;
import io.asktrail.contracts.ask.AskRequest;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.diagnosis.Thought;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.orchestrator.answering.AnswerWriter;
import io.asktrail.orchestrator.answering.RightsPrints;
import io.asktrail.orchestrator.execution.RunJournal.FinishedStep;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.orchestrator.state.TestState;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class RunsTest {
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Caller ASHA = new Caller("asha", List.of(Role.ANALYST), List.of("*"), List.of(), List.of());
    private static final Caller RAVI = new Caller("ravi", List.of(Role.ANALYST), List.of("*"), List.of(), List.of());
    private static final RunRequest QUESTION =
            new RunRequest.Ask(new AskRequest("spend last month", null, null, null, null));
    private static final StateDatabase STATE = TestState.of("runs", 8);
    private static final Plan PLAN = JSON.readValue("""
                     {"steps":[{"id":"ads1","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["spend"],
                      "date_range":"2025-10-01..2025-10-02","tz":"Asia/Kolkata"}}],
                      "outputs":{"table":"ads1","narrative":true}}\
                     """, Plan.class);
    private static final int MOST = 32;
    private static final Step STEP = PLAN.steps().getFirst();

    private final AnswerStore answers = new AnswerStore(STATE, JSON, new RightsPrints(() -> REGISTRY));
    private final List<Runs> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        processes.forEach(Runs::close);
    }

    @Test
    void goesOnWithoutItsCallerAndKeepsTheAnswer() throws InterruptedException {
        // Given
        var mayEnd = new CountDownLatch(1);
        var runs = process("a", (_, _, run, stages) -> {
            stages.accept(new Stage.Planned(PLAN));
            await(mayEnd);
            run.finish(answer(run.answerId()));
        });

        // When
        var begun = runs.start(ASHA, QUESTION);
        var running = eventually(runs, begun.id(), view -> !view.stages().isEmpty());
        mayEnd.countDown();
        var done = ended(runs, begun.id());

        // Then
        assertThat(running.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(running.stages()).extracting(RunView.RunStage::event).containsExactly("planned");
        assertThat(done.status()).isEqualTo(RunStatus.DONE);
        assertThat(answers.find(ASHA, String.valueOf(done.answerId()))).isPresent();
    }

    @Test
    void isNobodyElsesToSeeOrCancel() {
        // Given
        var runs = process("a", (_, _, run, _) -> run.finish(answer(run.answerId())));
        var begun = runs.start(ASHA, QUESTION);

        // Then
        assertThatThrownBy(() -> runs.find(RAVI, begun.id()))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.UNKNOWN_ID));
        assertThatThrownBy(() -> runs.cancel(RAVI, begun.id())).isInstanceOf(SuiteException.class);
    }

    @Test
    void isFinishedByAnotherProcessWhenItsOwnDiesAndItsStepsAreNotRunAgain() throws InterruptedException {
        // Given a process that dies after the first step, and comes back from the dead after all is done
        var dead = new CountDownLatch(1);
        var revived = new CountDownLatch(1);
        var steps = new AtomicInteger();
        var lateAnswer = new AtomicReference<@Nullable Throwable>();
        var first = process("dying", (_, _, run, _) -> {
            run.waveDone(List.of(new FinishedStep(STEP, fetch(steps))));
            dead.countDown();
            await(revived);
            try {
                run.finish(answer(run.answerId()));
            } catch (SuiteException tooLate) {
                lateAnswer.set(tooLate);
            }
        });
        var begun = first.start(ASHA, QUESTION);
        dead.await();
        first.close(); // no sign of life from here on

        // When
        var second = process("living", (_, _, run, _) -> {
            var result = run.finished(STEP).orElseGet(() -> fetch(steps));
            assertThat(((StepResult.Rows) result).table().rows().getFirst()).containsExactly(new BigDecimal("12.5"));
            run.finish(answer(run.answerId()));
        });
        var done = ended(second, begun.id());
        revived.countDown();

        // Then
        assertThat(done.status()).isEqualTo(RunStatus.DONE);
        assertThat(steps).hasValue(1);
        waitFor(() -> lateAnswer.get() != null);
        assertThat(lateAnswer.get())
                .isInstanceOfSatisfying(
                        SuiteException.class, late -> assertThat(late.code()).isEqualTo(ErrorCode.CANCELLED));
        assertThat(STATE.jdbc()
                        .sql("select count(*) from answers where id = :id")
                        .param("id", done.answerId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsTheScratchpadOfADiagnosisForItsOwnerAndForWhoeverTakesItOver() throws InterruptedException {
        // Given a process that dies in the second round
        var task = TaskSpec.query(
                        List.of(new MetricId("spend")),
                        new Period(
                                LocalDate.of(2025, 10, 1),
                                LocalDate.of(2025, 10, 31),
                                ZoneId.of("Asia/Kolkata"),
                                null,
                                null))
                .build();
        var first = new NextLook.Look("How much?", List.of(task), new Cost(1, 10, new BigDecimal("0.5")));
        var second = new NextLook.Look("Which parts?", List.of(task));
        var thought = new Thought(1, "How much?", List.of("the whole"), List.of("1 row"));
        var dead = new CountDownLatch(1);
        var dying = process("dying", (_, _, run, _) -> {
            run.looking(1, first);
            run.thought(thought);
            run.looking(2, second);
            dead.countDown();
            await(new CountDownLatch(1));
        });
        var id = dying.start(ASHA, QUESTION).id();
        dead.await();
        var meanwhile = dying.find(ASHA, id);
        dying.close();

        // When
        var found = new AtomicReference<List<NextLook.Look>>(List.of());
        var living = process("living", (_, _, run, _) -> {
            found.set(run.rounds());
            run.looking(1, first);
            run.thought(thought);
            run.thought(new Thought(2, "Enough.", List.of(), List.of()));
            run.finish(answer(run.answerId()));
        });
        var done = ended(living, id);

        // Then
        assertThat(meanwhile.scratchpad()).containsExactly(thought);
        assertThat(found.get()).containsExactly(first, second);
        assertThat(done.scratchpad()).extracting(Thought::thought).containsExactly("How much?", "Enough.");
    }

    @Test
    void isTakenOverByOneProcessAlone() throws InterruptedException {
        // Given
        var dying = process("dying", (_, _, _, _) -> await(new CountDownLatch(1)));
        var ids = new ArrayList<String>();
        for (var i = 0; i < 8; i++) {
            ids.add(dying.start(ASHA, QUESTION).id());
        }
        dying.close();

        // When four others look for orphans at once
        var worked = new AtomicInteger();
        RunWork work = (_, _, run, _) -> {
            worked.incrementAndGet();
            run.finish(answer(run.answerId()));
        };
        var longEnough = Duration.ofMinutes(1); // for a machine that stands still for a moment
        Runs any = process(store("b", longEnough), work);
        process(store("c", longEnough), work);
        process(store("d", longEnough), work);
        process(store("e", longEnough), work);
        for (var id : ids) {
            assertThat(ended(any, id).status()).isEqualTo(RunStatus.DONE);
        }

        // Then
        assertThat(worked).hasValue(8);
    }

    @Test
    void failsWhenItsCallerWentDownWithItsProcess() throws InterruptedException {
        // Given
        var store = store("dying");
        var run = new AttachedRuns(store, answers).of(ASHA);
        run.planned(PLAN);

        // When
        var other = process("b", (_, _, _, _) -> {});
        var failed = ended(other, run.runId());

        // Then
        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThatThrownBy(() -> run.finish(answer(run.answerId()))).isInstanceOf(SuiteException.class);
        assertThat(answers.find(ASHA, run.answerId())).isEmpty();
    }

    @Test
    void isCancelledFromWhereverItIsAskedFor() throws InterruptedException {
        // Given
        var begun = new CountDownLatch(1);
        var working = process("a", (_, _, _, _) -> {
            begun.countDown();
            await(new CountDownLatch(1));
        });
        var other = process("b", (_, _, _, _) -> {});
        var id = working.start(ASHA, QUESTION).id();
        begun.await();

        // When
        other.cancel(ASHA, id);

        // Then
        assertThat(ended(other, id).status()).isEqualTo(RunStatus.CANCELLED);
    }

    @Test
    void isSentAwayWhenThereAreAsManyAlready() throws InterruptedException {
        // Given
        var release = new CountDownLatch(1);
        var process = process("busy", (_, _, run, _) -> {
            await(release);
            run.finish(answer(run.answerId()));
        });
        var begun = new ArrayList<String>();
        for (var i = 0; i < MOST; i++) {
            begun.add(process.start(ASHA, QUESTION).id());
        }

        // When, Then
        assertThatThrownBy(() -> process.start(ASHA, QUESTION))
                .isInstanceOfSatisfying(SuiteException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                    assertThat(refused.retryAfter()).isPresent();
                });
        release.countDown();
        for (var id : begun) {
            assertThat(ended(process, id).status()).isEqualTo(RunStatus.DONE);
        }
    }

    @Test
    void doesNotStayUnderWayForEverWhenItsEndCouldNotBeWrittenDown() throws InterruptedException {
        // Given
        var tries = new AtomicInteger();
        var process = process("forgetful", (_, _, run, _) -> {
            if (tries.incrementAndGet() == 1) {
                throw new OutOfMemoryError("as if there were none left");
            }
            run.finish(answer(run.answerId()));
        });

        // When
        var id = process.start(ASHA, QUESTION).id();

        // Then
        assertThat(ended(process, id).status()).isEqualTo(RunStatus.DONE);
        assertThat(tries).hasValue(2);
    }

    @Test
    void isGivenUpWhenItBringsDownEveryProcess() throws InterruptedException {
        // Given
        var id = "";
        for (var i = 0; i < 4; i++) {
            var deaths = new CountDownLatch(1);
            var dying = process("dying" + i, (_, _, _, _) -> {
                deaths.countDown();
                await(new CountDownLatch(1));
            });
            if (i == 0) {
                id = dying.start(ASHA, QUESTION).id();
            }
            assertThat(deaths.await(10, TimeUnit.SECONDS)).isTrue();
            dying.close();
        }

        // When
        var failed = ended(process("last", (_, _, _, _) -> {}), id);

        // Then
        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void isNotFinishedByAnybodyWhenItsLeaseDoesNotEnd() throws InterruptedException {
        // Given
        var dead = new CountDownLatch(1);
        var first = process(store("dying", Duration.ofHours(1)), (_, _, _, _) -> {
            dead.countDown();
            await(new CountDownLatch(1));
        });
        var id = first.start(ASHA, QUESTION).id();
        dead.await();
        first.close();

        // When another has finished a run that was left behind later
        var dying = process("dying too", (_, _, _, _) -> await(new CountDownLatch(1)));
        var other = dying.start(ASHA, QUESTION).id();
        dying.close();
        var living = process("living", (_, _, run, _) -> run.finish(answer(run.answerId())));
        ended(living, other);

        // Then
        assertThat(living.find(ASHA, id).status()).isEqualTo(RunStatus.RUNNING);
    }

    @ParameterizedTest
    @CsvSource({"PT1H, false", "PT0S, true"})
    void goesFromHandToHandOnlyWhereALeaseIsNoLease(Duration lease, boolean again) {
        // Given a run that was left behind, and one who has taken it over
        var id = "run_" + System.nanoTime();
        store("dying", Duration.ZERO).beginDetached(id, ASHA, QUESTION);
        assertThat(takenOver(store("first", lease))).contains(id);

        // When another one looks for orphans
        var taken = takenOver(store("second", lease));

        // Then
        assertThat(taken.contains(id)).isEqualTo(again);
        STATE.jdbc().sql("delete from runs where id = :id").param("id", id).update();
    }

    private static List<String> takenOver(RunStore store) {
        return store.takeOver(1_000).stream().map(RunStore.Orphan::id).toList();
    }

    private Runs process(String owner, RunWork work) {
        return process(store(owner), work);
    }

    private Runs process(RunStore store, RunWork work) {
        var runs = new Runs(
                store, answers, work, JSON, Duration.ofMinutes(1), MOST, Duration.ofMillis(50), Clock.systemUTC());
        processes.add(runs);
        return runs;
    }

    private RunStore store(String owner) {
        return store(owner, Duration.ofMillis(400));
    }

    private RunStore store(String owner, Duration lease) {
        return new RunStore(STATE, answers, JSON, owner + System.nanoTime(), lease);
    }

    private static StepResult fetch(AtomicInteger steps) {
        steps.incrementAndGet();
        var table = new Table(
                List.of(new Column("spend", "Spend", ColumnType.NUMBER, "INR")),
                List.of(List.of(new BigDecimal("12.5"))));
        return new StepResult.Rows(table, 1, false, null, List.of(), null, List.of(), 0);
    }

    private static Answer answer(String id) {
        return new AnswerWriter(
                        id, "con_1", "q", Language.ENGLISH, REGISTRY, REGISTRY.accessOf(ASHA), null, System.nanoTime())
                .refused(new Refusal(ErrorCode.OUT_OF_SCOPE, null, "Nobody knows.", List.of()), null, List.of());
    }

    private static RunView ended(Runs runs, String id) throws InterruptedException {
        return eventually(runs, id, view -> view.status() != RunStatus.RUNNING);
    }

    private static RunView eventually(Runs runs, String id, java.util.function.Predicate<RunView> condition)
            throws InterruptedException {
        var until = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        var view = runs.find(ASHA, id);
        while (!condition.test(view) && System.nanoTime() < until) {
            Thread.sleep(20);
            view = runs.find(ASHA, id);
        }
        assertThat(condition.test(view)).as("run %s", view).isTrue();
        return view;
    }

    private static void waitFor(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (var i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new SuiteException(ErrorCode.CANCELLED, "It was stopped.", stopped);
        }
    }
}
