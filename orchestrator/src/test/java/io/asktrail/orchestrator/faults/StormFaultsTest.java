package io.asktrail.orchestrator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source in trouble under many questions. The second row of each test is the same without the protection. */
@Tag("full")
class StormFaultsTest {
    private static final int QUESTIONS = 30;
    private static final String NO_BREAKER = "asktrail.orchestrator.tools.left-alone=1ms";

    @ParameterizedTest
    @CsvSource({"60s, true", "1ms, false"})
    void aSourceThatFailsAgainAndAgainIsLeftAlone(String leftAlone, boolean breaks) throws Exception {
        try (var suite = new Suite();
                var orchestrator = suite.orchestrator("asktrail.orchestrator.tools.left-alone=" + leftAlone)) {
            // Given
            suite.onSales(_ -> Suite.DOWN);

            // When
            askAll(orchestrator);

            // Then: five calls are enough to notice; those under way at that moment are repeated at most twice
            if (breaks) {
                assertThat(suite.salesCalls()).isLessThan(10);
            } else {
                assertThat(suite.salesCalls()).isGreaterThanOrEqualTo(QUESTIONS);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.1, true", "100, false"})
    void repetitionsAddATenthToWhatASourceInTroubleHasToDo(String retryShare, boolean bounded) throws Exception {
        try (var suite = new Suite();
                var orchestrator =
                        suite.orchestrator(NO_BREAKER, "asktrail.orchestrator.tools.retry-share=" + retryShare)) {
            // Given
            suite.onSales(_ -> Suite.DOWN);

            // When
            askAll(orchestrator);

            // Then: a tenth of the calls, and the ten that are saved at the beginning
            var most = QUESTIONS + QUESTIONS / 10 + 10;
            if (bounded) {
                assertThat(suite.salesCalls()).isLessThanOrEqualTo(most);
            } else {
                assertThat(suite.salesCalls()).isGreaterThan(most);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whatOneOrchestratorNoticedTheOtherNeedNotFindOut(boolean shared) throws Exception {
        var database = RunningOrchestrator.freshDatabase();
        try (var suite = new Suite();
                var first = suite.orchestratorOn(database, "asktrail.orchestrator.tools.left-alone=60s");
                var second =
                        suite.orchestratorOn(shared ? database : RunningOrchestrator.freshDatabase(), NO_BREAKER)) {
            // Given
            suite.onSales(_ -> Suite.DOWN);
            askAll(first);
            suite.way.forget();

            // When: the other asks until it knows, or often enough to show that it never will
            var leftAlone = Suite.eventually(4_000, () -> {
                var before = suite.salesCalls();
                var answer = second.answer(RunningOrchestrator.freshDay());
                return answer.status() == AnswerStatus.PARTIAL && suite.salesCalls() == before;
            });

            // Then
            assertThat(leftAlone).isEqualTo(shared);
        }
    }

    /** The quota of the warehouse is six calls, and next to none come after them. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void twoOrchestratorsKeepWithinOneQuota(boolean shared, @TempDir Path folder) throws Exception {
        var registry = "asktrail.registry=" + registryWithQuota(folder, "rpm: 1, burst: 6");
        var database = RunningOrchestrator.freshDatabase();
        try (var suite = new Suite();
                var first = suite.orchestratorOn(database, registry, "asktrail.deadline=2s");
                var second = suite.orchestratorOn(
                        shared ? database : RunningOrchestrator.freshDatabase(), registry, "asktrail.deadline=2s")) {
            // When
            for (var i = 0; i < 8; i++) {
                first.query("asha", RunningOrchestrator.freshDay());
                second.query("asha", RunningOrchestrator.freshDay());
            }

            // Then: a tenth of a quota, here one call, may have been taken ahead by each
            if (shared) {
                assertThat(suite.salesCalls()).isBetween(6L, 8L);
            } else {
                assertThat(suite.salesCalls()).isEqualTo(12);
            }
        }
    }

    /** Two rows come back; the tool's file allows fewer, or enough. */
    @ParameterizedTest
    @CsvSource({"1, PARTIAL", "200000, ANSWERED"})
    void moreRowsThanAToolMayGiveAreNotWorkedWith(int maxRows, AnswerStatus status, @TempDir Path folder)
            throws Exception {
        var registry = "asktrail.registry="
                + registryWithQuota(folder, "rpm: 600, burst: 60, max_result_rows: %d}  #".formatted(maxRows));
        try (var suite = new Suite();
                var orchestrator = suite.orchestrator(registry)) {
            // When
            var answer = orchestrator.answer(RunningOrchestrator.freshDay());

            // Then
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.trail())
                    .filteredOn(step -> step.agent().equals("agent-sales"))
                    .singleElement()
                    .satisfies(step -> assertThat(step.error())
                            .isEqualTo(status == AnswerStatus.PARTIAL ? ErrorCode.TOO_MANY_ROWS : null));
        }
    }

    private static void askAll(RunningOrchestrator orchestrator) {
        for (var i = 0; i < QUESTIONS; i++) {
            var answer = orchestrator.answer(RunningOrchestrator.freshDay());
            assertThat(answer.status()).isEqualTo(AnswerStatus.PARTIAL);
        }
    }

    /** The bundled registry, with other limits of the warehouse. */
    private static Path registryWithQuota(Path folder, String quota) throws IOException {
        var bundled = Path.of("../registry/src/main/resources/registry");
        copy(bundled, folder);
        var tool = folder.resolve("tools/sales_db.yaml");
        Files.writeString(
                tool, Files.readString(tool).replaceFirst("quotas: \\{rpm: \\d+, burst: \\d+", "quotas: {" + quota));
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.sorted(Comparator.naturalOrder()).forEach(path -> {
                try {
                    var copy = to.resolve(from.relativize(path).toString());
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(path, copy);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
