package io.asktrail.router.verified;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.verified.Slot;
import io.asktrail.registry.verified.Wording;
import io.asktrail.router.text.EditDistance;
import io.asktrail.router.time.TimeMeaning.Stretch;
import io.asktrail.router.value.NamedValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a question puts into the slots of a wording. It fits only if every word, name, number and day of the question has
 * its place there, and every word of the wording is said.
 *
 * @param time null if no days are named
 * @param limit null if no number is
 */
record Fit(
        Map<DimensionId, String> values,
        @Nullable Stretch time,
        @Nullable Integer limit) {
    private static final int MOST_ROWS = 1_000;
    /** Shorter words are too near to others to be taken for a slip of the finger. */
    private static final int SHORTEST_MISSPELLED = 6;

    Fit {
        values = Map.copyOf(values);
    }

    static Optional<Fit> of(Phrase asked, Wording wording, List<Term> terms, Registry registry) {
        var slots = wording.slots();
        var time = time(asked);
        var limit = limit(asked);
        var timeFits = asked.times().isEmpty() || (time != null && slots.contains(new Slot.Time()));
        var numbersFit = asked.numbers().isEmpty() || (limit != null && slots.contains(new Slot.Limit()));
        if (!timeFits || !numbersFit || asked.terms().size() != terms.size()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<DimensionId, String>();
        for (var i = 0; i < terms.size(); i++) {
            if (!fits(asked.terms().get(i), terms.get(i), values, registry)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Fit(values, time, limit));
    }

    // More than one stretch, or one that may be read in two ways, is more than a slot holds.
    private static @Nullable Stretch time(Phrase asked) {
        return asked.times().size() == 1 && asked.times().getFirst().meaning() instanceof Stretch stretch
                ? stretch
                : null;
    }

    private static @Nullable Integer limit(Phrase asked) {
        if (asked.numbers().size() != 1) {
            return null;
        }
        var quantity = asked.numbers().getFirst().quantity();
        var number = quantity.number();
        var isCount = !quantity.percent()
                && !quantity.money()
                && number.stripTrailingZeros().scale() <= 0;
        return isCount && number.signum() > 0 && number.intValue() <= MOST_ROWS && number.precision() < 5
                ? number.intValue()
                : null;
    }

    private static boolean fits(Term asked, Term term, Map<DimensionId, String> values, Registry registry) {
        return switch (term) {
            case Term.Word word -> asked instanceof Term.Word other && same(other, word);
            case Term.Named(var candidates) -> asked instanceof Term.Named(var others) && candidates.equals(others);
            case Term.Open(var dimension) -> {
                if (!(asked instanceof Term.Named(var candidates))) {
                    yield false;
                }
                var meant = only(candidates, dimension, registry);
                meant.ifPresent(value -> values.put(dimension, value.value()));
                yield meant.isPresent();
            }
        };
    }

    // Only a word that nobody knows may be another one misspelled.
    private static boolean same(Term.Word asked, Term.Word word) {
        return asked.key().equals(word.key())
                || (!asked.known()
                        && word.key().length() >= SHORTEST_MISSPELLED
                        && EditDistance.within(asked.key(), word.key(), 1) <= 1);
    }

    // A name that a state shares with a city is the state's; a name that anything else shares too is nobody's.
    private static Optional<NamedValue> only(List<NamedValue> candidates, DimensionId dimension, Registry registry) {
        var own = candidates.stream()
                .filter(value -> value.dimension().equals(dimension))
                .toList();
        var othersLieInIt = candidates.stream()
                .filter(value -> !value.dimension().equals(dimension))
                .allMatch(value ->
                        dimension.equals(registry.dimension(value.dimension()).parent()));
        return own.size() == 1 && othersLieInIt ? Optional.of(own.getFirst()) : Optional.empty();
    }
}
