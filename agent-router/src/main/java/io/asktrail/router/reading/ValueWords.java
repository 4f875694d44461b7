package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;

/** Reads the values that are kept, and finds those that cannot hold together. */
final class ValueWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;
    private final ValueChoice values;

    private ValueWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
        values = new ValueChoice(sentence, findings);
    }

    static void read(Sentence sentence, Findings findings) {
        new ValueWords(sentence, findings).kept();
    }

    private void kept() {
        for (var i = 0; i < sentence.size(); i++) {
            if (!values.isValue(i)) {
                continue;
            }
            var chosen = values.choose(i, false);
            if (chosen.isPresent()) {
                findings.kept.add(
                        new Findings.Kept(chosen.get().dimension(), chosen.get().value(), i));
                values.claim(i, chosen.get(), "entity");
            }
        }
        contradictions();
        misplaced();
        fromTo();
    }

    // "where product is Kurta": Kurta is something else.
    private void misplaced() {
        for (var kept : findings.kept) {
            var joint = words.is(kept.at() - 1, WordKind.EQUALS);
            var named = words.dimension(kept.at() - 2);
            if (joint && named.isPresent() && !named.get().equals(kept.dimension())) {
                findings.problems.add(new Problem.Other(Said.of(RouterSaying.NOT_OF_DIMENSION)
                        .text(kept.value())
                        .dimension(kept.dimension())
                        .dimension(named.get())));
            }
        }
    }

    private String label(DimensionId dimension) {
        return sentence.registry().dimension(dimension).names().english();
    }

    // What goes from one place to another has two places; an order has one.
    private void fromTo() {
        for (var n = 1; n < findings.kept.size(); n++) {
            var a = findings.kept.get(n - 1);
            var b = findings.kept.get(n);
            var to = words.skipLinksBackTo(b.at(), Cue.TO);
            if (a.dimension().equals(b.dimension()) && words.is(to, Cue.TO) && to == a.at() + 1) {
                findings.problems.add(new Problem.Other(
                        Said.of(RouterSaying.FROM_VALUE_TO).text(a.value()).text(b.value())));
            }
        }
    }

    // Values of a wider and a narrower dimension in one list would both have to hold: that is never what a list means.
    private void contradictions() {
        for (var n = 1; n < findings.kept.size(); n++) {
            var a = findings.kept.get(n - 1);
            var b = findings.kept.get(n);
            var parentA = sentence.registry().dimension(a.dimension()).parent();
            var parentB = sentence.registry().dimension(b.dimension()).parent();
            var joint = words.skipLinksBackTo(b.at(), Cue.AND);
            var listed = words.isAny(b.at() - 1, Cue.AND, Cue.OR, Cue.COMMA, Cue.VERSUS) && b.at() - a.at() == 2
                    || words.is(joint, Cue.AND) && joint == a.at() + 1;
            if (listed && (b.dimension().equals(parentA) || a.dimension().equals(parentB))) {
                findings.problems.add(new Problem.Other(
                        Said.of(RouterSaying.NOT_ONE_KIND).text(a.value()).text(b.value())));
            }
        }
    }
}
