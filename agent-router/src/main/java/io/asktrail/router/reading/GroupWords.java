package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.text.Tokenizer;
import io.asktrail.router.text.WordForms;
import io.asktrail.router.time.Units;
import io.asktrail.router.vocabulary.Words;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads by what the figures are split: dimensions here, and the grain of a series by {@link GrainWords}. */
final class GroupWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;
    private final GrainWords grains;

    private GroupWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
        grains = new GrainWords(sentence, findings);
    }

    static void read(Sentence sentence, Findings findings) {
        var reader = new GroupWords(sentence, findings);
        reader.replaced();
        reader.grains.series();
        reader.dimensions();
        reader.grains.units();
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
            if (grains.at(next).isPresent() || words.dimension(next).isPresent()) {
                sentence.claim(i, next + 1, "grain", "replaced");
                findings.instead = true;
            }
        }
    }

    private void dimensions() {
        for (var i = 0; i < sentence.size(); i++) {
            var at = i;
            var dimension = words.dimension(i).map(named -> meant(at, named));
            if (!sentence.isFree(i) || dimension.isEmpty() || words.is(i, Cue.UNSUPPORTED)) {
                continue;
            }
            if (dimension.get().equals(TaskSpec.DATE)) {
                grains.set(Grain.DAY, i);
            } else if (isEvery(i)) {
                findings.lifted.add(dimension.get());
                sentence.claim(i - 1, i + 1, "entity", "all");
            } else if (isAll(i)) {
                var across = words.skipLinksBack(i - 1);
                if (sentence.isFree(across) && words.is(across, Cue.ACROSS)) {
                    sentence.claim(across, "dimension", "all");
                }
                sentence.claim(i, "dimension", dimension.get().value());
                findings.assumptions.add(Said.of(RouterSaying.ONE_TOTAL).dimension(dimension.get()));
            } else if (words.is(words.skipLinksBack(i), Cue.NOT)) {
                continue;
            } else if (isNoun(i, dimension.get())) {
                sentence.claim(i, "dimension", dimension.get().value());
                findings.assumptions.add(
                        Said.of(RouterSaying.NOT_SPLIT).text(words.at(i).text()).dimension(dimension.get()));
            } else {
                group(i, dimension.get());
            }
        }
    }

    // "channels but Flipkart", "which channel, Flipkart or Amazon": a noun is short for the kind of the values beside
    // it, where
    // alone it names another kind. One value alone narrows, and says nothing of what the figures are split by.
    private DimensionId meant(int i, DimensionId named) {
        var noun = " " + WordForms.key(words.at(i).key());
        var several = findings.kept.stream()
                .map(Findings.Kept::dimension)
                .filter(kind -> findings.kept.stream()
                                .filter(kept -> kept.dimension().equals(kind))
                                .count()
                        > 1);
        var beside = Stream.concat(several, findings.leftOut.stream().map(Findings.LeftOut::dimension))
                .distinct()
                .toList();
        var longer = beside.stream()
                .filter(kind -> WordForms.key(Tokenizer.key(
                                sentence.registry().dimension(kind).names().english()))
                        .endsWith(noun))
                .toList();
        return longer.size() == 1 && !beside.contains(named) ? longer.getFirst() : named;
    }

    // In a follow-up "all states" lifts a restriction.
    private boolean isEvery(int i) {
        return words.is(i - 1, Cue.ALL) && sentence.isFree(i - 1) && isPlural(i) && findings.metrics.isEmpty();
    }

    // "for all channels", "across all states" is the total, unless something ranks, bounds or lists them.
    private boolean isAll(int i) {
        return isAllOf(i)
                        && isPlain()
                        && findings.rank == null
                        && findings.bounds.isEmpty()
                        && words.isAny(words.skipLinksBack(i - 1), Cue.ACROSS)
                || isForAll(i)
                || isAllBut(i);
    }

    // "all channels but Flipkart: how many orders": one number is asked for
    private boolean isAllBut(int i) {
        var next = words.skipLinks(i + 1);
        return isAllOf(i)
                && isPlural(i)
                && !words.isAny(words.skipLinksBack(i - 1), Cue.BY, Cue.PER)
                && (words.is(next, Cue.EXCEPT) || sentence.isUsedAs(next, "filter"))
                && IntStream.range(0, words.size())
                        .anyMatch(at -> words.is(at, Cue.HOW_MANY) || words.is(at, WordKind.MUCH))
                && isPlain()
                && findings.rank == null
                && findings.bounds.isEmpty();
    }

    private boolean isForAll(int i) {
        return words.is(i - 1, Cue.ALL) && words.is(i - 2, WordKind.OVER_ALL) && isPlain() || isSetApart(i);
    }

    // "all states" are all together; "every state" may be each of them
    private boolean isAllOf(int i) {
        return words.is(i - 1, Cue.ALL) && !words.is(i - 1, Cue.PER);
    }

    // Nothing ranks or bounds what is named.
    private boolean isPlain() {
        return !ranks() && !bounds() && !byMetric();
    }

    // "clicks in the past week, all campaigns"
    private boolean isSetApart(int i) {
        var alone = words.isAny(i - 2, Cue.COMMA, Cue.DASH) && !words.isAny(i + 1, Cue.AND, Cue.OR)
                || i == 1 && words.isAny(i + 1, Cue.COMMA, Cue.DASH);
        return alone
                && isAllOf(i)
                && isPlural(i)
                && !findings.metrics.isEmpty()
                && findings.bounds.isEmpty()
                && !ranks()
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
        if ((value.isEmpty() && !leftOut && !isSaidBehind(i) && !isOneOfNamed(i, dimension))
                || !dimension.value().equals("campaign")
                || findings.rank != null
                || !findings.bounds.isEmpty()) {
            return false;
        }
        var lists = words.isAny(words.skipLinksBack(i - 1), Cue.WHICH, Cue.BY, Cue.PER, Cue.ACROSS, Cue.HOW_MANY)
                || words.is(0, Cue.WHICH)
                || words.hasCue(Cue.HOW_MANY)
                || words.is(i + 1, Cue.WISE)
                || isEachOnes(i)
                || words.isAny(i - 2, Cue.BY, Cue.PER, Cue.ACROSS, Cue.WHICH);
        return !lists && isPlain() && isOfSomething();
    }

    // "SP campaigns and their spend", "SP campaigns, along with also their clicks": each one's
    private boolean isEachOnes(int i) {
        var at = i + 1;
        while (!words.is(at, WordKind.THEIR) && (words.isLink(at) || words.isAny(at, Cue.COMMA, Cue.WITH, Cue.ALSO))) {
            at++;
        }
        return words.is(at, WordKind.THEIR);
    }

    // "without the paused campaigns" goes on with the figure before.
    private boolean isOfSomething() {
        return !findings.metrics.isEmpty() || (findings.inConversation && !findings.leftOut.isEmpty());
    }

    // "spend of campaigns that are not enabled" is that of the campaigns, as "spend of paused campaigns" is.
    private boolean isSaidBehind(int i) {
        var at = words.skipLinks(i + 1);
        at = words.isAny(at, Cue.NOT, Cue.ONLY) ? words.skipLinks(at + 1) : at;
        return words.is(i - 1, WordKind.OF)
                && at > i + 1
                && words.has(at)
                && !sentence.isFree(at)
                && words.values(at).stream()
                        .anyMatch(value -> value.dimension().value().equals("campaign_status"));
    }

    // "total spend of campaigns with Monsoon in the name": one figure of them all
    private boolean isOneOfNamed(int i, DimensionId dimension) {
        var figure = i - 2;
        return words.is(i - 1, WordKind.OF)
                && findings.isMetric(figure)
                && words.is(figure - 1, WordKind.TOTAL)
                && findings.containing.stream()
                        .anyMatch(named -> named.dimension().equals(dimension));
    }

    private boolean byMetric() {
        return findings.metrics.stream().anyMatch(use -> words.isAny(use.at() - 1, Cue.BY, Cue.RANK_WORD));
    }

    private boolean ranks() {
        return words.hasAny(Cue.TOP, Cue.BOTTOM, Cue.BEST, Cue.WORST, Cue.HIGHEST, Cue.LOWEST);
    }

    // The "over" of "over the last 30 days" bounds nothing.
    private boolean bounds() {
        return IntStream.range(0, words.size())
                .filter(i -> !sentence.isUsedAs(i, "time"))
                .anyMatch(i -> words.isAny(
                        i, Cue.MORE, Cue.LESS, Cue.AT_LEAST, Cue.AT_MOST, Cue.ZERO, Cue.OR_MORE, Cue.OR_LESS));
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
            var crossed = words.is(i, WordKind.CROSSED) && isGrouping(i - 1) && isGrouping(i + 1);
            var alone = words.is(i, Cue.ACROSS) && !findings.groups.isEmpty() && !words.is(i, Cue.BETWEEN);
            if (leads || trails || alone || each || crossed) {
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
        // "for every enabled campaign"
        while (words.isAny(at, Cue.ALL, Cue.BY, Cue.PER, Cue.ONLY) || isKept(at)) {
            at = words.skipLinks(at + 1);
        }
        return at;
    }

    private boolean isKept(int i) {
        return findings.kept.stream().anyMatch(kept -> kept.at() == i);
    }

    private boolean isGrouping(int i) {
        return findings.groups.stream().anyMatch(group -> group.at() == i)
                || (words.has(i) && !sentence.isFree(i) && (grains.at(i).isPresent() || Units.at(words, i) != null));
    }
}
