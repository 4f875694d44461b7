package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.vocabulary.Words;
import java.util.Optional;

/**
 * Reads a split whose verb stands before the thing that is split: "break the cost of goods down by brand", "split
 * October orders into new and returning buyers". It divides nothing where no split, and no values of one kind, follow.
 */
final class SplitWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private SplitWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called when values and splits have been read. */
    static void read(Sentence sentence, Findings findings) {
        var reader = new SplitWords(sentence, findings);
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && sentence.words().is(i, WordKind.SPLITTING) && reader.leads(i)) {
                reader.split(i);
            }
        }
    }

    // It is a request only where it begins one.
    private boolean leads(int i) {
        var before = words.skipLinksBack(i);
        return before < 0 || words.isAny(before, Cue.COMMA, Cue.POLITE, Cue.FOLLOW) || words.isAny(i - 1, Cue.AND);
    }

    private void split(int verb) {
        for (var i = verb + 1; i < words.size(); i++) {
            var particle = words.is(i - 1, WordKind.PARTICLE) && sentence.isFree(i - 1);
            if (words.is(i, Cue.BY) && isSplitBy(i)) {
                claim(verb, particle ? i - 1 : i, i);
                return;
            }
            var values = words.is(i, WordKind.INTO) ? several(i + 1) : Optional.<DimensionId>empty();
            if (values.isPresent() && findings.groups.isEmpty() && findings.comparedDimension == null) {
                findings.comparedDimension = values.get();
                claim(verb, i, i);
                return;
            }
        }
    }

    private boolean isSplitBy(int by) {
        var at = words.skipLinks(by + 1);
        return findings.groups.stream().anyMatch(group -> group.at() == at);
    }

    // The dimension of two values or more that stand behind, if they are of one.
    private Optional<DimensionId> several(int from) {
        var behind = findings.kept.stream().filter(kept -> kept.at() >= from).toList();
        var dimensions =
                behind.stream().map(Findings.Kept::dimension).distinct().toList();
        return behind.size() > 1
                        && dimensions.size() == 1
                        && words.skipLinks(from) == behind.getFirst().at()
                ? Optional.of(dimensions.getFirst())
                : Optional.empty();
    }

    private void claim(int verb, int from, int to) {
        sentence.claim(verb, "dimension", "by");
        sentence.claim(from, to + 1, "dimension", "by");
    }
}
