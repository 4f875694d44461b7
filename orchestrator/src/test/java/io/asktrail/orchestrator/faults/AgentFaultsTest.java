package io.asktrail.orchestrator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.PlaybookAgent;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.testkit.fault.Fault;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.client.RestClient;

/** One agent in trouble. The second row of each test is the same fault without the protection. */
@Tag("full")
class AgentFaultsTest {
    @ParameterizedTest
    @CsvSource({"true, PARTIAL", "false, FAILED"})
    void aDeadSourceCostsItsPartOfTheAnswer(boolean partialAnswers, AnswerStatus status) throws Exception {
        try (var suite = new Suite();
                var orchestrator = suite.orchestrator("asktrail.orchestrator.partial-answers=" + partialAnswers)) {
            // Given
            var day = RunningOrchestrator.freshDay();
            suite.onSales(_ -> new Fault.Reset());

            // When
            var answer = orchestrator.answer(day);

            // Then
            assertThat(answer.status()).isEqualTo(status);
            assertThat(Suite.column(answer, "spend"))
                    .isEqualTo(partialAnswers ? Suite.each(StubSources.spend(day)) : List.of());
            assertThat(Suite.column(answer, "net_sales")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 503, AGENT_DOWN", "false, 500, BROKEN_INVARIANT"})
    void whatNothingGoesWithoutIsSaidByName(boolean translated, int status, String code) throws Exception {
        try (var suite = new Suite();
                var orchestrator = translated
                        ? suite.orchestrator()
                        : RunningOrchestrator.start(
                                RunningOrchestrator.freshDatabase(),
                                suite.way.url(),
                                context -> plainPlanner((GenericApplicationContext) context, suite.way.url()),
                                "asktrail.agents.planner.url=")) {
            // Given
            suite.way.faults(path -> path.startsWith("/agents/planner") ? new Fault.Reset() : new Fault.None());

            // When
            var reply = orchestrator.query("asha", RunningOrchestrator.freshDay());

            // Then
            assertThat(reply.statusCode()).isEqualTo(status);
            assertThat(reply.body()).contains(code);
            assertThat(reply.body().contains("agent-planner")).isEqualTo(translated);
        }
    }

    /** The planner by plain HTTP: what fails there is an exception of the HTTP client. */
    private static void plainPlanner(GenericApplicationContext context, String url) {
        context.registerBean(PlannerAgent.class, () -> (_, request) -> {
            RestClient.create(url)
                    .post()
                    .uri("/agents/planner/plan")
                    .body(StubAgents.JSON.writeValueAsString(request))
                    .retrieve()
                    .toBodilessEntity();
            throw new IllegalStateException("the planner is down in this test");
        });
        context.registerBean(PlaybookAgent.class, () -> (_, _) -> {
            throw new IllegalStateException("nothing is diagnosed in this test");
        });
    }

    @ParameterizedTest
    @CsvSource({"2s, true", "60s, false"})
    void aFrozenSourceIsNotWaitedForLongerThanThereIsTime(String deadline, boolean answers) throws Exception {
        var release = new CountDownLatch(1);
        try (var suite = new Suite();
                var orchestrator = suite.orchestrator("asktrail.deadline=" + deadline)) {
            // Given
            var day = RunningOrchestrator.freshDay();
            suite.holdSales(release);

            // When
            var asked = orchestrator.begin("asha", day);

            // Then
            assertThat(Suite.eventually(answers ? 20_000 : 4_000, asked::isDone))
                    .isEqualTo(answers);
            if (answers) {
                var answer = RunningOrchestrator.answer(asked.join());
                assertThat(answer.status()).isEqualTo(AnswerStatus.PARTIAL);
                assertThat(Suite.column(answer, "spend")).isEqualTo(Suite.each(StubSources.spend(day)));
            }
        } finally {
            release.countDown();
        }
    }

    @ParameterizedTest
    @CsvSource({"0.1, ANSWERED", "0, PARTIAL"})
    void whatFailsOnceIsTriedAgain(String retryShare, AnswerStatus status) throws Exception {
        try (var suite = new Suite();
                var orchestrator = suite.orchestrator("asktrail.orchestrator.tools.retry-share=" + retryShare)) {
            for (var fault : new Fault[] {Suite.DOWN, new Fault.Reset(), new Fault.Cut(), new Fault.LostReply()}) {
                // Given
                var day = RunningOrchestrator.freshDay();
                suite.onSales(number -> number == 1 ? fault : new Fault.None());

                // When
                var answer = orchestrator.answer(day);

                // Then
                assertThat(answer.status()).as("%s", fault).isEqualTo(status);
                assertThat(Suite.column(answer, "net_sales"))
                        .as("%s", fault)
                        .isEqualTo(status == AnswerStatus.ANSWERED ? Suite.each(StubSources.netSales(day)) : List.of());
            }
        }
    }

    /** A source that refuses until a second after the first call: whoever is not told when to come back is too early. */
    @ParameterizedTest
    @CsvSource({"true, ANSWERED", "false, PARTIAL"})
    void comesBackWhenItWasToldTo(boolean told, AnswerStatus status) throws Exception {
        try (var suite = new Suite();
                var orchestrator = suite.orchestrator(
                        "asktrail.orchestrator.tools.first-pause=1ms",
                        "asktrail.orchestrator.tools.longest-pause=2ms")) {
            // Given
            var again = new AtomicLong();
            var refusal = new Fault.Status(429, told ? "Retry-After: 2\r\n" : "");
            suite.onSales(number -> {
                again.compareAndSet(0, System.nanoTime() + 1_500_000_000L);
                return System.nanoTime() < again.get() ? refusal : new Fault.None();
            });

            // When
            var answer = orchestrator.answer(RunningOrchestrator.freshDay());

            // Then
            assertThat(answer.status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"400000, 1", "0, 2"})
    void aReplyThatIsLostDoesNotMakeTheWorkBeDoneTwice(long repeatableCells, int work) throws Exception {
        try (var suite = new Suite(repeatableCells);
                var orchestrator = suite.orchestrator()) {
            // Given
            var day = RunningOrchestrator.freshDay();
            suite.onSales(number -> number == 1 ? new Fault.LostReply() : new Fault.None());

            // When
            var answer = orchestrator.answer(day);

            // Then
            assertThat(Suite.column(answer, "net_sales")).isEqualTo(Suite.each(StubSources.netSales(day)));
            assertThat(suite.salesCalls()).isEqualTo(2);
            assertThat(suite.agents.salesWork).hasValue(work);
        }
    }
}
