package io.asktrail.router.verified;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.contracts.verified.Vouched;
import io.asktrail.guardrails.plan.NamedFields;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.task.TaskResolver;
import io.asktrail.registry.verified.Slot;
import io.asktrail.registry.verified.VerifiedFaults;
import io.asktrail.registry.verified.Wording;
import io.asktrail.router.neighbour.Embedding;
import io.asktrail.router.neighbour.VectorKey;
import io.asktrail.router.vocabulary.Vocabulary;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every wording of every verified question, cut into terms under one vocabulary. Immutable. */
final class VerifiedBook {
    private static final Logger log = LoggerFactory.getLogger(VerifiedBook.class);

    private final Vocabulary vocabulary;
    private final List<Entry> entries;

    /** @param key of the vector of its phrase */
    record Entry(Vouched vouched, Wording wording, List<Term> terms, String folded, VectorKey key, NamedFields fields) {
        /** Whether the caller may see everything that it asks for; else it does not exist for them. */
        boolean isOpenTo(Access access) {
            return access.metrics().containsAll(fields.metrics())
                    && access.dimensions().containsAll(fields.dimensions())
                    && fields.probed().stream().noneMatch(access.masked()::contains);
        }
    }

    /** One that no longer fits the registry is left out, and told in the log. */
    VerifiedBook(Vocabulary vocabulary, Embedding embedding, Collection<Vouched> questions) {
        this.vocabulary = vocabulary;
        var reader = new PhraseReader(vocabulary);
        var all = new ArrayList<Entry>();
        for (var question : questions) {
            var faults = VerifiedFaults.of(question.verified(), vocabulary.registry());
            if (!faults.isEmpty()) {
                log.atWarn()
                        .addKeyValue("verified", question.verified().id())
                        .addKeyValue("fault", faults.getFirst().message())
                        .log("verified question left out");
                continue;
            }
            for (var text : question.verified().questions()) {
                all.add(entry(question, Wording.of(text), reader, embedding));
            }
        }
        entries = List.copyOf(all);
    }

    private Entry entry(Vouched question, Wording wording, PhraseReader reader, Embedding embedding) {
        var terms = reader.wording(wording);
        var folded = terms.stream().map(Term::text).collect(Collectors.joining(" "));
        return new Entry(
                question,
                wording,
                terms,
                folded,
                VectorKey.of(embedding, folded),
                fields(question, wording, vocabulary.registry()));
    }

    private static NamedFields fields(Vouched question, Wording wording, Registry registry) {
        var task = new TaskResolver(Clock.systemUTC())
                .resolve(question.verified().task().asOf(LocalDate.EPOCH), registry);
        var fields = NamedFields.of(task, registry);
        var probed = new TreeSet<DimensionId>(fields.probed());
        wording.slots().forEach(slot -> {
            if (slot instanceof Slot.Value(var dimension)) {
                probed.add(dimension);
            }
        });
        var dimensions = new TreeSet<>(fields.dimensions());
        if (task.isSeries()) {
            dimensions.add(TaskSpec.DATE);
        }
        return new NamedFields(fields.metrics(), dimensions, probed);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<Entry> entries() {
        return entries;
    }

    List<Entry> openTo(Access access) {
        return entries.stream().filter(entry -> entry.isOpenTo(access)).toList();
    }

    static Set<VectorKey> keys(Collection<Entry> entries) {
        return entries.stream().map(Entry::key).collect(Collectors.toUnmodifiableSet());
    }
}
