package io.asktrail.orchestrator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.CacheUse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one orchestrator has fetched, and what the other one does about it. */
@Tag("full")
class TwoOrchestratorsTest {
    @ParameterizedTest
    @CsvSource({"true, HIT", "false, MISS"})
    void whatOneFetchedTheOtherIsGiven(boolean shared, CacheUse use) throws Exception {
        var database = RunningOrchestrator.freshDatabase();
        var setting = "asktrail.orchestrator.shared-results=" + shared;
        try (var suite = new Suite();
                var first = suite.orchestratorOn(database, setting);
                var second = suite.orchestratorOn(database, setting)) {
            // Given
            var day = RunningOrchestrator.freshDay();
            first.answer(day);
            if (shared) {
                // It is written beside the question.
                assertThat(Suite.eventually(10_000, () -> first.keptResults() == 2))
                        .isTrue();
            }

            // When
            var answer = second.answer(day);

            // Then
            assertThat(Suite.column(answer, "net_sales")).isEqualTo(Suite.each(StubSources.netSales(day)));
            assertThat(answer.trail())
                    .filteredOn(step -> step.agent().equals("agent-sales"))
                    .singleElement()
                    .satisfies(step -> assertThat(step.cache()).isEqualTo(use));
            assertThat(suite.salesCalls()).isEqualTo(shared ? 1 : 2);
        }
    }
}
