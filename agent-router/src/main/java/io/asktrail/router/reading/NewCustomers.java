package io.asktrail.router.reading;

import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.MemberKinds;
import java.util.List;

/** "Orders of new customers" are the orders of some customers, not two figures: new customers are a figure, and a kind. */
final class NewCustomers {
    private NewCustomers() {}

    static void read(Sentence sentence, Findings findings) {
        counted(sentence, findings);
        for (var use : List.copyOf(findings.metrics)) {
            described(sentence, findings, use);
            var kind = sentence.kinds().of(use.metric()).orElse(null);
            if (kind == null) {
                continue;
            }
            var others = findings.metrics.stream().anyMatch(named -> named.at() < use.at());
            var owned = sentence.words().is(use.at() - 1, WordKind.OWNED) && (others || findings.inConversation);
            if (owned || isOwnerBefore(sentence, findings, use.at())) {
                keep(sentence, findings, use, kind);
            }
        }
    }

    // "how many repeat customers": what is counted stands in the name of the kind
    private static void counted(Sentence sentence, Findings findings) {
        var words = sentence.words();
        for (var i = 0; findings.metrics.isEmpty() && i < sentence.size(); i++) {
            var named = words.skipLinks(i + 1);
            var whole = words.values(named).stream()
                    .flatMap(value -> sentence.kinds().countedBy(value.dimension()).stream())
                    .findFirst();
            if (sentence.isFree(i)
                    && words.is(i, Cue.HOW_MANY)
                    && whole.isPresent()
                    && words.at(named).key().contains(" ")) {
                findings.metrics.add(new Findings.MetricUse(whole.get(), i));
                sentence.claim(i, "metric", whole.get().value());
            }
        }
    }

    // "orders from customers who are not new": whose orders they are
    private static void described(Sentence sentence, Findings findings, Findings.MetricUse use) {
        var words = sentence.words();
        var at = words.skipLinks(use.at() + 1);
        var not = words.is(at, Cue.NOT);
        at = not ? words.skipLinks(at + 1) : at;
        var owned = words.is(use.at() - 1, WordKind.OWNED)
                && findings.metrics.stream().anyMatch(named -> named.at() < use.at());
        if (!owned || at == use.at() + 1 || !sentence.isFree(at)) {
            return;
        }
        var value = words.values(at).stream()
                .filter(one -> sentence.kinds().splits(one.dimension(), use.metric()))
                .findFirst();
        if (value.isPresent()) {
            var dimension = value.get().dimension();
            findings.metrics.remove(use);
            if (not) {
                findings.leftOut.add(new Findings.LeftOut(dimension, value.get().value()));
            } else {
                findings.kept.add(new Findings.Kept(dimension, value.get().value(), at));
            }
            sentence.claim(
                    use.at(), at + 1, not ? "filter" : "entity", value.get().value());
        }
    }

    // "naye customers ke orders"
    private static boolean isOwnerBefore(Sentence sentence, Findings findings, int at) {
        return sentence.words().is(at + 1, WordKind.OWNING)
                && findings.metrics.stream().anyMatch(other -> other.at() == at + 2);
    }

    private static void keep(Sentence sentence, Findings findings, Findings.MetricUse use, MemberKinds.Kind value) {
        findings.metrics.remove(use);
        findings.kept.add(new Findings.Kept(value.dimension(), value.value(), use.at()));
        sentence.claim(use.at(), "entity", value.value());
        findings.assumptions.add(Said.of(RouterSaying.ONLY_BOUGHT).metric(use.metric()));
    }
}
