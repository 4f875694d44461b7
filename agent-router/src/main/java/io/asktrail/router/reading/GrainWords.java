package io.asktrail.router.reading;

import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.time.Units;
import io.asktrail.router.vocabulary.Words;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the grain of a series: "daily", "trend", "by state and week", "which month". */
final class GrainWords {
    private static final Map<Cue, Grain> GRAINS = Map.of(
            Cue.DAILY, Grain.DAY,
            Cue.WEEKLY, Grain.WEEK,
            Cue.MONTHLY, Grain.MONTH,
            Cue.QUARTERLY, Grain.QUARTER,
            Cue.YEARLY, Grain.YEAR);

    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    GrainWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** The grain that a word says by itself: "weekly". */
    Optional<Grain> at(int i) {
        return GRAINS.entrySet().stream()
                .filter(grain -> words.is(i, grain.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Reads words that say by themselves that a series is wanted. */
    void series() {
        for (var i = 0; i < sentence.size(); i++) {
            var grain = at(i);
            if (sentence.isFree(i) && grain.isPresent()) {
                set(grain.get(), i);
                step(i);
            }
            if (sentence.isFree(i) && words.is(i, Cue.TREND)) {
                findings.trend = true;
                sentence.claim(i, "grain", "trend");
            }
        }
    }

    // "in weekly buckets", "bucketed weekly", "at a monthly level"
    private void step(int i) {
        for (var at : new int[] {i - 1, i + 1}) {
            if (sentence.isFree(at) && words.is(at, WordKind.STEP)) {
                sentence.claim(at, "grain", "step");
                return;
            }
        }
    }

    /** Takes a word for the grain. */
    void set(Grain grain, int i) {
        if (findings.diagnosis == Diagnosis.Kind.PACING) {
            findings.problems.add(
                    new Problem.Other(Said.of(RouterSaying.PACED_WHOLE).part(Said.of(RouterSaying.of(grain)))));
        }
        if (findings.grain != null && findings.grain != grain) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.ONE_SERIES)
                    .part(Said.of(RouterSaying.of(findings.grain)))
                    .part(Said.of(RouterSaying.of(grain)))));
        }
        findings.grain = grain;
        sentence.claim(i, "grain", grain.name().toLowerCase(Locale.ROOT));
    }

    /** Reads units that stand in a list of groupings: "by state and week". Called when dimensions have been read. */
    void units() {
        for (var i = 0; i < sentence.size(); i++) {
            var unit = Units.at(words, i);
            if (sentence.isFree(i) && unit != null && (isJoined(i) || isListed(i) || isRanked(i))) {
                set(unit, i);
                if (!isPlural(i) && ranks()) {
                    findings.groups.add(new Findings.Group(TaskSpec.DATE, i, true));
                }
            }
        }
    }

    private boolean isJoined(int i) {
        return words.isAny(i - 1, Cue.AND, Cue.COMMA, Cue.BY, Cue.PER, Cue.ACROSS, Cue.WHICH)
                || words.isAny(words.skipLinksBack(i), Cue.PER, Cue.ACROSS)
                || words.is(i + 1, Cue.WISE)
                || isCrossed(i);
    }

    // "brand x month", "week x campaign"
    private boolean isCrossed(int i) {
        return words.is(i - 1, WordKind.CROSSED)
                        && (words.dimension(i - 2).isPresent() || Units.at(words, i - 2) != null)
                || words.is(i + 1, WordKind.CROSSED) && words.dimension(i + 2).isPresent();
    }

    // "days last month with more than 100 orders"
    private boolean isListed(int i) {
        return isPlural(i) && words.skipLinks(0) == i && !findings.bounds.isEmpty() && findings.groups.isEmpty();
    }

    // "the best week", "the top 3 days"
    private boolean isRanked(int i) {
        var before = words.skipLinksBack(i);
        var ranked = words.isAny(before, Cue.TOP, Cue.BOTTOM, Cue.BEST, Cue.WORST, Cue.HIGHEST, Cue.LOWEST)
                || words.whole(before).isPresent() && sentence.isFree(before) && ranks();
        return ranked && words.metrics(i + 1).isEmpty();
    }

    private boolean ranks() {
        return words.hasAny(Cue.TOP, Cue.BOTTOM, Cue.BEST, Cue.WORST, Cue.HIGHEST, Cue.LOWEST);
    }

    private boolean isPlural(int i) {
        return words.at(i).key().endsWith("s");
    }
}
