package io.asktrail.router.vocabulary;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.value.NamedValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The question as lexemes; every question about a place beyond its ends has the answer no. */
public record Words(String text, List<Lexeme> lexemes) {
    private static final Set<String> GENITIVES = Set.of("of", "the", "ka", "ke", "ki", "का", "के", "की");

    private static final Set<String> HYPHENS = Set.of("-", "–", "—");

    public Words {
        lexemes = List.copyOf(lexemes);
    }

    public int size() {
        return lexemes.size();
    }

    public Lexeme at(int i) {
        return lexemes.get(i);
    }

    /** What was written from one place up to another. */
    public String text(int from, int to) {
        return text.substring(at(from).from(), at(to - 1).to());
    }

    public boolean has(int i) {
        return i >= 0 && i < lexemes.size();
    }

    public boolean is(int i, Cue cue) {
        return has(i) && at(i).is(cue);
    }

    public boolean is(int i, WordKind kind) {
        return has(i) && at(i).is(kind);
    }

    public boolean isAny(int i, Cue... cues) {
        for (var cue : cues) {
            if (is(i, cue)) {
                return true;
            }
        }
        return false;
    }

    public boolean hasCue(Cue cue) {
        return lexemes.stream().anyMatch(lexeme -> lexeme.is(cue));
    }

    public boolean hasAny(Cue... cues) {
        return lexemes.stream().anyMatch(lexeme -> Stream.of(cues).anyMatch(lexeme::is));
    }

    public Optional<Meaning.Quantity> quantity(int i) {
        return has(i) ? at(i).as(Meaning.Quantity.class) : Optional.empty();
    }

    /** A plain whole number: no money, no per cent. */
    public OptionalInt whole(int i) {
        return quantity(i)
                .filter(quantity -> !quantity.percent()
                        && !quantity.money()
                        && quantity.number().scale() <= 0)
                .filter(quantity -> quantity.number().precision() < 7)
                .map(quantity -> OptionalInt.of(quantity.number().intValueExact()))
                .orElseGet(OptionalInt::empty);
    }

    public OptionalInt month(int i) {
        return has(i)
                ? at(i).as(Meaning.MonthName.class)
                        .map(month -> OptionalInt.of(month.month()))
                        .orElseGet(OptionalInt::empty)
                : OptionalInt.empty();
    }

    /** A quarter by the letters of its months: 4 for "OND". */
    public OptionalInt quarter(int i) {
        return has(i)
                ? at(i).as(Meaning.QuarterName.class)
                        .map(quarter -> OptionalInt.of(quarter.quarter()))
                        .orElseGet(OptionalInt::empty)
                : OptionalInt.empty();
    }

    public OptionalInt ordinal(int i) {
        return has(i)
                ? at(i).as(Meaning.Ordinal.class)
                        .map(ordinal -> OptionalInt.of(ordinal.number()))
                        .orElseGet(OptionalInt::empty)
                : OptionalInt.empty();
    }

    public List<MetricId> metrics(int i) {
        return has(i) ? at(i).all(Meaning.Metric.class).map(Meaning.Metric::id).toList() : List.of();
    }

    public Optional<DimensionId> dimension(int i) {
        return has(i) ? at(i).as(Meaning.Dimension.class).map(Meaning.Dimension::id) : Optional.empty();
    }

    public List<NamedValue> values(int i) {
        return has(i) ? at(i).all(Meaning.Value.class).map(Meaning.Value::value).toList() : List.of();
    }

    /** Whether a word only joins others here: "of", "the", "ka". */
    public boolean isLink(int i) {
        return has(i) && at(i).filler() && at(i).meanings().stream().allMatch(meaning -> joins(meaning, i));
    }

    // The "is" of "CPA is 5" joins; that of "is mahine" is the Hindi "this".
    private boolean joins(Meaning meaning, int i) {
        return meaning instanceof Meaning.Deed
                || meaning instanceof Meaning.CueWord(var cue)
                        && (cue == Cue.SINCE || cue.isIdle() || (cue == Cue.THIS && !beginsTime(i + 1)));
    }

    private boolean beginsTime(int i) {
        return isAny(
                        i,
                        Cue.DAY,
                        Cue.WEEK,
                        Cue.MONTH,
                        Cue.QUARTER,
                        Cue.YEAR,
                        Cue.FISCAL,
                        Cue.WEEKEND,
                        Cue.FORTNIGHT,
                        Cue.HALF)
                || month(i).isPresent()
                || (has(i)
                        && (at(i).as(Meaning.Weekday.class).isPresent()
                                || at(i).as(Meaning.Festival.class).isPresent()));
    }

    /** The first place from {@code i} on that is not a linking word. */
    public int skipLinks(int i) {
        while (isLink(i)) {
            i++;
        }
        return i;
    }

    /** Like {@link #skipLinks}, over "of" and "the" and their like only: "5 of July" is a date, "5 in July" is not. */
    public int skipOf(int i) {
        while (isLink(i) && GENITIVES.contains(at(i).key())) {
            i++;
        }
        return i;
    }

    /** The nearest place before {@code i} that is not a linking word; -1 if there is none. */
    public int skipLinksBack(int i) {
        i--;
        while (isLink(i)) {
            i--;
        }
        return i;
    }

    /** Like {@link #skipLinksBack}, but a word with this cue is never skipped. */
    public int skipLinksBackTo(int i, Cue cue) {
        i--;
        while (isLink(i) && !is(i, cue)) {
            i--;
        }
        return i;
    }

    /** Whether nothing but a hyphen stands between a word and the next one. */
    public boolean isHyphenated(int i) {
        return has(i)
                && has(i + 1)
                && HYPHENS.contains(text.substring(at(i).to(), at(i + 1).from()));
    }

    /** Whether a minus sign stands at a number, and not between two: "top -3", but not "5-10". */
    public boolean isBelowZero(int i) {
        var sign = at(i).from() - 1;
        return sign >= 0
                && HYPHENS.contains(text.substring(sign, sign + 1))
                && (sign == 0 || Character.isWhitespace(text.charAt(sign - 1)));
    }

    /** How often a named day is named. */
    public long mentions(Meaning.Festival festival) {
        return lexemes.stream()
                .flatMap(lexeme -> lexeme.all(Meaning.Festival.class))
                .filter(festival::equals)
                .count();
    }

    /** The Hindi postposition "from", which stands behind what it belongs to. */
    public boolean isFrom(int i) {
        return is(i, WordKind.FROM_THIS);
    }

    /** Whether a name is written as an owner: "campaign's". */
    public boolean isPossessive(int i) {
        return has(i) && at(i).text().matches("(?s).*['’][sS]");
    }

    public boolean followsApostrophe(int i) {
        var from = at(i).from();
        return from > 0 && "'’‘".indexOf(text.charAt(from - 1)) >= 0;
    }
}
