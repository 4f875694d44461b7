package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.text.EditDistance;
import io.asktrail.router.text.Tokenizer;
import io.asktrail.router.value.NamedValue;
import io.asktrail.router.vocabulary.Vocabulary;
import io.asktrail.router.vocabulary.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Words that nobody knows may be a value that is misspelled or named in part. */
final class NearValues {
    private static final int OFFERED = 4;

    /** A question with more gaps than this is not read anyway: what is left of them is asked back as it stands. */
    private static final int MOST_GAPS = 4;

    private static final int MOST_WORDS = 8;

    private final Sentence sentence;
    private final Words words;
    private final IdleWords idle;
    private final Findings findings;
    private final Vocabulary vocabulary;
    private final Access access;

    NearValues(Sentence sentence, Findings findings, Vocabulary vocabulary, Access access) {
        this.sentence = sentence;
        this.findings = findings;
        this.vocabulary = vocabulary;
        this.access = access;
        words = sentence.words();
        idle = new IdleWords(sentence);
    }

    void read() {
        var at = 0;
        var gaps = 0;
        while (at < sentence.size() && gaps < MOST_GAPS) {
            var end = at;
            while (isUnknown(end)) {
                end++;
            }
            if (end > at) {
                gaps++;
                if (!isInLongerName(at, end)) {
                    run(at, end);
                }
            }
            at = Math.max(end, at + 1);
        }
    }

    private boolean isUnknown(int i) {
        return sentence.isFree(i)
                && words.at(i).isUnknown()
                && !idle.isHarmless(i)
                && !words.is(i, WordKind.BRINGING)
                && !words.is(i, WordKind.TIMES)
                && !words.is(i, WordKind.COMPARATIVE);
    }

    // "the Namma Audio campaign": Audio alone is a category, but only one name has both words in it.
    private boolean isInLongerName(int from, int to) {
        var begin = from;
        while (isNamed(begin - 1)) {
            begin--;
        }
        var end = to;
        while (isNamed(end)) {
            end++;
        }
        var keys = IntStream.range(begin, end)
                .boxed()
                .flatMap(i -> Stream.of(words.at(i).key().split(" ")))
                .toList();
        if (keys.size() == to - from || keys.size() > MOST_WORDS) {
            return false;
        }
        var whole = vocabulary.values().near(keys, access, OFFERED + 1).stream()
                .filter(value -> isPart(keys, value))
                .toList();
        if (whole.size() != 1) {
            return false;
        }
        var first = begin;
        var last = end;
        findings.kept.removeIf(kept -> kept.at() >= first && kept.at() < last);
        take(begin, end, whole.getFirst());
        return true;
    }

    private boolean isNamed(int i) {
        return findings.kept.stream().anyMatch(kept -> kept.at() == i);
    }

    private void run(int from, int to) {
        var keys = IntStream.range(from, to).mapToObj(i -> words.at(i).key()).toList();
        if (keys.size() > MOST_WORDS || keys.stream().allMatch(key -> key.length() < 3)) {
            return;
        }
        var near = vocabulary.values().near(keys, access, OFFERED + 1);
        var beside = dimension(from, to);
        var closed = closed(String.join(" ", keys))
                .filter(value -> beside.isEmpty() || beside.get().equals(value.dimension()))
                .filter(value -> near.stream().noneMatch(other -> !other.equals(value) && isWhole(keys, other)));
        if (closed.isPresent()) {
            take(from, to, closed.get());
            return;
        }
        settle(from, to, keys, beside.isEmpty() ? near : of(near, beside.get()), beside.isPresent());
    }

    private static List<NamedValue> of(List<NamedValue> values, DimensionId dimension) {
        return values.stream()
                .filter(value -> value.dimension().equals(dimension))
                .toList();
    }

    private void settle(int from, int to, List<String> keys, List<NamedValue> near, boolean beside) {
        var whole = near.stream().filter(value -> isWhole(keys, value)).toList();
        if (whole.size() == 1) {
            take(from, to, whole.getFirst());
        } else if (near.size() == 1 && beside && isPart(keys, near.getFirst())) {
            take(from, to, near.getFirst());
        } else if (!near.isEmpty() && near.size() <= OFFERED) {
            findings.problems.add(new Problem.Unknown(
                    Said.of(RouterSaying.ONE_OF_THESE).text(words.text(from, to)), words.text(from, to), near));
            sentence.claim(from, to, "entity", "ambiguous");
        }
    }

    // "exct match": one letter from what one value alone of all that the registry lists is called
    private Optional<NamedValue> closed(String written) {
        if (written.indexOf(' ') < 0 && vocabulary.isWord(written)) {
            return Optional.empty();
        }
        var near = vocabulary.listed().oneLetterFrom(written).stream()
                .flatMap(listed -> vocabulary.values().named(Tokenizer.key(listed.value()), access).stream()
                        .filter(value -> value.dimension().equals(listed.dimension())))
                .distinct()
                .toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    // A single word that is English is spelled right: "merit" is no Meerut.
    private boolean isWhole(List<String> keys, NamedValue value) {
        var name = Tokenizer.key(value.value());
        var written = String.join(" ", keys);
        var allowed = written.length() < 7 ? 1 : 2;
        return EditDistance.within(written, name, allowed) <= allowed
                && written.length() > 4
                && (keys.size() > 1 || !vocabulary.isWord(written));
    }

    // A part of a name has to be spelled right: "campaigns launched" is not one that is called "Launch".
    private static boolean isPart(List<String> keys, NamedValue value) {
        return List.of(Tokenizer.key(value.value()).split(" ")).containsAll(keys);
    }

    private Optional<DimensionId> dimension(int from, int to) {
        return words.dimension(to).or(() -> words.dimension(from - 1));
    }

    private void take(int from, int to, NamedValue value) {
        findings.kept.add(new Findings.Kept(value.dimension(), value.value(), from));
        sentence.claim(from, to, "entity", value.value());
        for (var place : List.of(from - 1, to)) {
            if (sentence.isFree(place)
                    && words.dimension(place).filter(value.dimension()::equals).isPresent()) {
                sentence.claim(place, "dimension", value.dimension().value());
            }
        }
        findings.assumptions.add(
                Said.of(RouterSaying.READ_VALUE).text(words.text(from, to)).text(value.value()));
    }
}
