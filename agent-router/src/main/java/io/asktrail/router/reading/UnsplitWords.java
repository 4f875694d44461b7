package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads what takes a split back, or wants none: "forget the brands", "no daily split", "just the total". */
final class UnsplitWords {
    private static final String MARKS = ".;:!?()\n";

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
                reader.noSplitBy(i);
            }
            if (sentence.isFree(i) && findings.before != null) {
                reader.takenBack(i, findings.before);
            }
        }
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && reader.isOneFigure(i)) {
                reader.oneFigure(i);
            } else if (sentence.isFree(i) && sentence.words().is(i, WordKind.ONE_FIGURE)) {
                sentence.claim(i, "intent", "question");
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
        if (!gone || words.is(at + 1, WordKind.RESTRICTION) || isBounded(at + 1)) {
            return;
        }
        var grain = words.isAny(at, Cue.DAILY, Cue.WEEKLY, Cue.MONTHLY, Cue.QUARTERLY, Cue.YEARLY);
        var group = words.dimension(at).filter(before.groupBy()::contains);
        var bare = words.is(at, Cue.ACROSS);
        // "forget the state" of a question that kept one
        var restricted = words.dimension(at).filter(restricted(before)::contains);
        if (words.is(i, WordKind.FORGETTING) && group.isEmpty() && restricted.isPresent()) {
            findings.lifted.add(restricted.get());
            sentence.claim(i, at + 1, "entity", "all");
            return;
        }
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

    // "no split by brand", "without the split by brand, please"
    private void noSplitBy(int i) {
        var at = words.is(i, WordKind.ONE_FIGURE) ? i : splitGone(i);
        var by = at < 0 ? -1 : words.skipLinksBackTo(words.skipLinks(at + 1), Cue.BY);
        by = by <= at ? at + 1 : by;
        var named = words.skipLinks(by + 1);
        if (at >= 0 && words.is(at, Cue.ACROSS) && words.at(at).key().endsWith(" by")) {
            named = words.skipLinks(at + 1);
        } else if (!words.is(by, Cue.BY)) {
            return;
        }
        if (!words.has(named) || !sentence.isFree(i, named + 1)) {
            return;
        }
        var before = findings.before;
        var group = words.dimension(named);
        if (before != null && group.filter(before.groupBy()::contains).isPresent()) {
            findings.ungrouped.add(group.get());
            sentence.claim(i, named + 1, "dimension", "none");
        }
    }

    // "drop cities with less than 20 orders": some of them
    private boolean isBounded(int i) {
        return words.isAny(i, Cue.WITH, Cue.MORE, Cue.LESS, Cue.AT_LEAST, Cue.AT_MOST, Cue.BETWEEN)
                || words.is(i, WordKind.RELATIVE)
                || words.is(i, WordKind.BEARING)
                || words.is(i, WordKind.SUBJECT);
    }

    private int splitGone(int i) {
        var at = words.skipLinks(i + 1);
        return isGone(i) && words.is(at, Cue.ACROSS) ? at : -1;
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

    // "just the total", "one figure"; "just the total orders by state" are all of them, state by state
    private boolean isOneFigure(int i) {
        return words.is(i, WordKind.ONE_FIGURE) && !(words.is(i, WordKind.FIGURE_OF) && leadsToFigure(i));
    }

    private boolean leadsToFigure(int i) {
        var at = i + 1;
        while (words.is(at, WordKind.OF)
                || words.is(at, WordKind.ARTICLE)
                || !words.values(at).isEmpty()) {
            at++;
        }
        return (words.is(at, Cue.HOW_MANY) || !words.metrics(at).isEmpty()) && !isCutOff(i, at);
    }

    private boolean isCutOff(int i, int next) {
        return words.text()
                .substring(words.at(i).to(), words.at(next).from())
                .chars()
                .anyMatch(sign -> MARKS.indexOf(sign) >= 0);
    }

    private void oneFigure(int i) {
        findings.unsplit |= findings.before != null;
        sentence.claim(i, "dimension", "none");
    }

    /** Called when splits and comparisons have been read: beside one of them, one figure contradicts it. */
    static void settle(Sentence sentence, Findings findings) {
        var reader = new UnsplitWords(sentence, findings);
        var oneFigure = IntStream.range(0, sentence.size()).anyMatch(reader::isOneFigure);
        if (oneFigure && reader.isSplit()) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.ONE_FIGURE_OR_SPLIT)));
        }
    }

    // "how many campaigns crossed 50k, just the number": campaigns that are counted are one number
    private boolean isSplit() {
        return findings.groups.stream().anyMatch(group -> !group.dimension().equals(findings.countOf))
                || findings.grain != null
                || findings.trend
                || findings.comparedDimension != null
                || findings.compared != null
                || findings.compareKind != null
                || findings.horizon != null
                || words.hasCue(Cue.VERSUS)
                || words.hasCue(Cue.COMPARE);
    }

    /** Called when it is known which task is changed: the total of a list may be that of the list or that of all. */
    static void ofWhich(Sentence sentence, Findings findings, TaskSpec base) {
        var narrowed = base.limit() != null
                || base.filters().stream()
                        .anyMatch(filter -> sentence.registry().isMetric(filter.field()));
        if (findings.unsplit && narrowed) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.TOTAL_OF_WHICH)));
        }
    }
}
