package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.Said;
import io.asktrail.router.saying.Saying;
import io.asktrail.router.vocabulary.Words;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what takes a split back: "forget the brands, just the total", "no daily split, one figure". */
final class UnsplitWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private UnsplitWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called before splits are read: what is not wanted is no split. */
    static void read(Sentence sentence, Findings findings) {
        var reader = new UnsplitWords(sentence, findings);
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && findings.before != null) {
                reader.takenBack(i, findings.before);
            }
        }
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && sentence.words().is(i, WordKind.ONE_FIGURE)) {
                reader.oneFigure(i);
            }
        }
    }

    // "no daily split", "without the state breakdown", "drop the brands"
    private void takenBack(int i, TaskSpec before) {
        if (words.is(i, WordKind.RESTRICTION)) {
            lifted(i, before);
            return;
        }
        var gone = isGone(i);
        var at = words.skipLinks(i + 1);
        at = words.isAny(at, Cue.BY, Cue.PER) ? words.skipLinks(at + 1) : at;
        if (!gone || words.is(at + 1, WordKind.RESTRICTION)) {
            return;
        }
        var grain = words.isAny(at, Cue.DAILY, Cue.WEEKLY, Cue.MONTHLY, Cue.QUARTERLY, Cue.YEARLY);
        var group = words.dimension(at).filter(before.groupBy()::contains);
        var bare = words.is(at, Cue.ACROSS);
        if (!(grain && before.isSeries()) && group.isEmpty() && !bare) {
            return;
        }
        if (bare) {
            findings.unsplit = true;
        } else if (grain) {
            findings.ungrained = true;
        } else {
            findings.ungrouped.add(group.orElseThrow());
        }
        var end = !bare && words.is(at + 1, Cue.ACROSS) ? at + 2 : at + 1;
        sentence.claim(i, end, "dimension", "none");
    }

    private boolean isGone(int i) {
        return words.is(i, WordKind.FORGETTING) || words.isAny(i, Cue.ZERO, Cue.EXCEPT, Cue.NOT);
    }

    // "remove the state filter", "state filter hata do"
    private void lifted(int i, TaskSpec before) {
        var named = words.skipLinksBack(i);
        var dimension = words.dimension(named).filter(restricted(before)::contains);
        var first = words.skipLinksBack(named);
        var leads = sentence.isFree(first) && isGone(first);
        var trails = sentence.isFree(i + 1) && words.is(i + 1, Cue.EXCEPT_THIS);
        if (dimension.isPresent() && (leads || trails)) {
            findings.lifted.add(dimension.get());
            sentence.claim(leads ? first : named, trails ? i + 2 : i + 1, "entity", "all");
        }
    }

    private static Set<DimensionId> restricted(TaskSpec before) {
        return Stream.concat(
                        before.entities().kept().keySet().stream(),
                        before.filters().stream()
                                .map(filter -> new DimensionId(filter.field().value())))
                .collect(Collectors.toSet());
    }

    private void oneFigure(int i) {
        var before = findings.before;
        if (before != null && findings.metrics.isEmpty()) {
            var narrowed = before.limit() != null
                    || before.filters().stream()
                            .anyMatch(filter -> sentence.registry().isMetric(filter.field()));
            if (narrowed) {
                findings.problems.add(new Problem.Other(Said.of(Saying.TOTAL_OF_WHICH)));
            }
            findings.unsplit = true;
            sentence.claim(i, "dimension", "none");
            return;
        }
        var splits = words.lexemes().stream()
                .anyMatch(word -> word.is(Cue.BY) || word.is(Cue.PER) || word.is(Cue.WISE) || word.is(Cue.DAILY));
        var counts = words.hasCue(Cue.HOW_MANY);
        var things = words.lexemes().stream()
                .flatMap(word -> word.all(io.asktrail.router.vocabulary.Meaning.Dimension.class))
                .findAny();
        if (counts || things.isEmpty() && !splits) {
            sentence.claim(i, "dimension", "none");
        }
    }
}
