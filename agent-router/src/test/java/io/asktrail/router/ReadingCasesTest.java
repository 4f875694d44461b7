package io.asktrail.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The cases of {@code evals/cases/reading}, with a report by category. */
class ReadingCasesTest {
    @Test
    void readsEveryCaseAndNoneSilentlyWrong() throws IOException {
        // Given
        var runner = new Cases(ReadingWorld.router());

        // When
        var results = ReadingWorld.cases().map(runner::run).toList();

        // Then
        report(results);
        assertThat(results.stream().filter(result -> result.outcome() != Cases.Outcome.RIGHT))
                .isEmpty();
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
