package io.asktrail.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CasesTest {
    private static final Path OWN = Path.of("src/test/resources/cases");
    private static final Path UNSEEN = Path.of("src/test/resources/unseen");
    private static final Path NAMES = Path.of("src/test/resources/unseen-names.yaml");
    private static final Cases RUNNER = new Cases(router());

    private static RuleRouter router() {
        var loaded = RegistryLoader.load(RegistryLocation.bundled("demo"));
        var vocabulary = new VocabularyStore(() -> loaded);
        try {
            vocabulary.feed(ReadingCases.values(NAMES));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new RuleRouter(vocabulary);
    }

    static Stream<Cases.Case> own() throws IOException {
        try (var files = Files.list(OWN)) {
            return files.sorted().toList().stream().flatMap(CasesTest::read);
        }
    }

    private static Stream<Cases.Case> read(Path file) {
        try {
            var written = file.toString().endsWith(".yaml") ? ReadingCases.read(file) : Cases.read(file);
            return written.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("own")
    void readsItsOwnCases(Cases.Case tried) {
        var result = RUNNER.run(tried);

        assertThat(result.outcome()).as(result.detail()).isEqualTo(Cases.Outcome.RIGHT);
    }

    /**
     * By somebody who had not read the rules. What is asked back although it is clear may only become less.
     *
     * @param right how many are read right at least
     */
    @ParameterizedTest
    @CsvSource({
        "analysts.jsonl, 189",
        "founders.jsonl, 189",
        "agencies.jsonl, 199",
        "companies.jsonl, 200",
        "agencies-again.jsonl, 195",
        "companies-again.jsonl, 194",
        "sellers.jsonl, 200",
        "three-hands.jsonl, 200",
        "shorthand.jsonl, 197",
        "letters.jsonl, 200",
        "sample-like.jsonl, 199",
        "marketplace-analysts.jsonl, 199",
        "sample-like-again.jsonl, 117"
    })
    void readsNoneOfOtherPeoplesQuestionsWrongly(String lot, int right) throws IOException {
        var results = Cases.read(UNSEEN.resolve(lot)).stream().map(RUNNER::run).toList();

        report(results);
        assertThat(results.stream().filter(result -> result.outcome() == Cases.Outcome.WRONG))
                .isEmpty();
        assertThat(results.stream().filter(result -> result.outcome() == Cases.Outcome.RIGHT))
                .hasSizeGreaterThanOrEqualTo(right);
    }

    /** The sample of the acceptance questions lies beside the project where it is built by its owners. */
    @Test
    void readsTheAcceptanceSample() throws IOException {
        var file = Path.of(System.getProperty("asktrail.acceptance", "../../shared/acceptance/interpret-dev.jsonl"));
        assumeTrue(Files.exists(file), () -> "no acceptance sample at " + file.toAbsolutePath() + ": skipped");

        var results = Cases.read(file).stream().map(RUNNER::run).toList();

        report(results);
        assertThat(results.stream().filter(result -> result.outcome() == Cases.Outcome.WRONG))
                .isEmpty();
        var right = results.stream()
                .filter(result -> result.outcome() == Cases.Outcome.RIGHT)
                .count();
        assertThat(right).isGreaterThanOrEqualTo(Math.round(Math.ceil(0.95 * results.size())));
    }

    private static void report(List<Cases.Result> results) {
        results.stream()
                .filter(result -> result.outcome() != Cases.Outcome.RIGHT)
                .forEach(result ->
                        System.out.printf("%s %s%n    %s%n", result.outcome(), result.tried(), result.detail()));
    }
}
