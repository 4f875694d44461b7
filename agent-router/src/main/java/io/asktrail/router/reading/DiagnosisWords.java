package io.asktrail.router.reading;

import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what is to be diagnosed: why a figure moved, what stands out, how a budget runs, what is wasted. */
final class DiagnosisWords {
    private static final Map<Cue, Diagnosis.Kind> DIAGNOSES = Map.of(
            Cue.WHY, Diagnosis.Kind.CHANGE,
            Cue.ANOMALY, Diagnosis.Kind.ANOMALY,
            Cue.PACING, Diagnosis.Kind.PACING,
            Cue.WASTE, Diagnosis.Kind.WASTE,
            Cue.RECONCILE, Diagnosis.Kind.RECONCILIATION,
            Cue.HEALTH, Diagnosis.Kind.HEALTH,
            Cue.SEARCH_INSIGHT, Diagnosis.Kind.SEARCH_TERMS);

    private DiagnosisWords() {}

    static void read(Sentence sentence, Findings findings) {
        var words = sentence.words();
        for (var i = 0; i < sentence.size(); i++) {
            for (var cue : DIAGNOSES.entrySet()) {
                if (sentence.isFree(i)
                        && words.is(i, cue.getKey())
                        && words.metrics(i).isEmpty()
                        && !isSplit(words, i)
                        && !isPartOfFigure(words, i)) {
                    findings.diagnosis = stronger(findings, cue.getValue());
                    sentence.claim(i, "intent", "diagnostics");
                }
            }
        }
        // "explain the drop in ROAS" wants the reason, "explain ROAS" the meaning.
        var define = IntentWords.firstFree(sentence, Cue.DEFINE);
        if (findings.diagnosis == null && define >= 0 && IntentWords.firstFree(sentence, Cue.MOVED) >= 0) {
            findings.diagnosis = Diagnosis.Kind.CHANGE;
            sentence.claim(define, "intent", "diagnostics");
        }
        whatHappened(sentence, findings);
        // "will we overspend" is what pacing tells
        if (findings.diagnosis == Diagnosis.Kind.PACING) {
            IntentWords.claimKinds(sentence, WordKind.AUXILIARY, "diagnostics");
            IntentWords.claimKinds(sentence, WordKind.PACE, "diagnostics");
        }
        if (findings.diagnosis != null) {
            IntentWords.claimKinds(sentence, WordKind.HOW_IT_GOES, "diagnostics");
            findings.claim = claim(sentence);
            IntentWords.claimAll(sentence, Cue.MOVED, "change");
            moreOrFewer(sentence);
        }
    }

    // "refunds shot up, what happened?"; where nothing moved, what happened may be any figure
    private static void whatHappened(Sentence sentence, Findings findings) {
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

    // "why did fewer orders come": fewer than before; "why more than Goa" holds it against something else
    private static void moreOrFewer(Sentence sentence) {
        var words = sentence.words();
        if (IntStream.range(0, words.size()).anyMatch(i -> words.is(i, WordKind.THAN))) {
            return;
        }
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i)
                    && words.is(i, WordKind.COMPARATIVE)
                    && (words.is(i, WordKind.FELL) || words.is(i, WordKind.ROSE))
                    && !words.metrics(i + 1).isEmpty()) {
                sentence.claim(i, "intent", "change");
            }
        }
    }

    // "why did sales fall" takes for true that they fell; "why is it so low" and "why did it not fall" do not.
    private static Diagnosis.@Nullable Claim claim(Sentence sentence) {
        var words = sentence.words();
        var claims = EnumSet.noneOf(Diagnosis.Claim.class);
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && words.is(i, WordKind.FELL)) {
                claims.add(Diagnosis.Claim.FELL);
            }
            if (sentence.isFree(i) && words.is(i, WordKind.ROSE)) {
                claims.add(Diagnosis.Claim.ROSE);
            }
        }
        return claims.size() == 1 && !words.hasCue(Cue.NOT) ? claims.iterator().next() : null;
    }

    // "what share of net sales did ad spend eat up": of another figure, and of no budget
    private static boolean isPartOfFigure(Words words, int i) {
        return words.is(i, WordKind.USING_UP)
                && IntStream.range(0, words.size())
                                .filter(at -> !words.metrics(at).isEmpty())
                                .count()
                        > 1;
    }

    // "refunds by reason", "reason wise": something to split by, and no question why.
    private static boolean isSplit(Words words, int i) {
        var before = words.skipLinksBackTo(i, Cue.BY);
        // "return reasons" are those of customers.
        var ofFigure = words.is(i, WordKind.REASON) && !words.metrics(i - 1).isEmpty();
        return ofFigure || words.isAny(before, Cue.BY, Cue.PER, Cue.ACROSS) || words.is(i + 1, Cue.WISE);
    }

    // "why the odd drop" asks for the reason; any other two kinds are two questions.
    private static Diagnosis.Kind stronger(Findings findings, Diagnosis.Kind now) {
        var before = findings.diagnosis;
        var both = before == null ? EnumSet.of(now) : EnumSet.of(before, now);
        if (both.size() > 1 && !both.equals(EnumSet.of(Diagnosis.Kind.CHANGE, Diagnosis.Kind.ANOMALY))) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.TWO_THINGS)));
        }
        return both.contains(Diagnosis.Kind.CHANGE) ? Diagnosis.Kind.CHANGE : now;
    }
}
