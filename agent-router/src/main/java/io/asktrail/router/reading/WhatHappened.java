package io.asktrail.router.reading;

import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;

/** Reads "refunds shot up, what happened?" as a question why; where nothing moved, what happened may be any figure. */
final class WhatHappened {
    private WhatHappened() {}

    /** Called when nothing else asks for a reason. */
    static void read(Sentence sentence, Findings findings) {
        var words = sentence.words();
        if (findings.diagnosis != null || IntentWords.firstFree(sentence, Cue.MOVED) < 0) {
            return;
        }
        for (var i = 1; i < sentence.size(); i++) {
            if (words.is(i, WordKind.HAPPENED) && words.is(i - 1, WordKind.WHAT) && sentence.isFree(i - 1, i + 1)) {
                findings.diagnosis = Diagnosis.Kind.CHANGE;
                sentence.claim(i - 1, i + 1, "intent", "diagnostics");
                return;
            }
        }
    }
}
