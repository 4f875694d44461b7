package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.Said;
import io.asktrail.router.saying.Saying;
import io.asktrail.router.time.Units;
import io.asktrail.router.vocabulary.Words;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads by what the figures are split: dimensions, and the grain of a series. */
final class GroupWords {
    private static final Map<Cue, Grain> GRAINS = Map.of(
            Cue.DAILY, Grain.DAY,
            Cue.WEEKLY, Grain.WEEK,
            Cue.MONTHLY, Grain.MONTH,
            Cue.QUARTERLY, Grain.QUARTER,
            Cue.YEARLY, Grain.YEAR);

    private static final Set<String> OF = Set.of("of", "for", "on", "from", "in");

    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private GroupWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    static void read(Sentence sentence, Findings findings) {
        var reader = new GroupWords(sentence, findings);
        reader.replaced();
        reader.grains();
        reader.dimensions();
        reader.units();
        reader.joints();
    }

    // "weekly rather than daily": what stands behind is what is not wanted any more.
    private void replaced() {
        for (var i = 0; i < sentence.size(); i++) {
            var next = words.skipLinks(i + 1);
            if (!sentence.isFree(i) || !words.is(i, Cue.RATHER_THAN) || !sentence.isFree(next)) {
                continue;
            }
            next = words.isAny(next, Cue.BY, Cue.PER) ? words.skipLinks(next + 1) : next;
            if (grainAt(next) != null || words.dimension(next).isPresent()) {
                sentence.claim(i, next + 1, "grain", "replaced");
                findings.instead = true;
            }
        }
    }

    private @Nullable Grain grainAt(int i) {
        for (var grain : GRAINS.entrySet()) {
            if (words.is(i, grain.getKey())) {
                return grain.getValue();
            }
        }
        return null;
    }

    private void grains() {
        for (var i = 0; i < sentence.size(); i++) {
            var grain = grainAt(i);
            if (sentence.isFree(i) && grain != null) {
                setGrain(grain, i, i + 1);
            }
            if (sentence.isFree(i) && words.is(i, Cue.TREND)) {
                findings.trend = true;
                sentence.claim(i, "grain", "trend");
            }
        }
    }

    private void setGrain(Grain grain, int from, int to) {
        if (findings.diagnosis == Diagnosis.Kind.PACING) {
            findings.problems.add(new Problem.Other(Said.of(Saying.PACED_WHOLE).unit(grain)));
        }
        if (findings.grain != null && findings.grain != grain) {
            findings.problems.add(new Problem.Other(
                    Said.of(Saying.ONE_SERIES).unit(findings.grain).unit(grain)));
        }
        findings.grain = grain;
        sentence.claim(from, to, "grain", name(grain));
    }

    private static String name(Grain grain) {
        return grain.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void dimensions() {
        for (var i = 0; i < sentence.size(); i++) {
            var dimension = words.dimension(i);
            if (!sentence.isFree(i) || dimension.isEmpty() || words.is(i, Cue.UNSUPPORTED)) {
                continue;
            }
            if (dimension.get().equals(TaskSpec.DATE)) {
                setGrain(Grain.DAY, i, i + 1);
            } else if (isEvery(i)) {
                findings.lifted.add(dimension.get());
                sentence.claim(i - 1, i + 1, "entity", "all");
            } else if (isAll(i)) {
                var across = words.skipLinksBack(i - 1);
                if (sentence.isFree(across) && words.is(across, Cue.ACROSS)) {
                    sentence.claim(across, "dimension", "all");
                }
                sentence.claim(i, "dimension", dimension.get().value());
                findings.assumptions.add(Said.of(Saying.ONE_TOTAL).dimension(dimension.get()));
            } else if (words.is(words.skipLinksBack(i), Cue.NOT)) {
                continue;
            } else if (isNoun(i, dimension.get())) {
                sentence.claim(i, "dimension", dimension.get().value());
                findings.assumptions.add(
                        Said.of(Saying.NOT_SPLIT).text(words.at(i).text()).dimension(dimension.get()));
            } else {
                group(i, dimension.get());
            }
        }
    }

    // In a follow-up "all states" lifts a restriction.
    private boolean isEvery(int i) {
        return words.is(i - 1, Cue.ALL) && sentence.isFree(i - 1) && isPlural(i) && findings.metrics.isEmpty();
    }

    // "for all channels", "across all states" is the total, unless something ranks, bounds or lists them.
    private boolean isAll(int i) {
        return words.is(i - 1, Cue.ALL)
                        && words.at(i - 1).key().equals("all")
                        && rankCues() == 0
                        && boundCues() == 0
                        && !byMetric()
                        && findings.rank == null
                        && findings.bounds.isEmpty()
                        && words.isAny(words.skipLinksBack(i - 1), Cue.ACROSS)
                || isForAll(i);
    }

    private boolean isForAll(int i) {
        return words.is(i - 1, Cue.ALL)
                        && words.has(i - 2)
                        && Set.of("for", "in", "over", "of", "from")
                                .contains(words.at(i - 2).key())
                        && rankCues() == 0
                        && boundCues() == 0
                        && !byMetric()
                || isSetApart(i);
    }

    // "clicks in the past week, all campaigns"
    private boolean isSetApart(int i) {
        var alone = words.isAny(i - 2, Cue.COMMA, Cue.DASH) && !words.isAny(i + 1, Cue.AND, Cue.OR)
                || i == 1 && words.isAny(i + 1, Cue.COMMA, Cue.DASH);
        return alone
                && words.is(i - 1, Cue.ALL)
                && words.at(i - 1).key().equals("all")
                && isPlural(i)
                && !findings.metrics.isEmpty()
                && findings.bounds.isEmpty()
                && rankCues() == 0
                && !byMetric();
    }

    private boolean isPlural(int i) {
        return words.at(i).key().endsWith("s");
    }

    // "spend of SP campaigns": the campaigns are what SP is, unless something ranks, bounds or lists them.
    private boolean isNoun(int i, DimensionId dimension) {
        var value = findings.kept.stream()
                .filter(kept -> kept.at() == i - 1 && !kept.dimension().equals(dimension))
                .findFirst();
        var leftOut = words.has(i - 1)
                && !sentence.isFree(i - 1)
                && !words.values(i - 1).isEmpty();
        if ((value.isEmpty() && !leftOut && !isSaidBehind(i))
                || !dimension.value().equals("campaign")
                || findings.rank != null
                || !findings.bounds.isEmpty()) {
            return false;
        }
        var lists = words.isAny(words.skipLinksBack(i - 1), Cue.WHICH, Cue.BY, Cue.PER, Cue.ACROSS, Cue.HOW_MANY)
                || words.is(0, Cue.WHICH)
                || words.hasCue(Cue.HOW_MANY)
                || words.is(i + 1, Cue.WISE)
                // "SP campaigns and their spend": each one's
                || words.is(i + 2, WordKind.THEIR)
                || words.isAny(i - 2, Cue.BY, Cue.PER, Cue.ACROSS, Cue.WHICH);
        return !lists && rankCues() == 0 && boundCues() == 0 && isOfSomething() && !byMetric();
    }

    // "without the paused campaigns" goes on with the figure before.
    private boolean isOfSomething() {
        return !findings.metrics.isEmpty() || (findings.inConversation && !findings.leftOut.isEmpty());
    }

    // "spend of campaigns that are not enabled" is that of the campaigns, as "spend of paused campaigns" is.
    private boolean isSaidBehind(int i) {
        var at = words.skipLinks(i + 1);
        at = words.isAny(at, Cue.NOT, Cue.ONLY) ? words.skipLinks(at + 1) : at;
        var of = words.has(i - 1) && OF.contains(words.at(i - 1).key());
        return of
                && at > i + 1
                && words.has(at)
                && !sentence.isFree(at)
                && words.values(at).stream()
                        .anyMatch(value -> value.dimension().value().equals("campaign_status"));
    }

    private boolean byMetric() {
        return findings.metrics.stream().anyMatch(use -> words.isAny(use.at() - 1, Cue.BY, Cue.RANK_WORD));
    }

    private long rankCues() {
        return words.lexemes().stream()
                .filter(lexeme -> lexeme.is(Cue.TOP)
                        || lexeme.is(Cue.BOTTOM)
                        || lexeme.is(Cue.BEST)
                        || lexeme.is(Cue.WORST)
                        || lexeme.is(Cue.HIGHEST)
                        || lexeme.is(Cue.LOWEST))
                .count();
    }

    private long boundCues() {
        return words.lexemes().stream()
                .filter(lexeme -> lexeme.is(Cue.MORE)
                        || lexeme.is(Cue.LESS)
                        || lexeme.is(Cue.AT_LEAST)
                        || lexeme.is(Cue.AT_MOST)
                        || lexeme.is(Cue.ZERO)
                        || lexeme.is(Cue.OR_MORE)
                        || lexeme.is(Cue.OR_LESS))
                .count();
    }

    private void group(int i, DimensionId dimension) {
        var counted = words.skipLinksBack(i);
        if (words.is(counted, Cue.HOW_MANY) && sentence.isFree(counted) || words.is(i - 1, Cue.HOW_MANY)) {
            findings.countOf = dimension;
            sentence.claim(words.is(i - 1, Cue.HOW_MANY) ? i - 1 : counted, "calculation", "count");
        }
        findings.groups.add(new Findings.Group(dimension, i, !isPlural(i)));
        sentence.claim(i, "dimension", dimension.value());
    }

    // "by state and week": a unit that stands in a list of groupings.
    private void units() {
        for (var i = 0; i < sentence.size(); i++) {
            var unit = Units.at(words, i);
            if (!sentence.isFree(i) || unit == null) {
                continue;
            }
            var before = words.skipLinksBack(i);
            var joined = words.isAny(i - 1, Cue.AND, Cue.COMMA, Cue.BY, Cue.PER, Cue.ACROSS, Cue.WHICH)
                    || words.isAny(before, Cue.PER, Cue.ACROSS);
            var ranked = words.isAny(before, Cue.TOP, Cue.BOTTOM, Cue.BEST, Cue.WORST, Cue.HIGHEST, Cue.LOWEST)
                    || (words.whole(before).isPresent() && sentence.isFree(before) && rankCues() > 0);
            if (joined
                    || isListed(i)
                    || words.is(i + 1, Cue.WISE)
                    || (ranked && words.metrics(i + 1).isEmpty())) {
                setGrain(unit, i, i + 1);
                if (unitIsSingular(i) && rankCues() > 0) {
                    findings.groups.add(new Findings.Group(TaskSpec.DATE, i, true));
                }
            }
        }
    }

    // "days last month with more than 100 orders"
    private boolean isListed(int i) {
        return isPlural(i) && words.skipLinks(0) == i && !findings.bounds.isEmpty() && findings.groups.isEmpty();
    }

    private boolean unitIsSingular(int i) {
        return !isPlural(i);
    }

    // The words that lead to a grouping have done their work once the grouping is read.
    private void joints() {
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i)) {
                continue;
            }
            var next = next(i);
            var leads = words.isAny(i, Cue.BY, Cue.PER, Cue.ACROSS) && isGrouping(next);
            var trails = words.is(i, Cue.WISE) && isGrouping(i - 1);
            // "which campaigns are paused and how much did each spend": each of them
            var each = words.is(i, WordKind.ARTICLE) && words.is(i, Cue.PER) && eachOfThem(i);
            var alone = words.is(i, Cue.ACROSS) && !findings.groups.isEmpty() && !words.is(i, Cue.BETWEEN);
            if (leads || trails || alone || each) {
                sentence.claim(i, "dimension", "by");
            }
        }
    }

    private boolean eachOfThem(int i) {
        return findings.isMetric(words.skipLinks(i + 1))
                && findings.groups.stream().anyMatch(group -> group.at() < i && !group.singular());
    }

    private int next(int i) {
        var at = words.skipLinks(i + 1);
        while (words.isAny(at, Cue.ALL, Cue.BY, Cue.PER, Cue.ONLY)) {
            at = words.skipLinks(at + 1);
        }
        return at;
    }

    private boolean isGrouping(int i) {
        return findings.groups.stream().anyMatch(group -> group.at() == i)
                || (words.has(i) && !sentence.isFree(i) && (grainAt(i) != null || Units.at(words, i) != null));
    }
}
