package io.asktrail.router.reading;

import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.task.Help;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;

/** Reads what asks for the meaning of figures without naming one alone: "what does that mean", "the difference between". */
final class ExplainWords {
    private ExplainWords() {}

    /** Called when nothing but names was found. */
    static void read(Sentence sentence, Findings findings) {
        whatThatMeans(sentence, findings);
        difference(sentence, findings);
    }

    // "what does that mean" behind an answer with one figure
    private static void whatThatMeans(Sentence sentence, Findings findings) {
        var before = findings.before;
        var points = sentence.words().hasCue(Cue.THAT) || sentence.words().hasCue(Cue.MEANS);
        if (before == null
                || !points
                || findings.help != null
                || IntentWords.firstFree(sentence, Cue.MEANS) < 0
                        && IntentWords.firstFree(sentence, Cue.DEFINE) < 0
                        && !sentence.words().is(0, Cue.WHAT_IS)
                || !findings.isEmpty()) {
            return;
        }
        if (before.metrics().size() != 1) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.EXPLAIN_WHICH)));
            return;
        }
        findings.help = new Help(Help.Topic.METRIC, FieldId.of(before.metrics().getFirst()));
        IntentWords.claimAll(sentence, Cue.DEFINE, "meta.help");
        IntentWords.claimAll(sentence, Cue.MEANS, "meta.help");
        IntentWords.claimAll(sentence, Cue.CATALOGUE_NOUN, "meta.help");
    }

    // "the difference between ROAS and MER": both of them are explained
    private static void difference(Sentence sentence, Findings findings) {
        var asked = firstFree(sentence, WordKind.DIFFERENCE);
        var named = findings.metricIds();
        if (asked < 0
                || !sentence.words().is(asked - 1, WordKind.WHAT)
                        && !sentence.words().hasCue(Cue.WHAT_IS)
                        && !sentence.words().hasCue(Cue.DEFINE)
                        && !sentence.words().hasCue(Cue.MEANS)
                || named.size() != 2
                || findings.help != null
                || !findings.groups.isEmpty()) {
            return;
        }
        findings.help = new Help(Help.Topic.METRIC, FieldId.of(named.getFirst()));
        findings.explained.addAll(named);
        sentence.claim(asked, "intent", "meta.help");
        IntentWords.claimAll(sentence, Cue.WHAT_IS, "meta.help");
        IntentWords.claimAll(sentence, Cue.DEFINE, "meta.help");
        IntentWords.claimAll(sentence, Cue.MEANS, "meta.help");
    }

    private static int firstFree(Sentence sentence, WordKind kind) {
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && sentence.words().is(i, kind)) {
                return i;
            }
        }
        return -1;
    }
}
