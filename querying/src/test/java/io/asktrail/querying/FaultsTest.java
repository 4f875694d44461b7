package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.registry.tool.ToolDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A source that is slow, away or not as the registry says is an outcome with a sentence, and nothing is left running. */
class FaultsTest {
    private static final Caller OWNER = new Caller("owner", List.of(Role.ADMIN), List.of("*"), List.of(), List.of());
    private static final Duration ENOUGH = Duration.ofSeconds(10);

    @Test
    void doesNotStartWhenTheTimeIsUp() {
        // When
        var result = new SampleReader(100)
                .fetch(OWNER, new SampleFetch("ads_store.get_campaign_metrics", "spend").request(), Duration.ZERO);

        // Then
        assertMissing(result, ErrorCode.DEADLINE_PASSED);
    }

    @Test
    void endsAtTheDeadlineAndLeavesNothingRunning() throws Exception {
        // Given: somebody holds the table
        try (var blocker = SampleTables.open()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table ads.campaign_daily in access exclusive mode");

            // When
            var started = System.nanoTime();
            var result = new SampleReader(100)
                    .fetch(
                            OWNER,
                            new SampleFetch("ads_store.get_campaign_metrics", "spend").request(),
                            Duration.ofMillis(300));

            // Then
            assertMissing(result, ErrorCode.DEADLINE_PASSED);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
            assertThat(waiting()).isEqualTo("0");
            blocker.rollback();
        }
    }

    @Test
    void cancelsAtTheServerWhenTheCallerIsInterrupted() throws Exception {
        // Given
        try (var blocker = SampleTables.open()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table ads.campaign_daily in access exclusive mode");
            var outcome = new CompletableFuture<StepResult>();
            var asking = Thread.ofVirtual()
                    .start(() -> outcome.complete(new SampleReader(100)
                            .fetch(
                                    OWNER,
                                    new SampleFetch("ads_store.get_campaign_metrics", "spend").request(),
                                    ENOUGH)));
            await("1");

            // When
            asking.interrupt();

            // Then
            assertMissing(outcome.get(3, TimeUnit.SECONDS), ErrorCode.CANCELLED);
            await("0");
            blocker.rollback();
        }
    }

    @Test
    void saysThatASourceCannotBeReached() {
        // Given: nothing listens on port 1
        var away = new ConnectionSettings("jdbc:postgresql://127.0.0.1:1/nowhere", "nobody", "secret");
        var reader = new SampleReader(100, new Connections(Map.of("ads", away)));

        // When
        var started = System.nanoTime();
        var down = reader.fetch(OWNER, new SampleFetch("ads_store.get_campaign_metrics", "spend").request());
        var unset = reader.fetch(OWNER, new SampleFetch("shop_db.lines", "orders").request());

        // Then
        assertMissing(down, ErrorCode.SOURCE_DOWN);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
        assertMissing(unset, ErrorCode.SOURCE_DOWN);
        assertThat(((StepResult.Missing) unset).reason()).contains("asktrail.connections.shop.url");
        assertThat(away.toString()).doesNotContain("secret");
    }

    @Test
    void answersOtherQuestionsAfterOneFailed() throws Exception {
        // Given
        var reader = new SampleReader(100);
        try (var blocker = SampleTables.open()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table ads.campaign_daily in access exclusive mode");
            for (var i = 0; i < 10; i++) {
                reader.fetch(
                        OWNER,
                        new SampleFetch("ads_store.get_campaign_metrics", "spend").request(),
                        Duration.ofMillis(50));
            }
            blocker.rollback();
        }

        // When
        var result = reader.fetch(OWNER, new SampleFetch("ads_store.get_campaign_metrics", "spend").request());

        // Then
        assertThat(result).isInstanceOf(StepResult.Rows.class);
    }

    @Test
    void doesNotServeAnotherAgentsTool() {
        // When
        var result = new SampleReader(100)
                .shop()
                .fetch(
                        SampleReader.call(OWNER, ENOUGH),
                        new SampleFetch("ads_store.get_campaign_metrics", "spend").request());

        // Then
        assertMissing(result, ErrorCode.UNKNOWN_TOOL);
        assertMissing(
                new SampleReader(100).fetch(OWNER, new SampleFetch("shop_db.nonsense", "orders").request()),
                ErrorCode.UNKNOWN_TOOL);
    }

    @Test
    void refusesToStartWithAToolThatNoCodeServes() {
        // Given: the sample's ads tool is of kind api
        var sqlOnly = new ServedTools(ToolDefinition.Agent.ADS, Set.of(ToolDefinition.Kind.SQL));

        // When, Then
        assertThatThrownBy(() -> sqlOnly.check(SampleRegistry.make(100)))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        refused -> assertThat(refused.forCaller()).contains("no code serves the tool 'ads_store'"));
    }

    private static void assertMissing(StepResult result, ErrorCode code) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.code()).isEqualTo(code));
    }

    private static String waiting() {
        return SampleTables.byHand("select count(*) from pg_stat_activity where application_name = 'asktrail'"
                        + " and state = 'active' and wait_event_type = 'Lock'")
                .getFirst()
                .getFirst();
    }

    private static void await(String count) throws InterruptedException {
        for (var i = 0; i < 100 && !waiting().equals(count); i++) {
            Thread.sleep(20);
        }
        assertThat(waiting()).isEqualTo(count);
    }
}
