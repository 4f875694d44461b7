package io.asktrail.guardrails.draft;

import io.asktrail.guardrails.Rule;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** No number in the text stands for itself: each is a figure with a source, a date, part of a name, or was asked. */
final class NumbersAreCovered implements Rule<DraftUnderReview> {
    // Digits right after a letter belong to a word, such as a SKU.
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d_.,])\\d[\\d,]*(\\.\\d+)?");

    @Override
    public String id() {
        return "draft.numbers_covered";
    }

    @Override
    public Optional<String> objection(DraftUnderReview review) {
        var bare = new ExplainedText(review).blanked();
        var asked = new AskedNumbers(review);
        return NUMBER.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(number -> !asked.holds(number))
                .findFirst()
                .map("The text says %s, and nothing shows where that comes from."::formatted);
    }
}
