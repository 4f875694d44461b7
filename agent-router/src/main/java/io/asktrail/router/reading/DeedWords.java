package io.asktrail.router.reading;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Unit;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.List;
import java.util.Objects;

/**
 * Reads what is done where it stands for a figure: "the most clicked keyword", "the state that we refunded the most",
 * "how much was returned". Beside the figure itself the deed says nothing more ("acquired 50 new customers"); anywhere
 * else it narrows ("refunded orders") and is left to be asked back.
 */
final class DeedWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private DeedWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called when figures that go by their names have been read. */
    static void read(Sentence sentence, Findings findings) {
        var reader = new DeedWords(sentence, findings);
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i)) {
                reader.readDeed(i);
            }
        }
    }

    private void readDeed(int i) {
        var figures = figuresOfDeed(i);
        figures.forEach(figure -> standFor(figure, i, figures.size() == 1));
    }

    private List<MetricId> figuresOfDeed(int i) {
        return words.at(i).all(Meaning.Deed.class).map(Meaning.Deed::of).toList();
    }

    /** @param alone whether it can be nothing but this figure: what is sold may be counted or paid for */
    private void standFor(MetricId figure, int i, boolean alone) {
        var named = findings.metricIds().equals(List.of(figure)) && isRanked(i);
        if (named || sentence.isFree(i) && isBeside(i, figure)) {
            sentence.claim(i, "metric", figure.value());
            return;
        }
        takesRecipient(i, figure);
        var told = alone && (isRanked(i) || isBounded(i));
        // "ate more than ₹2,000 without a single conversion": money is spent, whatever else is named
        if (alone && isMoney(figure) && isBoundedInMoney(i)) {
            findings.metrics.add(new Findings.MetricUse(figure, i));
            sentence.claim(i, "metric", figure.value());
        } else if (findings.metrics.isEmpty() && (told || isAskedFor(i, figure))) {
            findings.metrics.add(new Findings.MetricUse(figure, i));
            sentence.claim(i, "metric", figure.value());
            inMoney(i, figure);
        }
    }

    // "acquired the fewest new customers", "the first-time buyers that we picked up"
    private boolean isBeside(int i, MetricId figure) {
        var behind = words.skipLinks(i + 1);
        while (isMeasure(behind)) {
            behind = words.skipLinks(behind + 1);
        }
        var before = words.skipLinksBack(i);
        // "the new buyers that Goa won"
        before = words.values(before).isEmpty() ? before : words.skipLinksBack(before);
        for (var at : List.of(behind, before)) {
            var named = findings.metrics.stream().filter(use -> use.at() == at).findFirst();
            if (named.isPresent() && isOf(named.get(), figure)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMeasure(int i) {
        return words.isAny(i, Cue.HIGHEST, Cue.LOWEST, Cue.MORE, Cue.LESS, Cue.AT_LEAST, Cue.AT_MOST, Cue.OR_MORE)
                || words.is(i, WordKind.COMPARATIVE)
                || words.quantity(i).isPresent();
    }

    // Customers who were acquired are new ones, and orders that a state cancelled are cancelled ones.
    private boolean isOf(Findings.MetricUse named, MetricId figure) {
        if (named.metric().equals(figure)) {
            return true;
        }
        var same = countsTheSame(named.metric(), figure);
        if (same) {
            findings.metrics.replaceAll(use -> use.equals(named) ? new Findings.MetricUse(figure, named.at()) : use);
            sentence.claim(named.at(), "metric", figure.value());
        }
        return same;
    }

    private boolean countsTheSame(MetricId named, MetricId figure) {
        return sentence.registry().metric(named).derivation() instanceof Derivation.Measured(var all, var _)
                && sentence.registry().metric(figure).derivation() instanceof Derivation.Measured(var done, var _)
                && all.size() == 1
                && done.size() == 1
                && all.getFirst().table().equals(done.getFirst().table())
                && all.getFirst().aggregate() == done.getFirst().aggregate()
                && Objects.equals(all.getFirst().column(), done.getFirst().column())
                && !all.getFirst().where().equals(done.getFirst().where());
    }

    // "returned the most money to customers": who got it is no second figure.
    private void takesRecipient(int i, MetricId figure) {
        if (findings.metrics.size() != 1 || !isMoney(figure)) {
            return;
        }
        var to = findings.metrics.getFirst().at();
        var joint = words.skipLinksBackTo(to, Cue.TO);
        var money = joint > i && words.is(words.skipLinksBack(joint), WordKind.MONEY);
        if (words.is(joint, Cue.TO) && (money || joint == i + 1)) {
            findings.metrics.clear();
            sentence.claim(joint, to + 1, "metric", figure.value());
        }
    }

    // "most clicked", "returned the most"
    private boolean isRanked(int i) {
        return words.isAny(i - 1, Cue.HIGHEST, Cue.LOWEST)
                || words.isAny(words.skipLinks(i + 1), Cue.HIGHEST, Cue.LOWEST);
    }

    // "clicked more than 100 times"
    private boolean isBounded(int i) {
        return words.isAny(i + 1, Cue.MORE, Cue.LESS, Cue.AT_LEAST, Cue.AT_MOST)
                && words.quantity(words.skipLinks(i + 2)).isPresent();
    }

    private boolean isBoundedInMoney(int i) {
        return isBounded(i)
                && words.quantity(words.skipLinks(i + 2)).orElseThrow().money()
                && words.is(i - 1, WordKind.SUBJECT);
    }

    // "how much was refunded", "how many times were our ads shown"; "how many products were returned" counts things
    private boolean isAskedFor(int i, MetricId figure) {
        for (var at = 0; at < i; at++) {
            if (words.dimension(at).isPresent() && sentence.isFree(at)) {
                return false;
            }
        }
        for (var at = 0; at < i; at++) {
            var asks = isMoney(figure) ? words.is(at, WordKind.MUCH) : words.is(at, WordKind.TIMES);
            if (asks) {
                return true;
            }
        }
        return false;
    }

    // "returned the most by value": what is given back is counted in money anyhow.
    private void inMoney(int i, MetricId figure) {
        if (!isMoney(figure)) {
            return;
        }
        var told = false;
        for (var at = i + 1; at < words.size(); at++) {
            var by = words.is(at - 1, Cue.BY) && words.is(at, WordKind.AMOUNT);
            if (by) {
                sentence.claim(at - 1, at + 1, "metric", figure.value());
            }
            var money = words.is(at, WordKind.MONEY) && sentence.isFree(at);
            if (money) {
                sentence.claim(at, "metric", figure.value());
            }
            told |= by || money;
        }
        if (!told) {
            findings.assumptions.add(
                    Said.of(RouterSaying.BY_ITS_VALUE).text(words.at(i).text()).metric(figure));
        }
    }

    private boolean isMoney(MetricId figure) {
        return sentence.registry().metric(figure).unit() instanceof Unit.Money;
    }
}
