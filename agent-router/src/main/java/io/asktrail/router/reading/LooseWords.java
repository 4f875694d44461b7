package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.text.Tokenizer;
import io.asktrail.router.vocabulary.Lexeme;
import io.asktrail.router.vocabulary.Words;
import java.util.List;

/** Words that carry no meaning in most questions and change it in some: these are found here, and asked back. */
final class LooseWords {
    private static final String QUOTES = "\"'“”‘’";

    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private LooseWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called when names, days and groupings have been read. */
    static void read(Sentence sentence, Findings findings) {
        var reader = new LooseWords(sentence, findings);
        reader.sum();
        reader.thatHad();
        reader.saidBehind();
        reader.ofFigure();
        reader.questionWord();
        reader.quoted();
    }

    // "the sum of spend and refunds" is one number; two figures side by side would not be what was asked.
    private void sum() {
        var together = words.lexemes().stream()
                .filter(word -> word.is(WordKind.TOGETHER))
                .findFirst();
        if (together.isPresent() && !findings.groups.isEmpty() && !isOfValues(together.get())) {
            problem(Said.of(RouterSaying.TOTAL_OR_SPLIT).text(together.get().text()));
        }
        var added = words.lexemes().stream().anyMatch(word -> word.is(Cue.SUM) && !isOfValues(word))
                && findings.metricIds().size() > 1;
        if (added) {
            problem(Said.of(RouterSaying.NOT_ADDED_UP));
        }
    }

    // "Lucknow and Kanpur combined", "enabled campaigns taken together": the things are, and no figures, unless the
    // table is split by them.
    private boolean isOfValues(Lexeme sum) {
        var at = words.lexemes().indexOf(sum) - 1;
        at = words.dimension(at).isPresent() ? at - 1 : at;
        var place = at;
        return findings.kept.stream()
                .filter(kept -> kept.at() == place)
                .anyMatch(kept -> findings.groups.stream()
                                .noneMatch(
                                        group -> group.dimension().equals(kept.dimension()) || group.at() == place + 1)
                        && !kept.dimension().equals(findings.comparedDimension));
    }

    // "orders with refunds" may be orders that had some.
    private void thatHad() {
        for (var n = 1; n < findings.metrics.size(); n++) {
            var a = findings.metrics.get(n - 1);
            var b = findings.metrics.get(n);
            var with = b.at() - a.at() == 2 && words.is(a.at() + 1, Cue.WITH);
            if (with && mayHappenTo(b.metric(), a.metric())) {
                thatHad(a, b);
            }
            // "refund wale orders"
            var having = b.at() - a.at() == 2 && words.is(a.at() + 1, WordKind.HAVING);
            if (having && mayHappenTo(a.metric(), b.metric())) {
                thatHad(b, a);
            }
        }
    }

    private boolean mayHappenTo(MetricId what, MetricId things) {
        return sentence.registry().metric(what).happensTo().contains(things);
    }

    // Whether something may happen to what it counts: then that is things, and no deeds.
    private boolean isOfThings(MetricId count) {
        return sentence.registry().metrics().values().stream()
                .anyMatch(metric -> metric.happensTo().contains(count));
    }

    // "how many orders in Goa were new to brand": the figure of such orders, and no second one
    private void saidBehind() {
        for (var said : List.copyOf(findings.metrics)) {
            var whole = findings.metrics.stream()
                    .filter(use -> use.at() < said.at() && !use.metric().equals(said.metric()))
                    .filter(use -> isNamed(said, use))
                    .findFirst();
            if (words.is(said.at() - 1, WordKind.COPULA) && whole.isPresent()) {
                findings.metrics.remove(whole.get());
                sentence.claim(whole.get().at(), "metric", said.metric().value());
            }
        }
    }

    private boolean isNamed(Findings.MetricUse said, Findings.MetricUse of) {
        var whole = words.at(said.at()).key() + ' ' + words.at(of.at()).key();
        return sentence.registry()
                .metric(said.metric())
                .names()
                .all()
                .anyMatch(name -> Tokenizer.key(name).equals(whole));
    }

    // "cancellation rate for orders": one figure of things, and no second figure
    private void ofFigure() {
        for (var n = 1; n < findings.metrics.size(); n++) {
            var a = findings.metrics.get(n - 1);
            var b = findings.metrics.get(n);
            var of = (b.at() - a.at() == 2 || b.at() - a.at() == 3 && words.is(a.at() + 2, WordKind.ARTICLE))
                    && (words.is(a.at() + 1, WordKind.OF) || words.is(a.at() + 1, WordKind.COPULA));
            // "orders cost": what they cost, or the two side by side?
            var cost = b.at() - a.at() == 1
                    && findings.metrics.size() == 2
                    && isOfThings(a.metric())
                    && words.is(b.at(), WordKind.COST);
            // "what a click cost us" is one figure, and neither of the two
            var oneOf = words.is(a.at() - 1, WordKind.ONE_OF) && words.is(b.at(), WordKind.COST);
            // "the units customers bought": who did it, and no second figure
            var doer = b.at() - a.at() == 1 && words.is(b.at() + 1, WordKind.SELLING);
            if ((of || cost || oneOf || doer) && !a.metric().equals(b.metric())) {
                problem(Said.of(RouterSaying.TWO_FIGURES).text(words.at(a.at()).text()));
            }
        }
    }

    private void thatHad(Findings.MetricUse counted, Findings.MetricUse had) {
        problem(Said.of(RouterSaying.THAT_HAD)
                .text(words.at(counted.at()).text())
                .text(words.at(had.at()).text()));
    }

    // "those with 'Sale' in the name": what is quoted is a text, whatever else it may be called.
    private void quoted() {
        if (findings.help != null) {
            return;
        }
        findings.metrics.stream()
                .map(use -> words.at(use.at()))
                .filter(word -> isQuote(word.from() - 1) && isQuote(word.to()))
                .findFirst()
                .ifPresent(word -> problem(Said.of(RouterSaying.TEXT_OR_FIGURE).text(word.text())));
    }

    private boolean isQuote(int index) {
        return index >= 0
                && index < words.text().length()
                && QUOTES.indexOf(words.text().charAt(index)) >= 0;
    }

    // "where did most orders come from", "who buys", "when": the answer has to say where, who or when.
    private void questionWord() {
        if (words.size() == 0
                || !findings.groups.isEmpty()
                || findings.grain != null
                || findings.diagnosis != null
                || findings.comparedDimension != null) {
            return;
        }
        if (words.is(0, WordKind.WHERE)) {
            findings.problems.add(new Problem.OfWhat(
                    Said.of(RouterSaying.TOLD_WHERE),
                    List.of(new DimensionId("geo"), new DimensionId("city"), new DimensionId("placement"))));
        } else if (words.is(0, WordKind.WHEN)) {
            problem(Said.of(RouterSaying.TOLD_WHEN));
        } else if (words.is(0, WordKind.WHO)) {
            problem(Said.of(RouterSaying.NO_PEOPLE));
        }
    }

    private void problem(Said reason) {
        findings.problems.add(new Problem.Other(reason));
    }
}
