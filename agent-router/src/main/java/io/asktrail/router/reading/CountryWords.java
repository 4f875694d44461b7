package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.Optional;

/**
 * Reads "pan India" and "across the country" as what narrows nothing, where the registry says that all there is lies in
 * that country. Beside something that is aimed at places it may be told of those aimed at all of it, and is asked back.
 */
final class CountryWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;
    private final Access access;

    private CountryWords(Sentence sentence, Findings findings, Access access) {
        this.sentence = sentence;
        this.findings = findings;
        this.access = access;
        words = sentence.words();
    }

    /** Called when values have been read: a state beside its country contradicts it. */
    static void read(Sentence sentence, Findings findings, Access access) {
        var reader = new CountryWords(sentence, findings, access);
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i)) {
                reader.country(i);
            }
        }
    }

    private void country(int i) {
        var places = placesOf(i).orElse(null);
        // Who may see a part of the country is told so, and not given the part for the whole.
        if (places == null || !access.allRegions() || isNarrowed(places) || isAimed(i - 1) || isAimed(i + 1)) {
            return;
        }
        var from = i;
        while (sentence.isFree(from - 1) && isAll(from - 1)) {
            from--;
        }
        if (words.isAny(from - 1, Cue.EXCEPT, Cue.NOT, Cue.VERSUS)
                || words.isAny(i + 1, Cue.VERSUS, Cue.AND, Cue.OR)
                || isAimed(from - 1)) {
            return;
        }
        sentence.claim(from, i + 1, "entity", "all");
        sentence.registry().dimensions().values().stream()
                .filter(dimension -> isPart(dimension.id(), places.id()))
                .forEach(dimension -> findings.lifted.add(dimension.id()));
        findings.assumptions.add(Said.of(RouterSaying.WHOLE_COUNTRY)
                .text(places.country().getFirst())
                .dimension(places.id()));
    }

    private boolean isAll(int i) {
        return words.is(i, WordKind.ALL_OF) || words.is(i, WordKind.ARTICLE) || words.is(i, WordKind.WHOLE_OF);
    }

    // The dimension whose values are the parts of the country that is named, or of the only one there is.
    private Optional<DimensionDefinition> placesOf(int i) {
        var named = words.at(i).as(Meaning.Country.class).map(Meaning.Country::of);
        if (named.isEmpty() && !words.is(i, WordKind.NATIONWIDE)) {
            return Optional.empty();
        }
        return sentence.registry().dimensions().values().stream()
                .filter(dimension -> !dimension.country().isEmpty())
                .filter(dimension -> named.isEmpty() || named.get().equals(dimension.id()))
                .findFirst();
    }

    private boolean isNarrowed(DimensionDefinition places) {
        return findings.kept.stream().anyMatch(kept -> isPart(kept.dimension(), places.id()));
    }

    private boolean isPart(DimensionId dimension, DimensionId whole) {
        return dimension.equals(whole)
                || whole.equals(sentence.registry().dimension(dimension).parent());
    }

    // "pan India campaigns" are those aimed at no state.
    private boolean isAimed(int i) {
        return words.dimension(i).filter(sentence.ads()::isOfAds).isPresent() || words.is(i, Cue.ADS);
    }
}
