package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.text.Tokenizer;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Vocabulary;
import io.asktrail.router.vocabulary.Words;
import java.util.stream.IntStream;

/** Reads what changes one part of the question before by pointing at it: "change that to 35%", "I meant the city". */
final class PointingWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;
    private final Vocabulary vocabulary;
    private final Access access;
    private final TaskSpec before;

    PointingWords(Sentence sentence, Findings findings, Vocabulary vocabulary, Access access, TaskSpec before) {
        this.sentence = sentence;
        this.findings = findings;
        this.vocabulary = vocabulary;
        this.access = access;
        this.before = before;
        words = sentence.words();
    }

    /** Called before values, bounds and splits are read. */
    void read() {
        meant();
        otherBound();
    }

    // "I meant the city": the value that was kept, as one of another kind
    private void meant() {
        var at = words.is(0, Cue.CORRECTION) || words.is(0, Cue.NOT) ? words.skipLinks(1) : -1;
        var kind = words.dimension(at).orElse(null);
        if (kind == null || words.skipLinks(at + 1) != words.size()) {
            return;
        }
        for (var kept : before.entities().kept().entrySet()) {
            if (isRelative(kept.getKey(), kind) && kept.getValue().size() == 1) {
                var name = kept.getValue().iterator().next();
                vocabulary.values().named(Tokenizer.key(name), access).stream()
                        .filter(value -> value.dimension().equals(kind))
                        .findFirst()
                        .ifPresent(value -> {
                            findings.kept.add(new Findings.Kept(kind, value.value(), at));
                            sentence.claim(0, at + 1, "entity", value.value());
                        });
            }
        }
    }

    private boolean isRelative(DimensionId a, DimensionId b) {
        return b.equals(sentence.registry().dimension(a).parent())
                || a.equals(sentence.registry().dimension(b).parent());
    }

    // "change that to 35%", "make it 2 lakh": the one bound that there is
    private void otherBound() {
        var numbers = IntStream.range(0, words.size())
                .filter(i -> words.quantity(i).isPresent() && sentence.isFree(i))
                .boxed()
                .toList();
        var bounds = before.filters().stream()
                .filter(filter -> sentence.registry().isMetric(filter.field()))
                .toList();
        if (numbers.size() != 1 || bounds.size() != 1 || !isAlone(numbers.getFirst())) {
            return;
        }
        var quantity = words.quantity(numbers.getFirst()).orElseThrow();
        var counts = words.whole(numbers.getFirst()).isPresent();
        if (before.limit() != null && counts) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.BOUND_OR_ROWS)
                    .text(words.at(numbers.getFirst()).text())));
        }
        bound(bounds.getFirst(), quantity, numbers.getFirst());
    }

    private void bound(Filter old, Meaning.Quantity quantity, int at) {
        findings.bounds.add(new Findings.Bound(
                old.field().asMetric(), old.op(), quantity.number(), quantity.percent(), quantity.money(), at));
        sentence.claim(at, "filter", old.op().symbol());
        IntStream.range(0, at)
                .filter(sentence::isFree)
                .filter(i -> words.is(i, WordKind.CHANGING))
                .forEach(i -> sentence.claim(i, "intent", "follow_up"));
    }

    // Nothing else is said but that something is to change.
    private boolean isAlone(int number) {
        return IntStream.range(0, words.size())
                .filter(i -> i != number)
                .allMatch(i -> words.at(i).filler()
                        || words.is(i, WordKind.CHANGING)
                        || words.isAny(
                                i, Cue.FOLLOW, Cue.THAT, Cue.INSTEAD, Cue.COMMA, Cue.POLITE, Cue.TO, Cue.CORRECTION));
    }
}
