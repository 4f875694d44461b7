package io.asktrail.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.TaskSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What does not change the meaning of a question does not change its task. */
class SameMeaningTest {
    /** Codes of states count in capitals only, and parts of names are handed on as they are written. */
    private static final Predicate<String> WITHOUT_CODES = text ->
            !Pattern.compile("\\b(UP|AP|MP|J&K)\\b|contain").matcher(text).find();

    private static final Pattern ENDS_IN_JULY = Pattern.compile("^(.*) in July\\??$");
    private static final RuleRouter ROUTER = ReadingWorld.router();
    private static final CallContext CALL = Cases.call(Role.ANALYST, List.of("*"));

    enum Change {
        SMALL_LETTERS(text -> text.toLowerCase(Locale.ROOT), WITHOUT_CODES),
        CAPITALS(text -> text.toUpperCase(Locale.ROOT), WITHOUT_CODES),
        QUESTION_MARK(text -> text + " ?"),
        FULL_STOP(text -> text.replaceAll("[?.!]$", "") + "."),
        BLANKS(text -> "  " + text.replace(" ", "  ") + " "),
        PLEASE_FIRST(text -> "please " + text),
        PLEASE_LAST(text -> text + ", please"),
        TELL_ME(text -> "Can you tell me " + text),
        GREETING(text -> "Hi team, " + text + " - thanks!"),
        COULD_YOU_SHOW(text -> "could you kindly show me " + text, text -> !text.contains("export")),
        JULY_FIRST(
                text -> ENDS_IN_JULY.matcher(text).replaceFirst("in July, $1"),
                text -> ENDS_IN_JULY.matcher(text).matches()),
        JULY_NAMED(text -> text.replace("in July", "in July 2025"), text -> text.endsWith("in July")),
        SHORTHAND(SameMeaningTest::shortened, text -> !shortened(text).equals(text)),
        SYNONYMS(SameMeaningTest::withSynonyms, text -> !withSynonyms(text).equals(text));

        private final UnaryOperator<String> how;
        private final Predicate<String> where;

        Change(UnaryOperator<String> how) {
            this(how, _ -> true);
        }

        Change(UnaryOperator<String> how, Predicate<String> where) {
            this.how = how;
            this.where = where;
        }
    }

    private static String shortened(String text) {
        return text.replace(" without ", " w/o ")
                .replace("last 7 days", "L7D")
                .replace("last 30 days", "L30D")
                .replace(" and ", " & ")
                .replace("yesterday", "yday");
    }

    private static String withSynonyms(String text) {
        var changed = text;
        for (var pair : Map.of(
                        " by channel", " per channel",
                        " by state", " state wise",
                        "last month", "previous month",
                        "net sales", "netsales",
                        "refund rate", "return rate",
                        "ROAS", "return on ad spend",
                        "CTR", "click-through rate",
                        " except ", " excluding ",
                        "at least", "no less than",
                        "Sponsored Products", "SP")
                .entrySet()) {
            changed = changed.replace(pair.getKey(), pair.getValue());
        }
        return changed;
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheTask(Change change) throws IOException {
        // Given
        var questions = ReadingWorld.cases()
                .filter(tried ->
                        tried.turns().size() == 1 && tried.asOf().toString().equals("2025-08-20"))
                .map(tried -> tried.turns().getFirst())
                .filter(change.where)
                .toList();
        var different = new ArrayList<String>();

        // When
        var compared = 0;
        for (var question : questions) {
            var plain = task(question);
            if (plain.isPresent()) {
                compared++;
                var changed = read(change.how.apply(question));
                if (!(changed instanceof Reading.Understood understood)
                        || !understood.task().equals(plain.get())) {
                    different.add("%s%n    %s".formatted(change.how.apply(question), changed));
                }
            }
        }

        // Then
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(5);
    }

    private static Optional<TaskSpec> task(String question) {
        return read(question) instanceof Reading.Understood understood
                ? Optional.of(understood.task())
                : Optional.empty();
    }

    private static Reading read(String question) {
        return ROUTER.interpret(CALL, new Question(question, Cases.TODAY, Cases.ZONE, Memory.EMPTY));
    }
}
