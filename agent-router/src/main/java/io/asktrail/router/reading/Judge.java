package io.asktrail.router.reading;

import io.asktrail.registry.policy.Access;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.value.NamedValue;
import io.asktrail.router.vocabulary.Lexeme;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** Looks at what nobody made use of. A word that may change the meaning stops the answer. */
final class Judge {
    private final Sentence sentence;
    private final Findings findings;
    private final Vocabulary vocabulary;
    private final Access access;

    Judge(Sentence sentence, Findings findings, Vocabulary vocabulary, Access access) {
        this.sentence = sentence;
        this.findings = findings;
        this.vocabulary = vocabulary;
        this.access = access;
    }

    void judge() {
        var idle = new IdleWords(sentence);
        var unused = new ArrayList<Lexeme>();
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && !idle.isHarmless(i)) {
                unused.add(sentence.words().at(i));
            }
            note(sentence.words().at(i), i);
        }
        if (unused.isEmpty()) {
            return;
        }
        var offTopic = unused.stream()
                .filter(word -> word.as(Meaning.OffTopic.class).isPresent())
                .findFirst();
        findings.problems.addFirst(
                offTopic.isPresent()
                        ? new Problem.OffTopic(Said.of(RouterSaying.NO_DATA_ABOUT)
                                .text(offTopic.get().text()))
                        : unknown(unused));
    }

    private Problem unknown(List<Lexeme> unused) {
        var word = unused.stream().filter(Lexeme::isUnknown).findFirst().orElse(unused.getFirst());
        var reason = word.isUnknown()
                ? RouterSaying.UNKNOWN_WORD
                : word.is(Cue.FUTURE) ? RouterSaying.NOT_YET : RouterSaying.UNUSED_WORD;
        return new Problem.Unknown(
                Said.of(reason).text(word.text()),
                word.text(),
                word.isUnknown() && unused.size() == 1 ? near(word) : List.of());
    }

    private List<NamedValue> near(Lexeme word) {
        var found = new ArrayList<>(vocabulary.values().near(List.of(word.key()), access, 3));
        for (var spelled : vocabulary.near(word.key())) {
            vocabulary.values().named(spelled, access).stream()
                    .limit(1)
                    .filter(value -> !found.contains(value))
                    .forEach(found::add);
        }
        return found.stream().limit(4).toList();
    }

    private void note(Lexeme word, int i) {
        if (word.corrected()
                && !sentence.isFree(i)
                && word.as(Meaning.Value.class).isEmpty()) {
            findings.assumptions.add(
                    Said.of(RouterSaying.READ_WORD).text(word.text()).text(word.key()));
        }
    }
}
