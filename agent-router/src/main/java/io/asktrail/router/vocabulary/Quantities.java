package io.asktrail.router.vocabulary;

import io.asktrail.router.language.Cue;
import io.asktrail.router.language.Language;
import io.asktrail.router.text.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Numbers with all that belongs to them: ₹5 lakh, 40 %, 1.5 cr, 50k, five. */
final class Quantities {
    private static final int LONGEST_UNIT = 2; // tokens
    private static final int LONGEST_NUMBER_WORD = 4;

    private final Language language;
    private final List<Token> tokens;
    private final List<String> keys;

    Quantities(Language language, List<Token> tokens, List<String> keys) {
        this.language = language;
        this.tokens = tokens;
        this.keys = keys;
    }

    /** @param next the token after it */
    record Found(Meaning.Quantity quantity, int next) {}

    private record Number(BigDecimal value, boolean digits, int next) {}

    Optional<Found> at(int start) {
        var money = isCue(start, Cue.RUPEES);
        return number(money ? start + 1 : start).map(number -> withUnits(number, money));
    }

    private Found withUnits(Number number, boolean moneyBefore) {
        var value = number.value;
        var at = number.next;
        var multiplier = multiplier(at, moneyBefore || value.scale() > 0);
        if (multiplier > 1) {
            value = value.multiply(BigDecimal.valueOf(multiplier));
            at++;
        } else if (at < tokens.size()
                && tokens.get(at).glued()
                && language.multipliers().containsKey(keys.get(at))) {
            // "a ROAS of 3x"
            at++;
        }
        var percent = tokensOf(at, Cue.PERCENT);
        at += percent;
        var rupees = moneyBefore ? 0 : tokensOf(at, Cue.RUPEES);
        at += rupees;
        var plain = value.stripTrailingZeros();
        return new Found(
                new Meaning.Quantity(
                        plain.scale() < 0 ? plain.setScale(0) : plain,
                        percent > 0,
                        moneyBefore || rupees > 0,
                        number.digits,
                        multiplier),
                at);
    }

    private Optional<Number> number(int at) {
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        if (tokens.get(at).kind() == Token.Kind.NUMBER && tokens.get(at).norm().length() <= 18) {
            return Optional.of(new Number(new BigDecimal(tokens.get(at).norm()), true, at + 1));
        }
        var fraction = fraction(at);
        if (fraction.isPresent()) {
            return fraction;
        }
        for (var end = Math.min(tokens.size(), at + LONGEST_NUMBER_WORD); end > at; end--) {
            var number = language.numbers().get(String.join(" ", keys.subList(at, end)));
            if (number != null) {
                return Optional.of(new Number(BigDecimal.valueOf(number), false, end));
            }
        }
        return Optional.empty();
    }

    // "half a percent", "dedh lakh": a part of a unit that follows; anywhere else "half" is one of a year.
    private Optional<Number> fraction(int at) {
        for (var end = Math.min(tokens.size(), at + LONGEST_NUMBER_WORD); end > at; end--) {
            var part = language.fractions().get(String.join(" ", keys.subList(at, end)));
            if (part != null && (isCue(end, Cue.PERCENT) || isLargeUnit(end))) {
                return Optional.of(new Number(part, false, end));
            }
        }
        return Optional.empty();
    }

    private boolean isLargeUnit(int at) {
        return at < keys.size()
                && keys.get(at).length() > 1
                && language.multipliers().containsKey(keys.get(at));
    }

    // A single letter counts where it touches the digits (5L, 50k), or behind what cannot count things (Rs 1.5 L).
    private int multiplier(int at, boolean amount) {
        if (at >= tokens.size()
                || (keys.get(at).length() == 1 && !tokens.get(at).glued() && !amount)) {
            return 1;
        }
        return language.multipliers().getOrDefault(keys.get(at), 1);
    }

    private boolean isCue(int at, Cue cue) {
        return tokensOf(at, cue) > 0;
    }

    /** How many tokens say it: of "percent" one, of "per cent" two; 0 if something else stands there. */
    private int tokensOf(int at, Cue cue) {
        for (var length = Math.min(LONGEST_UNIT, tokens.size() - at); length > 0; length--) {
            var phrase = String.join(" ", keys.subList(at, at + length));
            if (language.cues().getOrDefault(phrase, Set.of()).contains(cue)) {
                return length;
            }
        }
        return 0;
    }
}
