package io.asktrail.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.reading.Clarification;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.Diagnosis.Claim;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HindiReadingTest {
    private static final RuleRouter ROUTER = ReadingWorld.router();
    private static final CallContext ENGLISH = Cases.call(Role.ANALYST, List.of("*"));
    private static final CallContext HINDI = ENGLISH.in(Language.HINDI);
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 16);
    private static final Pattern DEVANAGARI = Pattern.compile("\\p{IsDevanagari}");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");

    @Test
    void tellsWhatWasTakenForGrantedInHindi() {
        var reading = read(HINDI, "राज्य के अनुसार बिक्री", Memory.EMPTY);

        assertThat(((Reading.Understood) reading).assumptions())
                .containsExactlyInAnyOrder(
                        "'बिक्री' का अर्थ शुद्ध बिक्री है: सकल बिक्री में से रिफंड घटाकर।",
                        "कोई अवधि नहीं बताई गई: पिछले 28 दिन, 2025-10-19 से 2025-11-15।");
    }

    @Test
    void asksBackInHindiAndUnderstandsTheAnswerByItsHindiLabel() {
        // Given
        var asked = (Reading.Unclear) read(HINDI, "पिछले महीने टॉप 5 अभियान एकॉस के अनुसार", Memory.EMPTY);
        var options = asked.clarification().options();

        // When
        var chosen = read(HINDI, "सबसे कम पहले", new Memory(asked.task(), asked.clarification(), List.of()));

        // Then
        assertThat(asked.clarification().question()).isEqualTo("कम एकॉस अच्छा होता है: सबसे ज़्यादा चाहिए या सबसे कम?");
        assertThat(options)
                .extracting(Clarification.Option::label)
                .containsExactly("सबसे ज़्यादा पहले", "सबसे कम पहले");
        assertThat(((Reading.Understood) chosen).task())
                .isEqualTo(options.getLast().task());
        assertThat(((Reading.Understood) chosen).assumptions()).containsExactly("इसका उत्तर दिया गया: सबसे कम पहले।");
    }

    @Test
    void hearsWhichWayTheFigureIsHeldToHaveGone() {
        assertThat(claims(
                        "why did spend fall last month", "why did spend drop by so much in October", "spend kyun gira"))
                .containsOnly(Claim.FELL);
        assertThat(claims("why did spend rise last month", "खर्च क्यों बढ़ा")).containsOnly(Claim.ROSE);
        assertThat(claims("why did spend change last month", "why is ACOS so high"))
                .containsOnlyNulls();
    }

    private static List<@Nullable Claim> claims(String... questions) {
        var claims = new ArrayList<@Nullable Claim>();
        for (var question : questions) {
            var task = ((Reading.Understood) read(ENGLISH, question, Memory.EMPTY)).task();
            claims.add(Objects.requireNonNull(task.diagnosis()).claim());
        }
        return claims;
    }

    @Test
    void refusesInHindiWhatNoRegistryCovers() {
        var reading = (Reading.OutOfScope) read(HINDI, "weather in Delhi", Memory.EMPTY);

        assertThat(reading.reason()).isEqualTo("'weather' के बारे में यहाँ कोई आँकड़े नहीं हैं।");
        assertThat(reading.nearest().getFirst().label()).startsWith("शुद्ध बिक्री, ");
    }

    /** Whatever the question, and in whatever language: the reading is the same, and what it says is in the caller's. */
    @Test
    void saysNothingInEnglishToWhoWantsHindiAndReadsTheSame() throws IOException {
        var turns = ReadingWorld.cases()
                .flatMap(tried ->
                        tried.turns().stream().map(turn -> new Question(turn, tried.asOf(), Cases.ZONE, Memory.EMPTY)))
                .distinct()
                .toList();

        assertThat(turns).hasSizeGreaterThan(1_000).allSatisfy(question -> {
            var hindi = ROUTER.interpret(HINDI, question);
            var english = ROUTER.interpret(ENGLISH, question);
            assertThat(tasks(hindi)).isEqualTo(tasks(english));
            assertThat(said(hindi)).as(question.text()).allMatch(isHindi(), "is Hindi");
            assertThat(said(english)).hasSameSizeAs(said(hindi));
        });
    }

    // A label may be nothing but a name or a date.
    private static Predicate<String> isHindi() {
        return text -> DEVANAGARI.matcher(text).find() || !LATIN.matcher(text).find();
    }

    private static Reading read(CallContext call, String text, Memory memory) {
        return ROUTER.interpret(call, new Question(text, TODAY, Cases.ZONE, memory));
    }

    private static List<String> said(Reading reading) {
        return switch (reading) {
            case Reading.Understood understood -> understood.assumptions();
            case Reading.Unclear unclear ->
                Stream.concat(
                                Stream.of(
                                        unclear.reason(),
                                        unclear.clarification().question()),
                                unclear.clarification().options().stream().map(Clarification.Option::label))
                        .toList();
            case Reading.OutOfScope out ->
                Stream.concat(Stream.of(out.reason()), out.nearest().stream().map(Clarification.Option::label))
                        .toList();
        };
    }

    private static List<Object> tasks(Reading reading) {
        return switch (reading) {
            case Reading.Understood understood -> List.of(understood.task());
            case Reading.Unclear unclear ->
                List.copyOf(unclear.clarification().options().stream()
                        .map(Clarification.Option::task)
                        .toList());
            case Reading.OutOfScope out ->
                List.copyOf(
                        out.nearest().stream().map(Clarification.Option::task).toList());
        };
    }
}
