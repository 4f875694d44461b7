package io.asktrail.router.reading;

import io.asktrail.contracts.task.Conversion;
import io.asktrail.contracts.task.Conversion.Policy;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads which currency amounts are to be shown in, and at which day's rate: "spend in dollars at daily rates". A name
 * beside a number is part of an amount and is not read here, so that it stops the answer.
 */
final class CurrencyWords {
    private static final Currency RUPEE = Currency.getInstance("INR");

    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    CurrencyWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called before metrics are read. */
    static void read(Sentence sentence, Findings findings) {
        new CurrencyWords(sentence, findings).read();
    }

    private void read() {
        var named = new ArrayList<Currency>();
        for (var i = 0; i < sentence.size(); i++) {
            var currency = currencyAt(i);
            if (sentence.isFree(i) && currency.isPresent() && !isAmount(i)) {
                named.add(currency.get());
                claim(i, currency.get());
            }
            policyAt(i);
        }
        var currencies = named.stream().distinct().toList();
        if (currencies.size() > 1) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.ONE_CURRENCY)
                    .text(currencies.getFirst().getCurrencyCode())
                    .text(currencies.get(1).getCurrencyCode())));
        }
        // In what figures are kept in anyway: that changes only what a question before asked for.
        findings.currency = currencies.isEmpty() || (isKeptIn(currencies.getFirst()) && !findings.inConversation)
                ? null
                : currencies.getFirst();
    }

    // Words for rupees are let go where nobody needs them.
    private void claim(int i, Currency currency) {
        if (!words.is(i, Cue.RUPEES)) {
            sentence.claim(i, "currency", currency.getCurrencyCode());
        }
        if (words.is(i - 1, Cue.CONVERT)) {
            sentence.claim(i - 1, "currency", currency.getCurrencyCode());
        }
    }

    // Rupees are a word of amounts first: alone they say what figures are kept in anyway.
    private Optional<Currency> currencyAt(int i) {
        return words.is(i, Cue.RUPEES)
                ? Optional.of(RUPEE)
                : words.at(i).as(Meaning.CurrencyName.class).map(Meaning.CurrencyName::currency);
    }

    private boolean isAmount(int i) {
        return words.quantity(i - 1).isPresent() || words.quantity(i + 1).isPresent();
    }

    private void policyAt(int i) {
        var policy = words.is(i, Cue.DAILY_RATES)
                ? Policy.DAILY
                : words.is(i, Cue.AVERAGE_RATE) ? Policy.PERIOD_AVERAGE : null;
        if (policy != null && sentence.isFree(i)) {
            sentence.claim(i, "rates", policy.name().toLowerCase(Locale.ROOT));
            findings.ratePolicy = policy;
        }
    }

    /**
     * What the task is to be shown in; null for the currency that its amounts are kept in.
     *
     * @param filters the conditions of the task
     */
    @Nullable
    Conversion asked(@Nullable TaskSpec base, List<Filter> filters) {
        var before = base == null ? null : base.currency();
        if (findings.currency == null && findings.ratePolicy == null) {
            return before;
        }
        var currency = findings.currency != null ? findings.currency : before == null ? null : before.to();
        if (currency == null) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.RATES_OF_WHAT)));
            return null;
        }
        var shown = isKeptIn(currency)
                ? null
                : new Conversion(
                        currency,
                        findings.ratePolicy != null ? findings.ratePolicy : before == null ? null : before.policy());
        if (shown == null && findings.ratePolicy != null) {
            findings.problems.add(
                    new Problem.Other(Said.of(RouterSaying.NO_RATE_USED).text(currency.getCurrencyCode())));
        }
        if (boundIsInAnother(shown, before, filters)) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.BOUND_CURRENCY)));
        }
        return shown;
    }

    private boolean isKeptIn(Currency currency) {
        return sentence.registry().metrics().values().stream()
                .flatMap(metric -> metric.currency().stream())
                .allMatch(currency::equals);
    }

    // "above ₹5,000, in dollars", or a bound of the question before: the number is in one currency, the figures in
    // another.
    private boolean boundIsInAnother(@Nullable Conversion shown, @Nullable Conversion before, List<Filter> filters) {
        var onMoney = filters.stream()
                .anyMatch(filter -> sentence.registry().isMetric(filter.field())
                        && sentence.registry()
                                .metric(filter.field().asMetric())
                                .currency()
                                .isPresent());
        var signed = findings.bounds.stream().anyMatch(Findings.Bound::money);
        var carried = findings.bounds.isEmpty() && !Objects.equals(to(shown), to(before));
        return onMoney && (carried || (signed && shown != null));
    }

    private static @Nullable Currency to(@Nullable Conversion conversion) {
        return conversion == null ? null : conversion.to();
    }
}
