package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.vocabulary.Words;
import java.util.Set;

/**
 * Reads what goods do before the way that they go: "orders that went out through FBA", "units shipped via Easy Ship". It
 * says nothing there; before anything else it may be told of some of them, and is left to be asked back.
 */
final class SendingWords {
    /** What has ways to go by; nothing is sent by a place. */
    private static final Set<DimensionId> WAYS =
            Set.of(new DimensionId("fulfilment"), new DimensionId("sales_channel"), new DimensionId("channel"));

    private SendingWords() {}

    /** Called when values have been read. */
    static void read(Sentence sentence, Findings findings) {
        var words = sentence.words();
        findings.kept.stream().filter(kept -> WAYS.contains(kept.dimension())).forEach(kept -> {
            var joint = beforeArticles(words, kept.at());
            var verb = joint - 1;
            if (words.is(joint, WordKind.WAY_JOINT)
                    && words.is(verb, WordKind.SENDING)
                    && sentence.isFree(verb)
                    && sentence.isFree(joint)) {
                sentence.claim(verb, joint + 1, "entity", kept.value());
            }
        });
    }

    private static int beforeArticles(Words words, int i) {
        var at = i - 1;
        while (words.is(at, WordKind.ARTICLE)) {
            at--;
        }
        return at;
    }
}
