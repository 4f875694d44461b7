package io.asktrail.router.reading;

import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.time.TimeMention;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.Optional;

/**
 * Reads what somebody takes back within a question: "in June, sorry, July". What is taken back has to be of the kind of
 * what takes its place and right beside it; any other correction is left to be asked back.
 */
final class CorrectionWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private CorrectionWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called when days have been read, and before figures and names are. */
    static void read(Sentence sentence, Findings findings) {
        var reader = new CorrectionWords(sentence, findings);
        reader.refusal();
        reader.corrections();
    }

    // "no, Pune instead": what follows takes the place of what the question before had; "no Pune" leaves it out.
    private void refusal() {
        var to = 1;
        while (words.isAny(to, Cue.COMMA, Cue.DASH, Cue.CORRECTION)) {
            to++;
        }
        if (findings.before != null && words.is(0, WordKind.REFUSING) && to > 1 && isChange(to)) {
            sentence.claim(0, to, "intent", "correction");
            findings.instead = true;
        }
    }

    /**
     * Called when figures have been read. "cost per conversion, I mean": who names the same figure once more takes nothing
     * back.
     */
    static void settle(Sentence sentence, Findings findings) {
        var words = sentence.words();
        for (var i = 0; i < sentence.size() && findings.metricIds().size() == 1; i++) {
            var before = i - 1;
            while (words.is(before, Cue.COMMA)) {
                before--;
            }
            var beside = findings.isMetric(before) || findings.isMetric(words.skipLinks(i + 1));
            if (sentence.isFree(i) && words.is(i, Cue.CORRECTION) && beside) {
                sentence.claim(i, "intent", "correction");
            }
        }
    }

    private boolean isChange(int i) {
        var at = words.skipLinks(i);
        return timeAt(at)
                || !words.values(at).isEmpty()
                || !words.metrics(at).isEmpty()
                || words.dimension(at).isPresent()
                || words.isAny(at, Cue.DAILY, Cue.WEEKLY, Cue.MONTHLY, Cue.QUARTERLY, Cue.YEARLY);
    }

    private void corrections() {
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i) || !words.is(i, Cue.CORRECTION)) {
                continue;
            }
            var from = i;
            while (isJoint(from - 1)) {
                from--;
            }
            var to = i + 1;
            while (isJoint(to) || words.is(to, Cue.CORRECTION)) {
                to++;
            }
            if (words.has(to)) {
                correct(from, to);
            }
        }
    }

    private boolean isJoint(int i) {
        return words.isLink(i) || words.isAny(i, Cue.COMMA, Cue.DASH);
    }

    /** @param from the place behind what is taken back, {@code to} where that stands which is meant */
    private void correct(int from, int to) {
        if (from <= 0 && words.dimension(to).isPresent()) {
            // "the sorry state of orders"
            return;
        }
        if (from <= 0) {
            // "sorry, what was ..."
            sentence.claim(0, to, "intent", "correction");
        } else if (timeBefore(from).isPresent() && timeAt(to)) {
            var gone = timeBefore(from).get();
            findings.times.remove(gone);
            sentence.claim(gone.from(), to, "intent", "correction");
        } else if (isSameKind(from - 1, to)) {
            sentence.claim(from - 1, to, "intent", "correction");
        } else if (isFalseStart(from) && !words.metrics(to).isEmpty()) {
            sentence.claim(0, to, "intent", "correction");
        }
    }

    private Optional<TimeMention> timeBefore(int end) {
        return findings.times.stream().filter(mention -> mention.to() == end).findFirst();
    }

    private boolean timeAt(int start) {
        return findings.times.stream().anyMatch(mention -> mention.from() == start);
    }

    private boolean isSameKind(int a, int b) {
        return sentence.isFree(a, a + 1)
                && sentence.isFree(b)
                && (bothMetrics(a, b) || bothDimensions(a, b) || bothValues(a, b));
    }

    private boolean bothMetrics(int a, int b) {
        return !words.metrics(a).isEmpty() && !words.metrics(b).isEmpty();
    }

    private boolean bothDimensions(int a, int b) {
        return words.dimension(a).isPresent() && words.dimension(b).isPresent();
    }

    private boolean bothValues(int a, int b) {
        return words.values(a).stream()
                .anyMatch(left -> words.values(b).stream()
                        .anyMatch(right -> right.dimension().equals(left.dimension())));
    }

    // "gross margin? i mean gross profit": nothing before it but words for one other figure
    private boolean isFalseStart(int end) {
        for (var i = 0; i < end; i++) {
            var word = words.at(i);
            var figure = word.isUnknown() || word.as(Meaning.Metric.class).isPresent() || isJoint(i);
            if (!sentence.isFree(i) || !figure) {
                return false;
            }
        }
        return true;
    }
}
