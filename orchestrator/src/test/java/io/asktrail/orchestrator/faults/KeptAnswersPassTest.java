package io.asktrail.orchestrator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While the only place is taken by a question that waits for its source. */
class KeptAnswersPassTest {
    private static final Caller ASHA = caller(Role.ADMIN, "*");

    private final Suite suite = new Suite();
    private final RunningOrchestrator orchestrator = suite.orchestrator("asktrail.orchestrator.door.places=1");
    private final CountDownLatch release = new CountDownLatch(1);
    private final LocalDate kept = RunningOrchestrator.freshDay();
    private final LocalDate underWay = RunningOrchestrator.freshDay();
    private CompletableFuture<HttpResponse<String>> atWork = new CompletableFuture<>();

    private static Caller caller(Role role, String region) {
        return new Caller("asha", List.of(role), List.of(region), List.of(), List.of());
    }

    @BeforeEach
    void fillTheHouse() throws InterruptedException {
        assertThat(ask(ASHA, kept).statusCode()).isEqualTo(200);
        suite.holdSales(release);
        var before = suite.salesCalls();
        atWork = orchestrator.begin("ravi", underWay);
        assertThat(Suite.eventually(20_000, () -> suite.salesCalls() > before)).isTrue();
    }

    @AfterEach
    void close() throws IOException {
        release.countDown();
        orchestrator.close();
        suite.close();
    }

    private HttpResponse<String> ask(Caller caller, LocalDate day) {
        return orchestrator.send(
                caller, "POST", "/orchestrator/v1/ask", "{\"question\":\"spend and sales on %s\"}".formatted(day));
    }

    @Test
    void aTaskThatIsKeptIsAnsweredAndOneThatIsNotIsSentAway() {
        // When
        var again = orchestrator.query("asha", kept);
        var other = orchestrator.query("asha", RunningOrchestrator.freshDay());

        // Then
        var answer = RunningOrchestrator.answer(again);
        assertThat(answer.cache()).isEqualTo(CacheUse.HIT);
        assertThat(Suite.column(answer, "net_sales")).isEqualTo(Suite.each(StubSources.netSales(kept)));
        assertThat(other.statusCode()).isEqualTo(429);
        assertThat(atWork).isNotDone();
    }

    @Test
    void wordsThatWereReadBeforeAreAnsweredAndOthersAreSentAway() {
        // When
        var again = ask(ASHA, kept);
        var other = ask(ASHA, RunningOrchestrator.freshDay());

        // Then
        assertThat(RunningOrchestrator.answer(again).cache()).isEqualTo(CacheUse.HIT);
        assertThat(other.statusCode()).isEqualTo(429);
        assertThat(atWork).isNotDone();
    }

    @Test
    void whoAsksForWhatIsBeingWorkedOutWaitsWithIt() {
        // Given
        var joined = orchestrator.begin("meena", underWay);
        assertThat(orchestrator.query("asha", RunningOrchestrator.freshDay()).statusCode())
                .isEqualTo(429);
        assertThat(joined).isNotDone();

        // When
        release.countDown();

        // Then
        assertThat(Suite.column(RunningOrchestrator.answer(joined.join()), "net_sales"))
                .isEqualTo(Suite.each(StubSources.netSales(underWay)));
    }

    @Test
    void nobodyOfOtherRightsIsGivenWhatIsKept() {
        // When
        var ofDelhi = ask(caller(Role.ADMIN, "Delhi"), kept);
        var ofViewer = ask(caller(Role.VIEWER, "*"), kept);

        // Then there was nothing for them, and no place to work it out
        assertThat(ofDelhi.statusCode()).isEqualTo(429);
        assertThat(ofViewer.statusCode()).isEqualTo(429);
    }

    @Test
    void thePlaceIsFreeForTheNextWhenItsQuestionIsAnswered() {
        // When
        release.countDown();
        assertThat(atWork.join().statusCode()).isEqualTo(200);

        // Then
        assertThat(ask(ASHA, RunningOrchestrator.freshDay()).statusCode()).isEqualTo(200);
    }
}
