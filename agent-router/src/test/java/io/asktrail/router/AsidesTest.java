package io.asktrail.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.TaskSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said around a question changes nothing in it, and a word that matters is not lost inside it. */
class AsidesTest {
    private static final RuleRouter ROUTER = ReadingWorld.router();
    private static final CallContext CALL = Cases.call(Role.ANALYST, List.of("*"));
    private static final String QUESTION = "net sales by state last week";
    private static final String PLACE = "{}";

    /** Words that narrow, exclude, rank, split or name something. */
    private static final List<String> TELLING = List.of(
            "organic wholesale returned paused Delhi Flipkart not without each more except online premium".split(" "));

    /** Words that nobody knows: of a reason they may be a part, and of nothing else. */
    private static final List<String> UNKNOWN = List.of("imported", "handmade", "festive");

    static Stream<String> turns() {
        return lines().filter(line -> !line.startsWith("#"));
    }

    private static Stream<String> turnsWithoutReasons() {
        var reasons = new AtomicBoolean();
        return lines().filter(line -> {
                    if (line.startsWith("#")) {
                        reasons.set(line.equals("# Reasons"));
                    }
                    return !reasons.get();
                })
                .filter(line -> !line.startsWith("#"));
    }

    private static Stream<String> lines() {
        var stream = Objects.requireNonNull(AsidesTest.class.getResourceAsStream("said-around.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("turns")
    void saysNothingAboutWhatIsAsked(String turn) {
        assertThat(task(turn.replace(PLACE, QUESTION)))
                .isEqualTo(task(QUESTION))
                .isPresent();
    }

    /** Each word at each place of each turn that is not beside the question: there it could be a part of it. */
    @Test
    void losesNoWordThatMattersInside() {
        // Given
        var random = new Random(20260317);
        var plain = task(QUESTION);

        // When
        var lost = Stream.concat(
                        turns().flatMap(turn -> inserted(turn, TELLING, random)),
                        turnsWithoutReasons().flatMap(turn -> inserted(turn, UNKNOWN, random)))
                .filter(longer -> task(longer.replace(PLACE, QUESTION)).equals(plain))
                .toList();

        // Then
        assertThat(lost).isEmpty();
    }

    private static Stream<String> inserted(String turn, List<String> words, Random random) {
        var parts = List.of(turn.split(" "));
        var inner = IntStream.range(1, parts.size())
                .filter(at ->
                        !parts.get(at).contains(PLACE) && !parts.get(at - 1).contains(PLACE))
                .toArray();
        return words.stream().filter(_ -> inner.length > 0).map(word -> {
            var longer = new ArrayList<>(parts);
            longer.add(inner[random.nextInt(inner.length)], word);
            return String.join(" ", longer);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for the Delhi review: net sales last week",
                "for the October review: net sales",
                "net sales for the Monday review",
                "net sales, before the meeting",
                "sales for books in October",
                "GMV for the books category in October",
                "orders last month for distributors",
                "orders last month, want premium",
                "orders last month, need to focus on premium",
                "we sell premium, orders in October",
                "our premium range, orders in October",
                "post Diwali sales",
                "print ads clicks last week",
                "around 500 orders in October",
                "organic orders for the board review in October",
                "orders for the wholesale review in October",
                "orders by state in October, just the total",
                "My founder wants one number: orders by state in October",
                "Karnataka vs Kerala orders in January, one grand total",
                "orders trending since Christmas, one figure",
                "orders per month, only one figure",
                "compare orders in July with June, a single number",
                "weekly clicks in October, no breakdown",
                "orders in the morning last week",
                "orders last week, morning",
                "orders last week, evening",
                "spend in July, sun",
                "spend in July, sun please",
                "spend in July, today",
                "orders in Delhi types",
                "orders in Delhi types last week",
                "what a click on Sponsored Brands cost us last week"
            })
    void asksBackWhereItMayMeanSomething(String question) {
        assertThat(task(question)).isEmpty();
    }

    @Test
    void leavesADayOfAnOccasionOutOfTheDaysThatAreAskedFor() {
        // Given
        var plain = task("orders in October");

        // When
        var occasion = task("orders for the Monday review in October");

        // Then
        assertThat(occasion).isEqualTo(plain).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders in October, just the total",
                "My founder wants one number: orders in October",
                "orders in October, only the figure, nothing else",
                "just the total orders in October",
                "orders in October, one grand total",
                "only the number: orders in October",
                "orders in October, number only",
                "no breakdown, orders in October"
            })
    void takesOneFigureForSaidWhereNothingIsSplit(String question) {
        assertThat(task(question)).isEqualTo(task("orders in October")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just the total orders by state in October",
                "only the total number of orders by state in October"
            })
    void takesATotalBeforeItsFigureForTheFigure(String question) {
        assertThat(task(question)).isEqualTo(task("orders by state in October")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "morning! net sales by state last week",
                "Good morning team, net sales by state last week",
                "net sales by state last week, morning all",
                "bhai sun, net sales by state last week"
            })
    void takesAGreetingForOne(String question) {
        assertThat(task(question)).isEqualTo(task(QUESTION)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"many thanks!", "the auditors are asking", "for the board meeting"})
    void answersNothingWhereNothingIsAsked(String text) {
        assertThat(task(text)).isEmpty();
    }

    private static Optional<TaskSpec> task(String text) {
        return ROUTER.interpret(CALL, new Question(text, Cases.TODAY, Cases.ZONE, Memory.EMPTY))
                        instanceof Reading.Understood understood
                ? Optional.of(understood.task())
                : Optional.empty();
    }
}
