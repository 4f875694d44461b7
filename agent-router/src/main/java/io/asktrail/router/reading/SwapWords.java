package io.asktrail.router.reading;

import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.vocabulary.Words;
import java.util.List;

/** Reads which figure of the question before is not wanted any more: "replace COGS with gross profit", "CTR hatao". */
final class SwapWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;
    private final TaskSpec before;

    SwapWords(Sentence sentence, Findings findings, TaskSpec before) {
        this.sentence = sentence;
        this.findings = findings;
        this.before = before;
        words = sentence.words();
    }

    /** Called when figures have been read. */
    void read() {
        for (var use : List.copyOf(findings.metrics)) {
            if (before.metrics().contains(use.metric())) {
                swapped(use);
                takenAway(use);
            }
        }
    }

    // "replace COGS with gross profit", "swap clicks for orders"
    private void swapped(Findings.MetricUse use) {
        var verb = words.skipLinksBack(use.at());
        var joint = use.at() + 1;
        var other = words.skipLinks(joint + 1);
        var leads = words.isAny(joint, Cue.WITH, Cue.BY, Cue.TO) || words.is(joint, WordKind.OF);
        if (sentence.isFree(verb) && words.is(verb, WordKind.REPLACING) && leads && findings.isMetric(other)) {
            drop(use);
            findings.instead = true;
            sentence.claim(verb, "intent", "follow_up");
            sentence.claim(joint, "intent", "follow_up");
        }
    }

    // "CTR hatao, CVR dikhao"
    private void takenAway(Findings.MetricUse use) {
        var verb = use.at() + 1;
        if (sentence.isFree(verb) && words.is(verb, Cue.EXCEPT_THIS)) {
            drop(use);
            sentence.claim(verb, "metric", "left out");
        }
    }

    private void drop(Findings.MetricUse use) {
        findings.metrics.remove(use);
        findings.dropped.add(use);
    }
}
