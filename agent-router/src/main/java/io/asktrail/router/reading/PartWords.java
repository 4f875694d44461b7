package io.asktrail.router.reading;

import io.asktrail.contracts.task.Calculation;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.util.stream.IntStream;

/**
 * Reads which part of a whole one thing makes: "what share of net sales did Delhi contribute". The shares of all of its
 * kind are worked out, since to keep one alone would make it all there is.
 */
final class PartWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private PartWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called when values and splits have been read, and before what is worked out over them. */
    static void read(Sentence sentence, Findings findings) {
        var reader = new PartWords(sentence, findings);
        for (var verb = 0; verb < sentence.size(); verb++) {
            var share = reader.shareBefore(verb);
            if (sentence.isFree(verb) && sentence.words().is(verb, WordKind.CONTRIBUTING) && share >= 0) {
                reader.part(share, verb);
            }
        }
    }

    private int shareBefore(int verb) {
        return IntStream.range(0, verb)
                .filter(i -> sentence.isFree(i) && words.is(i, Cue.SHARE))
                .findFirst()
                .orElse(-1);
    }

    private void part(int share, int verb) {
        if (findings.metricIds().size() != 1 || !isOfParts(sentence.registry())) {
            return;
        }
        var subject = words.skipLinksBack(verb);
        // "what share of net sales does each state contribute": the split says it all
        if (findings.groups.stream().anyMatch(group -> group.at() == subject)) {
            sentence.claim(verb, "calculation", "share_of_total");
            return;
        }
        var kept = findings.kept.stream().filter(value -> value.at() == subject).findFirst();
        var alone = kept.filter(value -> findings.kept.stream()
                        .noneMatch(other ->
                                other.at() != subject && other.dimension().equals(value.dimension())))
                .isPresent();
        if (!alone || !findings.groups.isEmpty() || findings.before != null) {
            return;
        }
        var whole = kept.orElseThrow();
        findings.kept.remove(whole);
        findings.groups.add(new Findings.Group(whole.dimension(), subject, false));
        findings.calculations.add(Calculation.Kind.SHARE_OF_TOTAL);
        findings.assumptions.add(
                Said.of(RouterSaying.SHARES_OF_ALL).text(whole.value()).dimension(whole.dimension()));
        sentence.claim(subject, "dimension", whole.dimension().value());
        sentence.claim(share, "calculation", "share_of_total");
        sentence.claim(verb, "calculation", "share_of_total");
    }

    private boolean isOfParts(Registry registry) {
        return findings.metricIds().stream()
                .noneMatch(metric -> registry.metric(metric).additivity() == Additivity.RATIO);
    }
}
