package io.asktrail.router.verified;

import static io.asktrail.router.verified.VerifiedWorld.ADMIN;
import static io.asktrail.router.verified.VerifiedWorld.DEMO;
import static io.asktrail.router.verified.VerifiedWorld.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.router.RuleRouter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verified questions that come with the demo: each wording is found, and each change of it is not. */
class DemoVerifiedQuestionsTest {
    private static final VerifiedWorld WORLD = new VerifiedWorld();
    private static final RuleRouter RULES = new RuleRouter(WORLD.vocabulary);

    private record Asked(VerifiedQuestion verified, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private static Stream<Asked> wordings() {
        return DEMO.verified().values().stream()
                .flatMap(verified -> verified.questions().stream()
                        .map(wording -> new Asked(
                                verified,
                                wording.replace("{time}", "last month")
                                        .replace("{limit}", "7")
                                        .replace("{geo}", "Delhi")
                                        .replace("{channel}", "SB")
                                        .replace("{brand}", "Loom"))));
    }

    @ParameterizedTest
    @MethodSource("wordings")
    void eachWordingIsFound(Asked asked) {
        // When
        var reading = (Reading.Understood)
                WORLD.reader.read(ADMIN, question(asked.text())).orElseThrow();

        // Then
        assertThat(reading.reader()).isEqualTo(asked.verified().id().value());
        assertThat(reading.task().metrics()).isEqualTo(asked.verified().task().metrics());
        assertThat(reading.task().limit())
                .isEqualTo(
                        asked.text().contains("7")
                                ? Integer.valueOf(7)
                                : asked.verified().task().limit());
    }

    @Test
    void mostAreInWordsThatTheRulesDoNotRead() {
        // When
        var unread = wordings()
                .filter(asked -> !(RULES.interpret(ADMIN, question(asked.text())) instanceof Reading.Understood))
                .map(asked -> asked.verified().id())
                .distinct()
                .count();

        // Then
        assertThat(unread).isGreaterThanOrEqualTo(12);
    }

    private static final List<String> CHANGES = List.of(
            "%s except Goa",
            "%s but not for Loom",
            "not %s",
            "%s by city",
            "%s and acos",
            "%s vs March",
            "%s above 12",
            "%s for refunded orders",
            "forecast %s",
            "%s without discounts");

    // Each wording with three of the changes, each change with every third wording.
    private static Stream<String> changed() {
        var all = wordings().toList();
        return IntStream.range(0, 3 * all.size())
                .mapToObj(n ->
                        CHANGES.get(n % CHANGES.size()).formatted(all.get(n / 3).text()));
    }

    @Test
    void noneIsFoundWithAWordMore() {
        // When
        List<String> wrong = changed()
                .filter(text -> WORLD.reader.read(ADMIN, question(text)).isPresent())
                .toList();

        // Then
        assertThat(wrong).isEmpty();
    }
}
