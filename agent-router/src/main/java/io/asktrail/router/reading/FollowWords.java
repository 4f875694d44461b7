package io.asktrail.router.reading;

import io.asktrail.router.language.Cue;
import io.asktrail.router.vocabulary.Words;

/** Reads words that point back at the question before: "and for", "same for", "only", "instead", "also". */
final class FollowWords {
    private FollowWords() {}

    static void read(Sentence sentence, Findings findings) {
        var words = sentence.words();
        var start = start(words);
        for (var i = 0; i < sentence.size(); i++) {
            findings.also |= words.is(i, Cue.ALSO) && sentence.isFree(i) && (i == start || i == sentence.size() - 1);
            findings.instead |= words.is(i, Cue.INSTEAD) && sentence.isFree(i);
            findings.only |= words.is(i, Cue.ONLY) && sentence.isFree(i);
        }
        findings.follow = sentence.isFree(start)
                        && words.isAny(start, Cue.FOLLOW, Cue.ONLY, Cue.ALSO, Cue.AND, Cue.THAT, Cue.WITH)
                || findings.instead
                || findings.also;
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i)
                    && words.isAny(i, Cue.FOLLOW, Cue.ONLY, Cue.ALSO, Cue.INSTEAD, Cue.THAT)
                    && !words.isLink(i)) {
                sentence.claim(i, "intent", "follow_up");
            }
        }
    }

    // "ok, and for Mumbai?" starts with "and".
    private static int start(Words words) {
        var at = 0;
        while (words.isLink(at) && !words.isAny(at, Cue.FOLLOW, Cue.ONLY, Cue.ALSO, Cue.AND, Cue.THAT, Cue.WITH)
                || words.is(at, Cue.COMMA)) {
            at++;
        }
        return at;
    }
}
