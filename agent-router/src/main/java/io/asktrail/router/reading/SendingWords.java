package io.asktrail.router.reading;

import io.asktrail.router.language.WordKind;
import io.asktrail.router.vocabulary.Words;

/**
 * Reads what goods do before the way that they go: "orders that went out through FBA", "units shipped via Easy Ship",
 * "orders under Self Ship". It says nothing there; before anything else it may be told of some of them, and is left to be
 * asked back.
 */
final class SendingWords {
    private SendingWords() {}

    /** Called when values have been read. */
    static void read(Sentence sentence, Findings findings) {
        var words = sentence.words();
        var registry = sentence.registry();
        findings.kept.stream()
                .filter(kept -> registry.dimension(kept.dimension()).way())
                .forEach(kept -> {
                    var joint = beforeArticles(words, kept.at());
                    var verb = joint - 1;
                    if (words.is(joint, WordKind.UNDER) && sentence.isFree(joint)) {
                        sentence.claim(joint, "entity", kept.value());
                    }
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
