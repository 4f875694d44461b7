package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.testkit.RunningAsktrail;
import io.asktrail.testkit.RunningAsktrail.Form;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * The golden questions through HTTP, in both forms of the product: the figures are PostgreSQL's own, and the two forms
 * give the same answer to the byte. First, since its separate processes leave archives of their classes to those that come after.
 */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GoldenQuestionsIT {
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2025, 11, 15);
    private static final Path CASES = Path.of("cases/golden");

    /** What differs between two runs of the same question, and nothing else may. */
    private static final List<String> OF_THE_RUN = List.of("id", "conversation_id", "trace_id", "took_ms");

    private final Map<GoldenCase, String> localAnswers = new LinkedHashMap<>();
    private @Nullable RunningAsktrail local;
    private @Nullable RunningAsktrail split;

    static List<GoldenCase> cases() {
        return GoldenCase.in(CASES);
    }

    @BeforeAll
    void startLocal() throws InterruptedException {
        local = RunningAsktrail.start(Form.LOCAL, DEMO_UNTIL);
    }

    @AfterAll
    void stop() throws InterruptedException {
        for (var running : new RunningAsktrail[] {local, split}) {
            if (running != null) {
                running.close();
            }
        }
    }

    @Order(1)
    @ParameterizedTest(name = "local: {0}")
    @MethodSource("cases")
    void givesTheFiguresOfTheDatabase(GoldenCase golden) throws Exception {
        // Given
        var asktrail = Objects.requireNonNull(local);
        var expected = new IndependentFigures(asktrail.home()).of(golden);

        // When
        String raw;
        try (var asker = new Asker(asktrail)) {
            raw = asker.askRaw(golden.question(), golden.asOf());
        }

        // Then
        localAnswers.put(golden, raw);
        assertFigures(golden, Asker.JSON.readValue(raw, Answer.class), expected);
    }

    @Order(1)
    @Test
    void givesFilesThatOtherProgramsRead() throws Exception {
        checkFiles(Objects.requireNonNull(local));
    }

    @Order(2)
    @Test
    void givesFilesFromSeparateProcesses() throws Exception {
        checkFiles(startSplit());
    }

    private static void checkFiles(RunningAsktrail asktrail) throws Exception {
        var files = new FilesOfAnswers(asktrail);
        files.hasTheFiguresInEveryFormat();
        files.areForTheirOwnerAlone();
        files.needSomebodyElsesConsentForSingleRows();
    }

    @Order(2)
    @ParameterizedTest(name = "split: {0}")
    @MethodSource("cases")
    void givesTheSameAnswerFromSeparateProcesses(GoldenCase golden) throws Exception {
        // Given
        var asktrail = startSplit();
        var expected = new IndependentFigures(asktrail.home()).of(golden);

        // When
        String raw;
        try (var asker = new Asker(asktrail)) {
            raw = asker.askRaw(golden.question(), golden.asOf());
        }

        // Then
        assertFigures(golden, Asker.JSON.readValue(raw, Answer.class), expected);
        assertThat(ofTheQuestion(raw)).isEqualTo(ofTheQuestion(Objects.requireNonNull(localAnswers.get(golden))));
    }

    private RunningAsktrail startSplit() throws InterruptedException {
        if (local != null) {
            // Two suites at once would only slow each other down.
            local.close();
            local = null;
        }
        if (split == null) {
            split = RunningAsktrail.start(Form.SPLIT, DEMO_UNTIL);
        }
        return split;
    }

    private static void assertFigures(GoldenCase golden, Answer answer, List<List<@Nullable Object>> expected) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(AnswerStatus.ANSWERED);
        assertThat(expected).as("the independent query gives rows").isNotEmpty();
        var actual = rows(golden, answer);
        var wanted = new ArrayList<>(
                expected.stream().map(GoldenQuestionsIT::comparable).toList());
        if (!golden.ordered()) {
            actual.sort(Comparator.comparing(List::toString));
            wanted.sort(Comparator.comparing(List::toString));
        }
        assertThat(actual).isEqualTo(wanted);
    }

    private static List<List<@Nullable Object>> rows(GoldenCase golden, Answer answer) {
        var table = Objects.requireNonNull(answer.table(), answer.text());
        var columns = golden.columns().stream()
                .map(column -> table.indexOf(column)
                        .orElseThrow(() -> new AssertionError("no column " + column + " in " + table.columns())))
                .toList();
        return new ArrayList<>(table.rows().stream()
                .map(row -> comparable(
                        columns.stream().<@Nullable Object>map(row::get).toList()))
                .toList());
    }

    // 2.50 and 2.5 are the same figure; a date is compared as it is written.
    private static List<@Nullable Object> comparable(List<@Nullable Object> row) {
        var cells = new ArrayList<@Nullable Object>();
        for (var cell : row) {
            cells.add(
                    switch (cell) {
                        case null -> null;
                        case BigDecimal number -> number.stripTrailingZeros().toPlainString();
                        case Object other -> other.toString();
                    });
        }
        return cells;
    }

    private static String ofTheQuestion(String raw) {
        var answer = (ObjectNode) Asker.JSON.readTree(raw);
        OF_THE_RUN.forEach(answer::remove);
        answer.get("trail").forEach(step -> ((ObjectNode) step).remove("ms"));
        answer.get("freshness").forEach(source -> ((ObjectNode) source).remove("loaded_at"));
        return answer.toString();
    }
}
