package io.asktrail.router.vocabulary;

import io.asktrail.router.language.Cue;
import io.asktrail.router.text.Token;
import java.util.List;

/** Tells whether two ends of days or of amounts follow: "5 and 12 October", "₹10k to 20k", "October and Diwali". */
record Ranges(Vocabulary vocabulary, List<Token> tokens) {
    /** How many words an end may have: "the 5th of October 2025". */
    private static final int LONGEST_END = 6;

    boolean begins(int at) {
        if (!isEnd(past(at))) {
            return false;
        }
        for (var joint = past(at) + 1; joint < Math.min(tokens.size(), at + LONGEST_END); joint++) {
            var word = tokens.get(joint).norm();
            if (vocabulary.isCue(word, Cue.AND) || vocabulary.isCue(word, Cue.TO) || vocabulary.isCue(word, Cue.DASH)) {
                return isEnd(past(joint + 1));
            }
            if (!isEnd(joint) && !isPart(word)) {
                return false;
            }
        }
        return false;
    }

    // What may stand before an end and says nothing: "the", "₹".
    private int past(int at) {
        var next = at;
        while (next < tokens.size()
                && (vocabulary.language().isFiller(tokens.get(next).norm())
                        || vocabulary.isCue(tokens.get(next).norm(), Cue.RUPEES))
                && !isEnd(next)) {
            next++;
        }
        return next;
    }

    private boolean isEnd(int at) {
        if (at >= tokens.size()) {
            return false;
        }
        var token = tokens.get(at);
        return token.kind() == Token.Kind.NUMBER
                || token.kind() == Token.Kind.DATE
                || vocabulary.exact(token.norm()).stream()
                        .anyMatch(meaning -> meaning instanceof Meaning.MonthName
                                || meaning instanceof Meaning.Festival
                                || meaning instanceof Meaning.Weekday);
    }

    // "5th", "10 lakh", "20 %", "5 of October"
    private boolean isPart(String word) {
        return vocabulary.language().multipliers().containsKey(word)
                || vocabulary.isCue(word, Cue.ORDINAL_SUFFIX)
                || vocabulary.isCue(word, Cue.PERCENT)
                || vocabulary.isCue(word, Cue.RUPEES)
                || vocabulary.language().isFiller(word);
    }
}
