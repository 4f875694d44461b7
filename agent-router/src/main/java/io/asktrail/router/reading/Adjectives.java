package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.router.language.Cue;
import io.asktrail.router.vocabulary.Words;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everyday words that are values as well: "new", "active", "exact". They count as the value only beside what the value
 * can be said of; "new campaigns" has nothing to do with new customers.
 */
record Adjectives(Words words, @Nullable TaskSpec before) {
    private static final DimensionId CAMPAIGN = new DimensionId("campaign");
    private static final Map<DimensionId, Set<DimensionId>> NOUNS = Map.of(
            new DimensionId("campaign_status"), Set.of(CAMPAIGN),
            new DimensionId("match_type"), Set.of(CAMPAIGN, new DimensionId("ad_group"), new DimensionId("keyword")));

    boolean isValue(int i) {
        return words.values(i).stream().anyMatch(value -> isSaidOf(value.dimension(), i));
    }

    private boolean isSaidOf(DimensionId dimension, int i) {
        var nouns = NOUNS.getOrDefault(dimension, Set.of());
        // "live SP campaigns"
        var behindValue = !words.values(i + 1).isEmpty() && isOne(nouns, dimension, i + 2);
        return behindValue
                || isOne(nouns, dimension, i + 1)
                || isOne(nouns, dimension, behind(i))
                || isListed(dimension, i)
                || isOfBefore(nouns, dimension, i);
    }

    // "only the active ones" of what the question before had listed
    private boolean isOfBefore(Set<DimensionId> nouns, DimensionId own, int i) {
        var listed = before != null
                && before.groupBy().stream().anyMatch(dimension -> dimension.equals(own) || nouns.contains(dimension));
        return listed && (words.skipLinks(i + 1) == words.size() || words.isAny(i + 1, Cue.ONLY, Cue.EXCEPT_THIS));
    }

    // "campaigns that are not paused", "status is active", "campaigns except paused ones"
    private int behind(int i) {
        var at = i - 1;
        while (words.isLink(at) || words.isAny(at, Cue.NOT, Cue.EXCEPT, Cue.ONLY, Cue.EQUAL)) {
            at--;
        }
        return at;
    }

    private boolean isOne(Set<DimensionId> nouns, DimensionId own, int at) {
        return words.dimension(at)
                .filter(dimension -> dimension.equals(own) || nouns.contains(dimension))
                .isPresent();
    }

    // "new and returning customers", "new vs returning"
    private boolean isListed(DimensionId dimension, int i) {
        for (var step : new int[] {-1, 1}) {
            var joint = i + step;
            if (words.isAny(joint, Cue.AND, Cue.OR, Cue.COMMA, Cue.VERSUS)
                    && words.values(joint + step).stream()
                            .anyMatch(value -> value.dimension().equals(dimension))) {
                return true;
            }
        }
        return false;
    }
}
