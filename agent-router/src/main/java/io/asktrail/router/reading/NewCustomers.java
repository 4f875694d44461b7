package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.policy.Access;
import io.asktrail.router.value.NamedValue;
import io.asktrail.router.value.ValueIndex;
import io.asktrail.router.vocabulary.Words;
import java.util.Optional;
import java.util.Set;

/** "Orders of new customers" are the orders of some customers, not two figures: new customers are a figure, and a kind. */
final class NewCustomers {
    private static final MetricId NEW_CUSTOMERS = new MetricId("new_customers");
    private static final DimensionId CUSTOMER_TYPE = new DimensionId("customer_type");
    private static final String NEW = "new";
    private static final Set<String> OWNED = Set.of("of", "from", "by", "for");
    private static final Set<String> OWNING = Set.of("ka", "ke", "ki", "का", "के", "की");

    private NewCustomers() {}

    static void read(Sentence sentence, Findings findings, ValueIndex values, Access access) {
        for (var use : findings.metrics.stream()
                .filter(named -> named.metric().equals(NEW_CUSTOMERS))
                .toList()) {
            var others = findings.metrics.stream().anyMatch(named -> named.at() < use.at());
            var owned = isOwner(sentence.words(), use.at()) && (others || findings.inConversation);
            if (owned || isOwnerBefore(sentence, findings, use.at())) {
                value(values, access).ifPresent(value -> keep(sentence, findings, use, value));
            }
        }
    }

    private static boolean isOwner(Words words, int at) {
        return words.has(at - 1) && OWNED.contains(words.at(at - 1).key());
    }

    // "naye customers ke orders"
    private static boolean isOwnerBefore(Sentence sentence, Findings findings, int at) {
        return sentence.words().has(at + 1)
                && OWNING.contains(sentence.words().at(at + 1).key())
                && findings.metrics.stream().anyMatch(other -> other.at() == at + 2);
    }

    private static Optional<NamedValue> value(ValueIndex values, Access access) {
        return values.named(NEW, access).stream()
                .filter(value -> value.dimension().equals(CUSTOMER_TYPE))
                .findFirst();
    }

    private static void keep(Sentence sentence, Findings findings, Findings.MetricUse use, NamedValue value) {
        findings.metrics.remove(use);
        findings.kept.add(new Findings.Kept(value.dimension(), value.value(), use.at()));
        sentence.claim(use.at(), "entity", value.value());
        findings.assumptions.add("Only what new customers bought.");
    }
}
