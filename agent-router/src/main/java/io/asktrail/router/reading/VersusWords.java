package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.util.Optional;
import java.util.stream.IntStream;

/** Decides which things are held against each other: Delhi vs Goa, SP against SB, spend vs budget. */
final class VersusWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private VersusWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called when the periods are settled: what compares them is no more to be had here. */
    static void read(Sentence sentence, Findings findings) {
        var reader = new VersusWords(sentence, findings);
        reader.versus();
        reader.compare();
        reader.whichOfTwo();
        reader.repeated();
        reader.apart();
        reader.among();
        reader.eitherWay();
    }

    // "Gujarat aur Goa ke orders alag alag": each by itself
    private void apart() {
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i) || !words.is(i, Cue.APART)) {
                continue;
            }
            var several = keptTogether();
            if (several.isPresent() && findings.comparedDimension == null) {
                against(several.get());
            }
            if (several.isPresent() || !findings.groups.isEmpty()) {
                sentence.claim(i, "dimension", "each");
            }
        }
    }

    // "who got more orders, Goa or Kerala?": both are shown side by side
    private void whichOfTwo() {
        for (var i = 1; i < sentence.size(); i++) {
            var left = keptAt(i - 1);
            if (!sentence.isFree(i)
                    || !words.is(i, Cue.OR)
                    || left.isEmpty()
                    || !left.equals(keptAt(words.skipLinks(i + 1)))) {
                continue;
            }
            var more = IntStream.range(0, words.size())
                    .filter(at -> sentence.isFree(at) && words.is(at, WordKind.COMPARATIVE))
                    .findFirst();
            if (more.isPresent()) {
                // "which channel, Flipkart or Amazon": they are none of those that "channel" names
                var others = findings.groups.stream()
                        .noneMatch(group -> group.dimension().equals(left.get()));
                if (!findings.groups.isEmpty() && others) {
                    findings.problems.add(new Problem.Other(Said.of(RouterSaying.OF_ANOTHER_KIND)
                            .text(words.at(i - 1).text())
                            .dimension(left.get())));
                }
                against(left.get());
                sentence.claim(i, "compare", "values");
                sentence.claim(more.getAsInt(), "compare", "values");
            }
        }
    }

    // "the split of spend between SP, SB and SD": a split by what the values are of
    private void among() {
        for (var i = 0; findings.groups.isEmpty() && i < sentence.size(); i++) {
            var first = keptAt(words.skipLinks(i + 1));
            if (!sentence.isFree(i) || !words.is(i, Cue.ACROSS) || first.isEmpty()) {
                continue;
            }
            var several = findings.kept.stream()
                            .filter(kept -> kept.dimension().equals(first.get()))
                            .count()
                    > 1;
            if (several) {
                against(first.get());
                claimAll(Cue.ACROSS);
            }
        }
    }

    private void claimAll(Cue cue) {
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && words.is(i, cue)) {
                sentence.claim(i, "dimension", "by");
            }
        }
    }

    // "how much better or worse was July than June": the two are held against each other anyhow
    private void eitherWay() {
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i)
                    && words.is(i, WordKind.EITHER_WAY)
                    && (findings.compared != null || findings.comparedDimension != null)
                    && IntStream.range(i, words.size()).anyMatch(at -> words.is(at, WordKind.THAN))) {
                sentence.claim(i, "compare", "either");
            }
        }
    }

    // "is the return rate on the website higher than on Amazon": no number follows that would bound it
    private boolean isHigherThan(int i) {
        return words.isAny(i, Cue.MORE, Cue.LESS) && words.at(i).key().endsWith(" than");
    }

    private void versus() {
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i) || !words.is(i, Cue.VERSUS) && !words.is(i, WordKind.BESIDE) && !isHigherThan(i)) {
                continue;
            }
            var behind = behind(i);
            var right = keptAt(behind);
            var left = right.isEmpty() ? right : leftOf(i);
            if (left.isPresent() && left.equals(right)) {
                against(left.get());
                sentence.claim(i, "compare", "values");
                placed(i);
            } else if (!words.is(i, Cue.VERSUS) || isHigherThan(i)) {
                continue;
            } else if (!words.is(i, WordKind.THAN) && findings.isMetric(back(i)) && findings.isMetric(behind)) {
                sentence.claim(i, "compare", "metrics");
            } else if (findings.diagnosis == Diagnosis.Kind.PACING && findings.isMetric(behind)) {
                // "pacing against budget": that is what a pace is held against
                sentence.claim(i, "diagnosis", "pacing");
            } else if (isTime(words.skipLinks(i + 1)) && findings.compared != null) {
                sentence.claim(i, "compare", "explicit");
            }
        }
    }

    // "set Delhi against Goa", "would you place SP next to SB"
    private void placed(int joint) {
        for (var i = 0; i < joint; i++) {
            if (sentence.isFree(i) && words.is(i, WordKind.PLACING)) {
                sentence.claim(i, "compare", "compare");
            }
        }
    }

    // "SP campaigns vs SB campaigns": the noun between belongs to the value.
    private int back(int i) {
        var at = words.skipLinksBack(i);
        // "exct match": two words that were read as one value stand at the first of them
        while (keptAt(at).isEmpty() && words.has(at) && words.values(at).isEmpty() && sentence.isUsedAs(at, "entity")) {
            at--;
        }
        return words.dimension(at).isPresent() && keptAt(at - 1).isPresent() ? at - 1 : at;
    }

    // "Haryana vs Punjab"; "Haryana refund rate vs Punjab", where one figure alone is asked for
    private Optional<DimensionId> leftOf(int i) {
        var beside = keptAt(back(i));
        var at = words.skipLinksBack(i);
        if (beside.isPresent()) {
            return beside;
        }
        if (findings.metricIds().size() != 1 || !findings.isMetric(at)) {
            return Optional.empty();
        }
        // "did Website have a higher refund rate than Amazon"
        while (findings.isMetric(at) || findings.diagnosis == null && words.is(at, WordKind.COMPARATIVE)) {
            at = words.skipLinksBack(at);
        }
        return keptAt(at);
    }

    // "daily spend vs daily sales": how often belongs to the figure.
    private int behind(int i) {
        var at = words.skipLinks(i + 1);
        return words.isAny(at, Cue.DAILY, Cue.WEEKLY, Cue.MONTHLY) ? words.skipLinks(at + 1) : at;
    }

    private Optional<DimensionId> keptAt(int i) {
        return findings.kept.stream()
                .filter(kept -> kept.at() == i)
                .map(Findings.Kept::dimension)
                .findFirst();
    }

    private boolean isTime(int i) {
        return findings.times.stream().anyMatch(mention -> mention.from() <= i && i < mention.to());
    }

    // The dimension of which several members are kept.
    private Optional<DimensionId> keptTogether() {
        return findings.kept.stream()
                .map(Findings.Kept::dimension)
                .filter(dimension -> findings.kept.stream()
                                .filter(kept -> kept.dimension().equals(dimension))
                                .count()
                        > 1)
                .findFirst();
    }

    private void against(DimensionId dimension) {
        findings.comparedDimension = dimension;
    }

    private void compare() {
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i) || !words.is(i, Cue.COMPARE)) {
                continue;
            }
            var several = keptTogether();
            several.ifPresent(this::against);
            if (several.isPresent()) {
                placed(i);
            }
            if (several.isPresent()
                    || findings.compared != null
                    || findings.compareKind != null
                    || findings.metricIds().size() > 1
                    || !findings.groups.isEmpty()
                    || words.is(i, WordKind.FARING) && findings.period != null) {
                sentence.claim(i, "compare", "compare");
            }
        }
    }

    // "spend on SP and spend on SB", "Delhi orders and Gujarat orders": one figure, told apart by its values.
    private void repeated() {
        if (findings.metricIds().size() == 1 && findings.metrics.size() > 1 && findings.comparedDimension == null) {
            findings.kept.stream()
                    .map(Findings.Kept::dimension)
                    .filter(dimension -> findings.kept.stream()
                                    .filter(kept -> kept.dimension().equals(dimension))
                                    .count()
                            >= findings.metrics.size())
                    .findFirst()
                    .ifPresent(this::against);
        }
    }
}
