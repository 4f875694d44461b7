package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.Optional;

/** Reads parts of names: "campaigns containing Monsoon", "search terms whose name contains 'silk saree'". */
final class ContainingWords {
    private static final String QUOTES = "\"'“”‘’";

    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private ContainingWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called before any other name is looked for: what is contained may be spelled like one. */
    static void read(Sentence sentence, Findings findings) {
        var reader = new ContainingWords(sentence, findings);
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && sentence.words().is(i, Cue.CONTAINS)) {
                reader.containing(i);
            } else if (sentence.isFree(i) && sentence.words().is(i, WordKind.IN_NAME)) {
                reader.inName(i);
            } else if (sentence.isFree(i) && sentence.words().is(i, WordKind.NAME_END)) {
                findings.problems.add(new Problem.Other(Said.of(RouterSaying.PART_OF_NAME)));
            } else if (sentence.isFree(i) && sentence.words().is(i, WordKind.ENDED_BY) && reader.isNameEnd(i)) {
                findings.problems.add(new Problem.Other(Said.of(RouterSaying.PART_OF_NAME)));
                sentence.claim(i, i + 2, "filter", "contains");
            }
        }
    }

    private void containing(int cue) {
        var dimension = dimensionBefore(cue);
        var from = words.skipLinks(cue + 1);
        var to = quotedEnd(from).orElse(from + 1);
        if (dimension.isEmpty() || !words.has(from) || !sentence.isFree(from, to)) {
            return;
        }
        var text =
                words.text().substring(words.at(from).from(), words.at(to - 1).to());
        findings.containing.add(new Findings.Containing(dimension.get(), text));
        sentence.claim(cue, to, "filter", "contains");
    }

    // "campaigns starting with Diwali"; "starting with 5 orders" and "ending in October" tell of something else
    private boolean isNameEnd(int i) {
        return dimensionBefore(i).isPresent()
                && sentence.isFree(i + 1)
                && words.quantity(i + 1).isEmpty()
                && words.month(i + 1).isEmpty()
                && words.metrics(i + 1).isEmpty()
                && !words.isAny(i + 1, Cue.LAST, Cue.THIS, Cue.TODAY, Cue.YESTERDAY, Cue.ZERO, Cue.LESS, Cue.MORE)
                && words.at(i + 1).as(Meaning.DateText.class).isEmpty();
    }

    // "campaigns with diwali in the name": the text stands between
    private void inName(int end) {
        var joint = end - 1;
        while (words.has(joint) && !words.is(joint, WordKind.BEARING)) {
            if (words.isAny(joint, Cue.AND, Cue.OR, Cue.COMMA, Cue.NOT, Cue.EXCEPT)
                    || words.dimension(joint).isPresent()) {
                return;
            }
            joint--;
        }
        var from = joint + 1;
        while (words.is(from, WordKind.ARTICLE)) {
            from++;
        }
        var dimension = dimensionBefore(joint);
        if (words.has(joint) && from < end && dimension.isPresent() && sentence.isFree(from, end)) {
            findings.containing.add(new Findings.Containing(dimension.get(), words.text(from, end)));
            sentence.claim(joint, end + 1, "filter", "contains");
        }
    }

    private Optional<DimensionId> dimensionBefore(int cue) {
        var at = words.skipLinksBack(cue);
        return words.dimension(at);
    }

    // One word, or all that stands between quotation marks.
    private Optional<Integer> quotedEnd(int from) {
        if (!words.has(from) || !isQuote(words.at(from).from() - 1)) {
            return Optional.empty();
        }
        for (var i = from; words.has(i); i++) {
            if (isQuote(words.at(i).to())) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    private boolean isQuote(int index) {
        return index >= 0
                && index < words.text().length()
                && QUOTES.indexOf(words.text().charAt(index)) >= 0;
    }
}
