package io.asktrail.router.reading;

import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Unit;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.time.TimeMeaning;
import io.asktrail.router.time.Units;
import io.asktrail.router.vocabulary.Words;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/** Reads what is to be worked out over the rows: shares, running totals, averages per day. */
final class CalculationWords {
    private CalculationWords() {}

    static void read(Sentence sentence, Findings findings) {
        var words = sentence.words();
        for (var i = 1; i < sentence.size(); i++) {
            if (sentence.isFree(i, i + 2) && isADay(sentence, findings, i)) {
                aDay(sentence, findings, i);
            } else if (sentence.isFree(i, i + 2) && isOneUnit(sentence, findings, i)) {
                sentence.claim(i, i + 2, "time", "during");
            } else if (sentence.isFree(i, i + 2) && isRate(sentence, findings, i)) {
                var unit = Objects.requireNonNull(Units.at(words, i + 1));
                findings.problems.add(
                        new Problem.Other(Said.of(RouterSaying.RATE_A_DAY).part(Said.of(RouterSaying.of(unit)))));
                sentence.claim(i, i + 2, "calculation", "rate");
            }
        }
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i)) {
                continue;
            }
            if (words.is(i, Cue.SHARE)
                    && !findings.metrics.isEmpty()
                    && !words.hasCue(Cue.FROM_ADS)
                    && !findings.groups.isEmpty()) {
                add(sentence, findings, i, Calculation.Kind.SHARE_OF_TOTAL);
            } else if (words.is(i, Cue.PERCENT) && isHowShown(sentence, i)) {
                inPercent(sentence, findings, i);
            } else if (words.is(i, Cue.RUNNING_TOTAL)) {
                add(sentence, findings, i, Calculation.Kind.RUNNING_TOTAL);
            } else if (words.is(i, Cue.MOVING_AVERAGE)) {
                movingAverage(sentence, findings, i);
            } else if (words.is(i, Cue.OTHERS_TOO)) {
                add(sentence, findings, i, Calculation.Kind.OTHERS);
            } else if (words.is(i, Cue.PIVOT)) {
                add(sentence, findings, i, Calculation.Kind.PIVOT);
            } else if (words.is(i, Cue.AVERAGE) && !(words.is(i, Cue.MEANS) && isBehindAMetric(findings, i))) {
                average(sentence, findings, i, words);
            }
        }
    }

    // "how many clicks a day did we average", "how much do we spend a day", "units a day on average"
    private static boolean isADay(Sentence sentence, Findings findings, int i) {
        var words = sentence.words();
        var asked = words.hasCue(Cue.AVERAGE)
                || IntStream.range(0, i).anyMatch(at -> words.is(at, Cue.HOW_MANY) || words.is(at, WordKind.MUCH));
        return asked
                && words.is(i, WordKind.ONE_OF)
                && words.is(i + 1, Cue.DAY)
                && findings.isMetric(i - 1)
                && findings.bounds.isEmpty()
                && findings.rank == null
                && findings.grain == null
                && noneIsRatio(sentence, findings);
    }

    // "more than 500 orders a month, December 2025": of one month so many a month are so many
    private static boolean isOneUnit(Sentence sentence, Findings findings, int i) {
        var words = sentence.words();
        var unit = Units.at(words, i + 1);
        return unit != null
                && words.is(i, WordKind.ONE_OF)
                && !words.is(i, Cue.PER)
                && (findings.isMetric(i - 1) || sentence.isUsedAs(i - 1, "filter"))
                && findings.times.size() == 1
                && findings.times.getFirst().meaning() instanceof TimeMeaning.Stretch(var _, var _, var own)
                && own == unit;
    }

    // "how many orders a week", "how much do we spend a month"
    private static boolean isRate(Sentence sentence, Findings findings, int i) {
        var words = sentence.words();
        var unit = Units.at(words, i + 1);
        return unit != null
                && unit != Grain.DAY
                && words.is(i, WordKind.ONE_OF)
                && !words.is(i, Cue.PER)
                && findings.isMetric(i - 1)
                && findings.bounds.isEmpty();
    }

    private static boolean noneIsRatio(Sentence sentence, Findings findings) {
        return findings.metrics.stream()
                .noneMatch(use -> sentence.registry().metric(use.metric()).additivity() == Additivity.RATIO);
    }

    private static void aDay(Sentence sentence, Findings findings, int i) {
        findings.calculations.add(Calculation.Kind.PER_DAY);
        for (var at = 0; at < sentence.size(); at++) {
            if (at == i
                    || at == i + 1
                    || sentence.isFree(at) && sentence.words().is(at, Cue.AVERAGE)) {
                sentence.claim(at, "calculation", "per_day");
            }
        }
    }

    // "(in %)", at the end of what it is said of
    private static boolean isHowShown(Sentence sentence, int i) {
        var words = sentence.words();
        return words.is(i - 1, WordKind.IN_UNIT) && (i == words.size() - 1 || words.is(i + 1, Cue.COMMA));
    }

    // Rates are shown in per cent anyhow; parts of a sum are its shares.
    private static void inPercent(Sentence sentence, Findings findings, int i) {
        var metrics = findings.metricIds();
        var rates = !metrics.isEmpty()
                && metrics.stream()
                        .allMatch(metric -> sentence.registry().metric(metric).unit() instanceof Unit.Percent);
        if (rates) {
            sentence.claim(i, "metric", "percent");
        } else if (metrics.size() == 1
                && !findings.groups.isEmpty()
                && sentence.registry().metric(metrics.getFirst()).additivity() == Additivity.ADDITIVE) {
            add(sentence, findings, i, Calculation.Kind.SHARE_OF_TOTAL);
        }
    }

    // "mean CPC" is an average, "what does CPC mean" asks for a definition.
    private static boolean isBehindAMetric(Findings findings, int i) {
        return findings.metrics.stream().anyMatch(use -> use.at() < i);
    }

    private static void add(Sentence sentence, Findings findings, int i, Calculation.Kind kind) {
        findings.calculations.add(kind);
        var overTime = kind == Calculation.Kind.RUNNING_TOTAL || kind == Calculation.Kind.MOVING_AVERAGE;
        if (overTime && findings.grain == null) {
            findings.grain = Grain.DAY;
        }
        sentence.claim(i, "calculation", kind.name().toLowerCase(Locale.ROOT));
    }

    // "7-day moving average", "moving average of 7 days"
    private static void movingAverage(Sentence sentence, Findings findings, int i) {
        var words = sentence.words();
        for (var at : new int[] {i - 2, i - 3, words.skipLinks(i + 1), words.skipLinks(i + 1) + 1}) {
            var unit = words.is(at + 1, Cue.DASH) ? at + 2 : at + 1;
            if (words.whole(at).isPresent() && sentence.isFree(at) && words.is(unit, Cue.DAY)) {
                findings.window = words.whole(at).getAsInt();
                sentence.claim(at, unit + 1, "calculation", "window");
                add(sentence, findings, i, Calculation.Kind.MOVING_AVERAGE);
                return;
            }
        }
    }

    // "average CPC" is the CPC; "average daily spend" is worked out; any other average of sums is not understood.
    private static void average(Sentence sentence, Findings findings, int i, Words words) {
        var ratios = !findings.metrics.isEmpty()
                && findings.metrics.stream()
                        .allMatch(
                                use -> sentence.registry().metric(use.metric()).additivity() == Additivity.RATIO);
        if (ratios) {
            sentence.claim(i, "calculation", "ratio");
            findings.assumptions.add(Said.of(RouterSaying.RATIO_AVERAGE));
        } else if (findings.grain == Grain.DAY
                && words.hasCue(Cue.DAILY)
                && findings.groups.stream().noneMatch(group -> group.dimension().equals(TaskSpec.DATE))) {
            findings.grain = null;
            add(sentence, findings, i, Calculation.Kind.PER_DAY);
        }
    }
}
