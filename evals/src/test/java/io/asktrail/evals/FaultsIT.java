package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.testkit.fault.Fault;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Agents that die, freeze, refuse, and lose replies while a question is on its way, in separate processes. Where a
 * protection can be switched off, the same fault is shown to do its damage without it.
 */
@Tag("full")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {
    private static final String FETCH_SALES = "/agents/sales/fetch";
    private static final String NEXT_LOOK = "/agents/planner/next";
    private static final String FETCH_ADS = "/agents/ads/fetch";
    private static final Fault.Status DOWN = new Fault.Status(503, "");

    private static FaultySuite suite;

    @BeforeAll
    static void start() throws Exception {
        suite = new FaultySuite();
    }

    @AfterAll
    static void stop() throws Exception {
        suite.close();
    }

    @AfterEach
    void heal() {
        FaultySuite.AGENTS.forEach(agent -> suite.way(agent).forget());
    }

    @Order(1)
    @ParameterizedTest
    @ValueSource(strings = {"ads", "sales", "compute", "composer"})
    void aKilledAgentCostsItsPartOfTheAnswerAndNoOther(String agent) throws Exception {
        // Given
        var day = FaultySuite.freshDay();
        killAtItsFirstCall(agent);

        // When
        Answer answer;
        try {
            answer = suite.client.query(FaultySuite.twoSources(day));
        } finally {
            suite.agent(agent).start();
        }

        // Then
        assertThat(answer.status()).as(answer.text()).isEqualTo(AnswerStatus.PARTIAL);
        assertThat(said(answer)).contains("agent-" + agent);
        if (!agent.equals("ads")) {
            assertThat(FaultySuite.column(answer, "spend")).isEqualTo(suite.spend(day));
        } else {
            assertThat(FaultySuite.column(answer, "net_sales")).isEqualTo(suite.netSales(day));
        }
        assertRight(FaultySuite.freshDay());
    }

    @Order(2)
    @ParameterizedTest
    @CsvSource({"router, 2025-06-03", "planner, 2025-06-05"})
    void whatNothingGoesWithoutIsSaidByName(String agent, String today) {
        // Given a question that nobody has asked before
        var question = "{\"question\":\"spend yesterday\",\"as_of\":\"%s\"}".formatted(today);
        killAtItsFirstCall(agent);

        // When
        var reply = suite.client.post("/v1/ask", question);
        suite.agent(agent).start();

        // Then
        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.body()).contains("AGENT_DOWN", "agent-" + agent);
        var again = suite.client.post("/v1/ask", question);
        assertThat(Client.answer(again).status()).isEqualTo(AnswerStatus.ANSWERED);
    }

    @Order(3)
    @Test
    void aDiagnosisWithoutTheOneWhoSharesOutStillTellsTheWhole() {
        // Given
        killAtItsFirstCall("insights");

        // When
        var answer = suite.client.query("""
            {"intent":"diagnostics","diagnosis":{"kind":"change"},"metrics":["spend"],
             "time":{"start":"2025-08-01","end":"2025-08-31"}}\
            """);
        suite.agent("insights").start();

        // Then
        assertThat(answer.status()).as(answer.text()).isEqualTo(AnswerStatus.PARTIAL);
        assertThat(said(answer)).contains("agent-insights");
        assertThat(answer.table()).isNotNull();
    }

    @Order(4)
    @ParameterizedTest
    @CsvSource({"3s, true", "60s, false"})
    void aFrozenAgentIsNotWaitedForLongerThanThereIsTime(String deadline, boolean answers) throws Exception {
        // Given
        suite.restart("--asktrail.deadline=" + deadline);
        var day = FaultySuite.freshDay();
        suite.agent("sales").freeze();
        try {
            // When
            var request = suite.client
                    .request("/v1/query")
                    .timeout(Duration.ofSeconds(8))
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(FaultySuite.twoSources(day)))
                    .build();
            Answer answer;
            try {
                answer = Client.answer(suite.client.http().send(request, BodyHandlers.ofString()));
            } catch (HttpTimeoutException stillWaiting) {
                assertThat(answers).as("it should have answered").isFalse();
                return;
            }

            // Then
            assertThat(answers).as("without a deadline it waits").isTrue();
            assertThat(answer.status()).isEqualTo(AnswerStatus.PARTIAL);
            assertThat(FaultySuite.column(answer, "spend")).isEqualTo(suite.spend(day));
            assertThat(said(answer)).contains("agent-sales");
        } finally {
            suite.agent("sales").thaw();
        }
    }

    @Order(5)
    @ParameterizedTest
    @CsvSource({"0.1, ANSWERED", "0, PARTIAL"})
    void whatFailsOnceIsTriedAgain(String retryShare, AnswerStatus status) throws Exception {
        suite.restart("--asktrail.orchestrator.tools.retry-share=" + retryShare);
        for (var fault : new Fault[] {
            DOWN, new Fault.Status(429, "Retry-After: 1\r\n"), new Fault.Reset(), new Fault.Cut(), new Fault.LostReply()
        }) {
            // Given
            var day = FaultySuite.freshDay();
            var calls = new AtomicInteger();
            suite.way("sales")
                    .faults(path ->
                            path.equals(FETCH_SALES) && calls.getAndIncrement() == 0 ? fault : new Fault.None());

            // When
            var answer = suite.client.query(FaultySuite.twoSources(day));

            // Then
            assertThat(answer.status()).as("%s: %s", fault, answer.text()).isEqualTo(status);
            assertThat(FaultySuite.column(answer, "spend")).isEqualTo(suite.spend(day));
            if (status == AnswerStatus.ANSWERED) {
                assertThat(FaultySuite.column(answer, "net_sales")).isEqualTo(suite.netSales(day));
            }
        }
    }

    @Order(6)
    @ParameterizedTest
    @CsvSource({"5s, true", "1ms, false"})
    void aStormOfFailuresIsNotMadeWorse(String leftAlone, boolean breaks) {
        // Given
        suite.restart("--asktrail.orchestrator.tools.left-alone=" + leftAlone);
        suite.way("sales").faults(path -> path.equals(FETCH_SALES) ? DOWN : new Fault.None());

        // When
        var questions = 30;
        for (var i = 0; i < questions; i++) {
            var answer = suite.client.query(FaultySuite.twoSources(FaultySuite.freshDay()));
            assertThat(answer.status()).isEqualTo(AnswerStatus.PARTIAL);
        }

        // Then
        var calls = suite.way("sales").count(FETCH_SALES);
        assertThat(calls).isLessThanOrEqualTo(questions + questions / 10 + 10);
        if (breaks) {
            assertThat(calls).as("calls while the breaker is open").isLessThan(questions);
        } else {
            assertThat(calls).as("calls without a breaker").isGreaterThanOrEqualTo(questions);
        }
    }

    @Order(7)
    @Test
    void aReplyOfTwoHundredThousandRowsEndsNothing() throws Exception {
        // Given
        suite.restart();
        var day = FaultySuite.freshDay();
        var rows = java.util.stream.IntStream.range(0, 200_000)
                .mapToObj("[\"c%d\",1,0]"::formatted)
                .collect(Collectors.joining(","));
        var reply = """
            {"status":"rows","table":{"columns":[
             {"id":"channel","label":"Ad channel","type":"text"},
             {"id":"gross_sales","label":"Gross sales","type":"number","unit":"INR"},
             {"id":"refunds","label":"Refunds","type":"number","unit":"INR"}],"rows":[%s]},
             "row_count":200000,"truncated":false,"notes":[],"verdicts":[],"took_ms":1}\
            """.formatted(rows);
        suite.way("sales").faults(path -> path.equals(FETCH_SALES) ? new Fault.Replaced(reply) : new Fault.None());

        // When
        var answer = suite.client.post("/v1/query", FaultySuite.twoSources(day));

        // Then
        assertThat(answer.statusCode())
                .as(answer.body().substring(0, Math.min(500, answer.body().length())))
                .isIn(200, 413, 422, 502, 503);
        suite.way("sales").forget();
        assertRight(FaultySuite.freshDay());
    }

    @Order(8)
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aStatementThatNobodyWaitsForIsStoppedAcrossThreeProcesses(boolean watched) throws Exception {
        // Given
        var setting = "--asktrail.stop-when-callers-leave=" + watched;
        suite.restart(setting, "--asktrail.deadline=30s");
        try (var held = HeldTable.orders(suite.asktrail.home())) {
            var asked = suite.client.begin("/v1/query", FaultySuite.twoSources(FaultySuite.freshDay()));
            assertThat(held.awaitWaiting(1)).isTrue();

            // When
            asked.cancel(true);
            var began = System.nanoTime();

            // Then
            if (watched) {
                assertThat(held.awaitWaiting(0)).isTrue();
                System.out.printf("statement gone %d ms after its caller%n", (System.nanoTime() - began) / 1_000_000);
            } else {
                Thread.sleep(2_000); // long enough for what takes half a second where it is on
                assertThat(held.waiting()).isEqualTo(1);
            }
        }
    }

    @Order(9)
    @ParameterizedTest
    @CsvSource({"4s, true", "1h, false"})
    void aRunWhoseOrchestratorIsKilledIsFinishedOnceByAnother(String lease, boolean finished) throws Exception {
        // Given
        var short1 = "--asktrail.orchestrator.runs.lease=" + lease;
        var short2 = "--asktrail.orchestrator.runs.watch-every=500ms";
        suite.restart(short1, short2);
        var otherPort = io.asktrail.testkit.RunningAsktrail.freePort();
        try (var other = suite.orchestrator.another(otherPort, suite.settings(short1, short2))) {
            var day = FaultySuite.freshDay();
            var release = new java.util.concurrent.CountDownLatch(1);
            suite.way("compute").faults(_ -> new Fault.Before(() -> await(release)));
            var begun = suite.client.post("/v1/query", waitFalse(FaultySuite.twoSources(day)));
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
            var id = Asker.JSON.readTree(begun.body()).get("id").asString();
            awaitCount("compute", "/agents/compute/run", 1);
            var fetched =
                    suite.way("sales").count(FETCH_SALES) + suite.way("ads").count(FETCH_ADS);

            // When
            suite.orchestrator.kill();
            var killed = System.nanoTime();
            release.countDown();
            suite.way("compute").faults(_ -> new Fault.None());
            suite.door.target(otherPort);

            // Then
            var status = awaitEnd(id, Duration.ofSeconds(finished ? 15 : 6));
            System.out.printf(
                    "run %s %d ms after its orchestrator%n", status, (System.nanoTime() - killed) / 1_000_000);
            assertThat(status).isEqualTo(finished ? "done" : "running");
            assertThat(suite.way("sales").count(FETCH_SALES) + suite.way("ads").count(FETCH_ADS))
                    .as("finished steps are not run again")
                    .isEqualTo(fetched);
            if (finished) {
                var run = Asker.JSON.readTree(suite.client.get("/v1/runs/" + id).body());
                var answer = Client.answer(
                        suite.client.get("/v1/answers/" + run.get("answer_id").asString()));
                assertThat(FaultySuite.column(answer, "spend")).isEqualTo(suite.spend(day));
                assertThat(FaultySuite.column(answer, "net_sales")).isEqualTo(suite.netSales(day));
            }
        } finally {
            suite.orchestrator.start(suite.settings());
            suite.door.target(suite.orchestrator.port());
        }
    }

    @Order(10)
    @Test
    void aDiagnosisWhoseOrchestratorIsKilledGoesOnFromItsScratchpad() throws Exception {
        // Given a diagnosis in its second round: the whole was seen, and neither how it swings nor any of the parts
        var lease = "--asktrail.orchestrator.runs.lease=4s";
        var watch = "--asktrail.orchestrator.runs.watch-every=500ms";
        suite.restart(lease, watch);
        var otherPort = io.asktrail.testkit.RunningAsktrail.freePort();
        try (var other = suite.orchestrator.another(otherPort, suite.settings(lease, watch))) {
            var release = new java.util.concurrent.CountDownLatch(1);
            var rounds = new AtomicInteger();
            suite.way("planner").faults(path -> {
                if (path.equals(NEXT_LOOK)) {
                    rounds.incrementAndGet();
                }
                return new Fault.None();
            });
            suite.way("ads")
                    .faults(path -> path.equals(FETCH_ADS) && rounds.get() > 1
                            ? new Fault.Before(() -> await(release))
                            : new Fault.None());
            var begun = suite.client.post("/v1/query", """
                {"intent":"diagnostics","diagnosis":{"kind":"change"},"metrics":["spend"],
                 "time":{"start":"2025-06-01","end":"2025-06-30"},"wait":false}\
                """);
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
            var id = Asker.JSON.readTree(begun.body()).get("id").asString();
            awaitCount("ads", FETCH_ADS, 3);

            // When
            suite.orchestrator.kill();
            release.countDown();
            suite.door.target(otherPort);

            // Then the planner is asked twice more, for what comes after the second and after the third round
            assertThat(awaitEnd(id, Duration.ofSeconds(30))).isEqualTo("done");
            assertThat(rounds).hasValue(4);
            var run = Asker.JSON.readTree(suite.client.get("/v1/runs/" + id).body());
            assertThat(run.get("scratchpad").size()).isEqualTo(4);
            var answer = Client.answer(
                    suite.client.get("/v1/answers/" + run.get("answer_id").asString()));
            assertThat(answer.status()).as(answer.text()).isEqualTo(AnswerStatus.ANSWERED);
            assertThat(answer.scratchpad()).hasSize(4);
        } finally {
            suite.orchestrator.start(suite.settings());
            suite.door.target(suite.orchestrator.port());
        }
    }

    private static void killAtItsFirstCall(String agent) {
        var killed = new java.util.concurrent.atomic.AtomicBoolean();
        suite.way(agent)
                .faults(path -> path.endsWith("/freshness") || killed.getAndSet(true)
                        ? new Fault.None()
                        : new Fault.Before(suite.agent(agent)::kill));
    }

    private static String waitFalse(String query) {
        return query.substring(0, query.lastIndexOf('}')) + ",\"wait\":false}";
    }

    private static void assertRight(LocalDate day) throws Exception {
        var answer = awaitAnswered(day);
        assertThat(FaultySuite.column(answer, "spend")).isEqualTo(suite.spend(day));
        assertThat(FaultySuite.column(answer, "net_sales")).isEqualTo(suite.netSales(day));
    }

    // A tool that failed just now may be left alone for a few seconds.
    private static Answer awaitAnswered(LocalDate day) throws InterruptedException {
        var answer = suite.client.query(FaultySuite.twoSources(day));
        for (var i = 0; i < 24 && answer.status() != AnswerStatus.ANSWERED; i++) {
            Thread.sleep(250);
            answer = suite.client.query(FaultySuite.twoSources(day));
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(AnswerStatus.ANSWERED);
        return answer;
    }

    private static String said(Answer answer) {
        return answer.text() + answer.caveats().stream().map(Caveat::text).collect(Collectors.joining(" "));
    }

    private static void awaitCount(String agent, String path, int count) throws InterruptedException {
        for (var i = 0; i < 400 && suite.way(agent).count(path) < count; i++) {
            Thread.sleep(25);
        }
        assertThat(suite.way(agent).count(path)).isGreaterThanOrEqualTo(count);
    }

    private static String awaitEnd(String id, Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        var status = "running";
        while (status.equals("running") && System.nanoTime() < end) {
            Thread.sleep(100);
            status = Asker.JSON
                    .readTree(suite.client.get("/v1/runs/" + id).body())
                    .get("status")
                    .asString();
        }
        return status;
    }

    private static void await(java.util.concurrent.CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
