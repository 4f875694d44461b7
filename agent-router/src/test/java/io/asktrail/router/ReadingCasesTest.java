package io.asktrail.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cases of {@code evals/cases/reading}, with a report by category. */
class ReadingCasesTest {
    private static final Path FOLDER = Path.of("../evals/cases/reading");

    /** Runs every second case only, {@code odd} or {@code even}: what rules are made with, what they are judged by. */
    private static final String HALF = System.getProperty("asktrail.reading.half", "all");

    @Test
    void readsEveryCaseAndNoneSilentlyWrong() throws IOException {
        // Given
        var loaded = RegistryLoader.load(RegistryLocation.bundled("demo"));
        var vocabulary = new VocabularyStore(() -> loaded);
        vocabulary.feed(ReadingCases.values(FOLDER.resolve("values.yaml")));
        var runner = new Cases(new RuleRouter(vocabulary));

        // When
        var results = cases().map(runner::run).toList();

        // Then
        report(results);
        assertThat(results.stream().filter(result -> result.outcome() == Cases.Outcome.WRONG)).isEmpty();
        assertThat(results.stream().filter(result -> result.outcome() == Cases.Outcome.MISS)).isEmpty();
    }

    private static Stream<Cases.Case> cases() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .filter(file -> !file.endsWith("values.yaml"))
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(ReadingCasesTest::read);
        }
    }

    private static Stream<Cases.Case> read(Path file) {
        try {
            var cases = ReadingCases.read(file);
            return java.util.stream.IntStream.range(0, cases.size())
                    .filter(n -> HALF.equals("all") || (n % 2 == 0) == HALF.equals("odd"))
                    .mapToObj(cases::get);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void report(List<Cases.Result> results) {
        results.stream()
                .filter(result -> result.outcome() != Cases.Outcome.RIGHT)
                .forEach(result ->
                        System.out.printf("%s %s%n    %s%n", result.outcome(), result.tried(), result.detail()));
        var byCategory = new TreeMap<String, Map<Cases.Outcome, Integer>>();
        results.forEach(result -> byCategory
                .computeIfAbsent(result.tried().tag(), _ -> new EnumMap<>(Cases.Outcome.class))
                .merge(result.outcome(), 1, Integer::sum));
        System.out.printf("%-14s %6s %6s %6s%n", "category", "right", "missed", "wrong");
        byCategory.forEach((category, counts) -> System.out.printf(
                "%-14s %6d %6d %6d%n",
                category,
                counts.getOrDefault(Cases.Outcome.RIGHT, 0),
                counts.getOrDefault(Cases.Outcome.MISS, 0),
                counts.getOrDefault(Cases.Outcome.WRONG, 0)));
    }
}
