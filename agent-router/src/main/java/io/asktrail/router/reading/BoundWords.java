package io.asktrail.router.reading;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Operator;
import io.asktrail.registry.metric.GoodDirection;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads bounds on figures: over 5 lakh, at least 1,000 impressions, 12% or higher, zero sales, 2 lakh se kam. */
final class BoundWords {
    private static final Map<Cue, Operator> BEFORE = Map.of(
            Cue.AT_LEAST, Operator.GE,
            Cue.AT_MOST, Operator.LE,
            Cue.MORE, Operator.GT,
            Cue.LESS, Operator.LT,
            Cue.EQUAL, Operator.EQ);
    private static final Map<Cue, Operator> BEHIND = Map.of(
            Cue.OR_MORE, Operator.GE,
            Cue.OR_LESS, Operator.LE,
            Cue.MORE_THAN_THIS, Operator.GT,
            Cue.LESS_THAN_THIS, Operator.LT);

    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private BoundWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    static void read(Sentence sentence, Findings findings) {
        var reader = new BoundWords(sentence, findings);
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i)) {
                reader.between(i);
            }
            if (sentence.isFree(i)) {
                reader.range(i);
            }
            if (sentence.isFree(i)) {
                reader.before(i);
            }
            if (sentence.isFree(i)) {
                reader.behind(i);
            }
            if (sentence.isFree(i)) {
                reader.around(i);
            }
            if (sentence.isFree(i)) {
                reader.zero(i);
            }
            if (sentence.isFree(i)) {
                reader.dropped(i);
            }
        }
        BoundsTogether.read(sentence, findings);
    }

    private void between(int i) {
        var first = words.skipLinks(i + 1);
        var second = words.skipLinks(first + 2);
        if (!words.is(i, Cue.BETWEEN)
                || !isNumber(first)
                || !words.isAny(first + 1, Cue.AND, Cue.TO, Cue.DASH)
                || !isNumber(second)) {
            return;
        }
        var metric = metricAround(i, second);
        var high = words.quantity(second).orElseThrow();
        var low = low(first, high);
        // "between 10 and 20%": the sign counts for both.
        var percent = low.percent() || high.percent();
        add(i, metric, Operator.GE, new Meaning.Quantity(low.number(), percent, low.money() || high.money(), true));
        add(i, metric, Operator.LE, new Meaning.Quantity(high.number(), percent, low.money() || high.money(), true));
        sentence.claim(i, second + 1, "filter", "between");
    }

    // The lakh of "between 1 and 2 lakh" counts for both.
    private Meaning.Quantity low(int i, Meaning.Quantity high) {
        var low = words.quantity(i).orElseThrow();
        return low.before(high).orElseGet(() -> {
            findings.problems.add(new Problem.Other(
                    Said.of(RouterSaying.BEGINS_WHERE).text(words.at(i).text())));
            return low;
        });
    }

    // "cities with 200 to 400 orders"
    private void range(int i) {
        // "that spent 50-80k", "with spend from 1 to 2 lakh"
        var before = holdsThings() ? metricAt(words.skipLinksBack(i)) : null;
        var metric = before == null ? metricAt(i + 3) : before;
        if (metric == null || !isNumber(i) || !words.isAny(i + 1, Cue.TO, Cue.DASH) || !isNumber(i + 2)) {
            return;
        }
        var high = words.quantity(i + 2).orElseThrow();
        add(i, metric, Operator.GE, low(i, high));
        add(i, metric, Operator.LE, high);
        sentence.claim(i, i + 3, "filter", "between");
    }

    private void before(int i) {
        var operator = operator(BEFORE, i);
        var number = words.skipLinks(i + 1);
        if (operator == null || !isNumber(number)) {
            return;
        }
        var things = words.dimension(number + 1).isPresent()
                && (words.is(i - 1, WordKind.GENITIVE) || metricAround(i, number) == null);
        if (things) {
            // "orders of at least two products" bounds no figure.
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.HOW_MANY_BOUND)
                    .text(words.at(number + 1).text())));
        }
        // "less than 5 or more" contradicts itself.
        var negated = words.is(words.skipLinksBack(i), Cue.NOT) && sentence.isFree(words.skipLinksBack(i));
        if (negated) {
            sentence.claim(words.skipLinksBack(i), "filter", "not");
            operator = operator.negated();
        }
        var metric = metricAround(negated ? words.skipLinksBack(i) : i, number);
        operator = words.is(i, WordKind.QUALITY) ? byQuality(operator, metric) : operator;
        add(i, metric, operator, words.quantity(number).orElseThrow());
        sentence.claim(i, number + 1, "filter", operator.symbol());
    }

    // "better than" is less where less is better.
    private Operator byQuality(Operator operator, @Nullable MetricId metric) {
        var good = metric == null
                ? GoodDirection.NEUTRAL
                : sentence.registry().metric(metric).good();
        return switch (good) {
            case UP -> operator;
            case DOWN -> operator.mirrored();
            case NEUTRAL -> {
                findings.problems.add(new Problem.Other(Said.of(RouterSaying.MORE_OR_LESS)));
                yield operator;
            }
        };
    }

    private void behind(int i) {
        var operator = operator(BEHIND, i + 1);
        if (operator == null || !isNumber(i) || !sentence.isFree(i + 1)) {
            return;
        }
        add(i, metricAround(i, i + 1), operator, words.quantity(i).orElseThrow());
        sentence.claim(i, i + 2, "filter", operator.symbol());
    }

    // "30 clicks or more"
    private void around(int i) {
        var operator = operator(BEHIND, i + 2);
        var metric = metricAt(i + 1);
        if (operator == null || metric == null || !isNumber(i) || !sentence.isFree(i + 2)) {
            return;
        }
        add(i, metric, operator, words.quantity(i).orElseThrow());
        sentence.claim(i, "filter", operator.symbol());
        sentence.claim(i + 2, "filter", operator.symbol());
    }

    private void zero(int i) {
        var at = words.skipLinks(i + 1);
        var zero = words.is(i, Cue.ZERO)
                || words.quantity(i)
                        .filter(number -> number.number().signum() == 0)
                        .isPresent();
        if (zero && words.metrics(at).isEmpty() && words.quantity(i).isPresent()) {
            zeroBehind(i);
            return;
        }
        var without = words.is(i, WordKind.WITHOUT);
        if ((!zero && !without) || words.metrics(at).isEmpty()) {
            return;
        }
        add(i, metricAt(at), Operator.EQ, new Meaning.Quantity(BigDecimal.ZERO, false, false, true));
        sentence.claim(i, "filter", "=");
    }

    // "campaigns with conversions 0", "spend 0 campaigns", "where clicks is 0"
    private void zeroBehind(int i) {
        var left = i - 1;
        while (words.is(left, WordKind.COPULA)) {
            left--;
        }
        var metric = metricAt(left);
        var joined = words.isAny(left - 1, Cue.WITH, Cue.AND, Cue.COMMA)
                || words.is(left - 1, WordKind.BUT)
                || words.is(left - 1, WordKind.RELATIVE)
                || words.is(left - 1, WordKind.HAVING);
        var range =
                words.isAny(i + 1, Cue.TO, Cue.DASH) && words.quantity(i + 2).isPresent();
        if (metric != null
                && isNumber(i)
                && !range
                && (joined || words.dimension(i + 1).isPresent())
                && holdsThings()) {
            add(i, metric, Operator.EQ, words.quantity(i).orElseThrow());
            sentence.claim(left + 1, i + 1, "filter", "=");
        }
    }

    private boolean holdsThings() {
        return words.lexemes().stream()
                .anyMatch(word -> word.as(Meaning.Dimension.class).isPresent());
    }

    // "drop impressions" in a follow-up takes a figure out.
    private void dropped(int i) {
        var at = words.skipLinks(i + 1);
        if (!findings.inConversation || !words.is(i, Cue.EXCEPT) || metricAt(at) == null) {
            return;
        }
        findings.metrics.stream().filter(use -> use.at() == at).toList().forEach(use -> {
            findings.metrics.remove(use);
            findings.dropped.add(use);
        });
        sentence.claim(i, "metric", "left out");
    }

    private @Nullable Operator operator(Map<Cue, Operator> cues, int i) {
        for (var cue : cues.entrySet()) {
            if (words.is(i, cue.getKey()) && !(cue.getKey() == Cue.MORE && isDuring(i))) {
                return cue.getValue();
            }
        }
        return null;
    }

    private boolean isDuring(int i) {
        return !sentence.isFree(i);
    }

    private boolean isNumber(int i) {
        return words.quantity(i).isPresent() && sentence.isFree(i) && !isTimeCount(i);
    }

    // The 7 of "more than 7 days" bounds nothing that is kept.
    private boolean isTimeCount(int i) {
        return words.isAny(i + 1, Cue.DAY, Cue.WEEK, Cue.MONTH, Cue.YEAR, Cue.QUARTER);
    }

    /** The metric right before the words, else right behind them; null if neither is there. */
    private @Nullable MetricId metricAround(int from, int to) {
        var left = from - 1;
        while (words.isLink(left) && !isClauseEnd(left)) {
            left--;
        }
        var before = metricAt(left);
        // "0 conversions but over 20 clicks": what has its bound already leaves this one to what follows.
        var taken = findings.bounds.stream().anyMatch(bound -> before != null && before.equals(bound.metric()));
        if (before != null && !(taken && metricAt(to + 1) != null)) {
            return before;
        }
        var right = to + 1;
        while (words.isLink(right) && !isClauseEnd(right)) {
            right++;
        }
        return metricAt(right);
    }

    private boolean isClauseEnd(int i) {
        return words.isAny(i, Cue.AND, Cue.OR, Cue.COMMA, Cue.WITH) || words.is(i, WordKind.BUT);
    }

    private @Nullable MetricId metricAt(int i) {
        return findings.metrics.stream()
                .filter(use -> use.at() == i)
                .map(Findings.MetricUse::metric)
                .findFirst()
                .orElse(null);
    }

    private void add(int at, @Nullable MetricId metric, Operator operator, Meaning.Quantity quantity) {
        findings.bounds.add(
                new Findings.Bound(metric, operator, quantity.number(), quantity.percent(), quantity.money(), at));
    }
}
