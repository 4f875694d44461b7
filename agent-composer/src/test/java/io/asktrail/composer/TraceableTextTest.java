package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.composer.AnyAnswer.Answered;
import io.asktrail.composer.AnyAnswer.Form;
import io.asktrail.contracts.answer.Figure;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.guardrails.draft.DraftGuard;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every number in the words of an answer, of any form and in any language, is a figure, and its cell holds what is
 * written. Written numbers are read here by a reader of its own.
 */
class TraceableTextTest {
    private static final int ROUNDS = 60;
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    private static final Map<String, BigDecimal> SCALES = Map.of(
            "lakh", new BigDecimal("1e5"),
            "crore", new BigDecimal("1e7"),
            "लाख", new BigDecimal("1e5"),
            "करोड़", new BigDecimal("1e7"),
            "%", new BigDecimal("0.01"),
            "percentage", new BigDecimal("0.01"),
            "प्रतिशत", new BigDecimal("0.01"));
    private static final Pattern DAYS = Pattern.compile("\\d{1,2}(–\\d{1,2})? (Oct|Sep|अक्टूबर|सितंबर)( 2025)?");

    @ParameterizedTest
    @EnumSource
    void everyNumberIsAFigureThatItsCellHolds(Form form) {
        for (var language : Language.values()) {
            var answers = new AnyAnswer(31 + form.ordinal(), language);
            for (var round = 0; round < ROUNDS; round++) {
                // When
                var answered = answers.of(form);

                // Then
                answered.draft().figures().forEach(figure -> assertHeld(answered, figure));
                assertThat(leftOver(answered)).as(answered.draft().text()).doesNotContainPattern("\\d");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theGuardLetsEveryTextPass(Form form) {
        var guard = new DraftGuard();
        var access = Run.REGISTRY.accessOf(Run.by(Role.ADMIN).caller());
        for (var language : Language.values()) {
            var answers = new AnyAnswer(77 + form.ordinal(), language);
            for (var round = 0; round < ROUNDS; round++) {
                // Given
                var answered = answers.of(form);

                // When
                var verdicts = guard.review(answered.draft(), answered.task(), access);

                // Then
                assertThat(verdicts).as(answered.draft().text()).allMatch(RuleVerdict::passed);
            }
        }
    }

    private static void assertHeld(Answered answered, Figure figure) {
        var written = answered.draft().text().substring(figure.from(), figure.to());
        var held = held(answered, figure);
        assertThat(held).as(written).isEqualByComparingTo(figure.value());
        var number = NUMBER.matcher(written);
        assertThat(number.find()).as(written).isTrue();
        var digits = new BigDecimal(number.group().replace(",", ""));
        var scale = SCALES.entrySet().stream()
                .filter(entry -> written.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(BigDecimal.ONE);
        // Signs may be in the verb.
        assertThat(held.abs().divide(scale).setScale(digits.scale(), RoundingMode.HALF_UP))
                .as(written + " of " + held)
                .isEqualByComparingTo(digits);
    }

    // A cell, the totals row, a column added up, the share of a row in a column's sum or total, or a limit of the task.
    private static BigDecimal held(Answered answered, Figure figure) {
        var table = Objects.requireNonNull(answered.draft().table());
        var formula = figure.formula();
        if (formula == null) {
            var at = table.indexOf(Objects.requireNonNull(figure.column())).orElseThrow();
            var row = figure.row();
            var cells = row == null
                    ? Objects.requireNonNull(table.totals())
                    : table.rows().get(row);
            return (BigDecimal) Objects.requireNonNull(cells.get(at));
        }
        if (formula.equals("count(rows)")) {
            return BigDecimal.valueOf(table.size());
        }
        if (formula.equals("filter(acos)")
                && answered.task().filters().getFirst().value() instanceof FilterValue.Numeric(var limit)) {
            return limit;
        }
        if (formula.equals("sum(spend)")) {
            return table.rows().stream()
                    .map(row -> (BigDecimal) row.get(table.indexOf("spend").orElseThrow()))
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        var share = Pattern.compile("(\\w+)\\[(\\d+)]/(sum|total)\\(\\1\\)").matcher(formula);
        assertThat(share.matches()).as(formula).isTrue();
        var at = table.indexOf(share.group(1)).orElseThrow();
        var part = (BigDecimal) Objects.requireNonNull(
                table.rows().get(Integer.parseInt(share.group(2))).get(at));
        var sum = table.rows().stream()
                .map(row -> (BigDecimal) row.get(at))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var whole = share.group(3).equals("sum")
                ? sum
                : (BigDecimal) Objects.requireNonNull(
                        Objects.requireNonNull(table.totals()).get(at));
        return part.divide(whole, 6, RoundingMode.HALF_UP);
    }

    // The text without its figures, its days, and the names of members.
    private static String leftOver(Answered answered) {
        var rest = new StringBuilder(answered.draft().text());
        answered.draft().figures().reversed().forEach(figure -> rest.delete(figure.from(), figure.to()));
        var names = Objects.requireNonNull(answered.draft().table()).rows().stream()
                .flatMap(List::stream)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        var text = rest.toString();
        for (var name : names) {
            text = text.replace(name, "");
        }
        return DAYS.matcher(text).replaceAll("");
    }
}
