package io.asktrail.router.reading;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.util.Optional;
import java.util.stream.IntStream;

/** What customers spend is no ad spend: by order it is what an order comes to, and alone it has to be asked back. */
final class BuyerWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private BuyerWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called when figures have been read, and before values are. */
    static void read(Sentence sentence, Findings findings) {
        var reader = new BuyerWords(sentence, findings);
        IntStream.range(0, sentence.size()).filter(reader::isBuyer).forEach(buyers -> {
            reader.boughtFromUs(buyers);
            reader.boughtFromThem(buyers);
            reader.joined(buyers);
        });
        for (var i = 1; i < sentence.size(); i++) {
            if (findings.isMetric(i) && sentence.words().is(i, WordKind.PAYING) && reader.isBuyer(reader.before(i))) {
                reader.paid(i);
                return;
            }
        }
    }

    private int verbOf(int buyers) {
        var verb = buyers + 1;
        while (words.is(verb, WordKind.SUBJECT) || words.isLink(verb) && !words.is(verb, WordKind.BUYING)) {
            verb++;
        }
        return verb;
    }

    // "customers who bought from them": from all that the question before kept, split by or ranked. Where it picked
    // some by a bound, or named none, nobody knows who they are.
    private void boughtFromThem(int buyers) {
        var verb = verbOf(buyers);
        var joint = words.is(verb + 1, WordKind.OF) || words.is(verb + 1, Cue.WITH) ? verb + 1 : verb;
        var them = joint + 1;
        if (!words.is(verb, WordKind.BUYING) || !words.is(them, WordKind.THEM) || leads(them)) {
            return;
        }
        var before = findings.before;
        var picked = before != null
                && (before.limit() != null && !words.is(them, WordKind.THEY)
                        || before.filters().stream()
                                .anyMatch(filter -> sentence.registry().isMetric(filter.field())));
        var named = before != null
                && (!before.groupBy().isEmpty() || !before.entities().kept().isEmpty());
        if (picked || !named) {
            findings.problems.add(new Problem.Other(
                    Said.of(RouterSaying.WHO_THEY_ARE).text(words.at(them).text())));
        }
    }

    // "how many new customers joined": what new ones do, who were none before
    private void joined(int buyers) {
        var verb = words.is(buyers + 1, WordKind.SUBJECT) ? buyers + 2 : buyers + 1;
        var isNew = words.metrics(buyers).stream()
                .anyMatch(metric -> sentence.kinds().of(metric).isPresent());
        if (isNew && sentence.isFree(verb) && words.is(verb, WordKind.JOINING)) {
            sentence.claim(verb, words.is(verb + 1, WordKind.US) ? verb + 2 : verb + 1, "metric", "customers");
        }
    }

    // "bought these products", "bought that in October": the first names what it is itself
    private boolean leads(int them) {
        return words.dimension(them + 1).isPresent() || !words.values(them + 1).isEmpty();
    }

    // "customers who bought from us"; who bought again, or elsewhere too, is told by what follows
    private void boughtFromUs(int buyers) {
        var verb = verbOf(buyers);
        var joint = words.is(verb + 1, WordKind.OF) || words.is(verb + 1, Cue.WITH);
        var alone = !words.isAny(verb + 3, Cue.AND, Cue.OR, Cue.FOLLOW, Cue.ALSO) || words.is(verb + 3, Cue.COMMA);
        if (words.is(verb, WordKind.BUYING)
                && sentence.isFree(verb, verb + 3)
                && joint
                && alone
                && words.is(verb + 2, WordKind.US)
                && !words.at(verb + 2).isInCapitals()) {
            sentence.claim(verb, verb + 3, "metric", "customers");
        }
    }

    private int before(int i) {
        var at = words.skipLinksBack(i);
        return words.is(at, Cue.AVERAGE) ? words.skipLinksBack(at) : at;
    }

    private boolean isBuyer(int i) {
        return words.metrics(i).stream().anyMatch(this::isPeople)
                || words.values(i).stream()
                        .anyMatch(value -> sentence.registry().metrics().keySet().stream()
                                .anyMatch(metric -> sentence.kinds().splits(value.dimension(), metric)));
    }

    private boolean isPeople(MetricId metric) {
        return sentence.kinds().of(metric).isPresent()
                || sentence.registry().dimensions().keySet().stream()
                        .anyMatch(dimension -> sentence.kinds().splits(dimension, metric));
    }

    private void paid(int i) {
        for (var thing = i + 1; thing < words.size(); thing++) {
            var ratio = salesPer(thing);
            if (ratio.isPresent()) {
                perThing(i, thing, ratio.get());
                return;
            }
        }
        findings.problems.add(new Problem.Other(Said.of(RouterSaying.SPENT_BY_WHOM)));
    }

    // "per order"
    private Optional<MetricId> salesPer(int thing) {
        return words.is(words.skipLinksBackTo(thing, Cue.PER), Cue.PER)
                ? words.metrics(thing).stream()
                        .flatMap(metric -> sentence.ads().salesPer(metric).stream())
                        .findFirst()
                : Optional.empty();
    }

    private void perThing(int verb, int thing, MetricId ratio) {
        var buyer = before(verb);
        findings.metrics.stream().filter(use -> use.at() == buyer).toList().forEach(this::whoBuys);
        findings.metrics.removeIf(use -> use.at() >= verb && use.at() <= thing);
        findings.metrics.add(new Findings.MetricUse(ratio, thing));
        for (var i = verb; i <= thing; i++) {
            sentence.claim(i, "metric", ratio.value());
        }
        if (words.is(words.skipLinks(thing + 1), Cue.AVERAGE)) {
            sentence.claim(words.skipLinks(thing + 1), "metric", ratio.value());
        }
    }

    // Customers are no figure here. New ones are kept as the kind that the registry says they are: only what they
    // bought counts.
    private void whoBuys(Findings.MetricUse buyers) {
        findings.metrics.remove(buyers);
        sentence.kinds().of(buyers.metric()).ifPresent(kind -> {
            findings.kept.add(new Findings.Kept(kind.dimension(), kind.value(), buyers.at()));
            sentence.claim(buyers.at(), "entity", kind.value());
        });
    }
}
