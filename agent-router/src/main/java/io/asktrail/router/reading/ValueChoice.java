package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.value.NamedValue;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells which of the values that go by a name is meant: by the words beside it, and by its neighbours in a list. */
final class ValueChoice {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    ValueChoice(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Whether a name stands here that nobody made use of, and that means a value. */
    boolean isValue(int i) {
        if (!sentence.isFree(i) || words.values(i).isEmpty()) {
            return false;
        }
        if (words.is(i, Cue.ADJECTIVE)) {
            return new Adjectives(words, findings.before).isValue(i);
        }
        var otherwise = words.at(i).filler()
                || words.at(i).meanings().stream().anyMatch(meaning -> !(meaning instanceof Meaning.Value));
        return !otherwise || beside(i).isPresent();
    }

    /** Makes use of the name, and of the dimension that is named beside it. */
    void claim(int i, @Nullable NamedValue value, String role) {
        if (value == null) {
            sentence.claim(i, role, "ambiguous");
            return;
        }
        besidePlace(i, value.dimension())
                .ifPresent(place ->
                        sentence.claim(place, "dimension", value.dimension().value()));
        sentence.claim(i, role, value.value());
        if (words.at(i).corrected()) {
            findings.assumptions.add(
                    Said.of(RouterSaying.READ_VALUE).text(words.at(i).text()).text(value.value()));
        }
    }

    /** The value that is meant, where a name is one in several dimensions; a problem is noted if none is better. */
    Optional<NamedValue> choose(int i, boolean leftOut) {
        var candidates = words.values(i);
        var beside = beside(i);
        if (beside.isPresent()) {
            candidates = of(candidates, Set.of(beside.get()));
        }
        if (dimensions(candidates).size() > 1) {
            candidates = narrowed(candidates, i, leftOut);
        }
        var dimensions = dimensions(candidates);
        if (dimensions.size() > 1 || candidates.size() > 1) {
            var reason = Said.of(RouterSaying.SEVERAL_THINGS).text(words.at(i).text());
            // To choose means to keep: what is left out has to be named in full.
            findings.problems.add(leftOut ? new Problem.Other(reason) : new Problem.WhichValue(reason, candidates));
            sentence.claim(i, "entity", "ambiguous");
            return Optional.empty();
        }
        return Optional.of(candidates.getFirst());
    }

    private List<NamedValue> narrowed(List<NamedValue> candidates, int i, boolean leftOut) {
        var partners = partners(i);
        var shared = of(candidates, partners);
        if (!partners.isEmpty()
                && !shared.isEmpty()
                && dimensions(shared).size() < dimensions(candidates).size()) {
            return shared;
        }
        var grouped = of(candidates, groupedBy());
        if (leftOut && dimensions(grouped).size() == 1) {
            return grouped;
        }
        return withoutNarrower(candidates);
    }

    // A name that is both a state and a city is the state.
    private List<NamedValue> withoutNarrower(List<NamedValue> candidates) {
        var all = dimensions(candidates);
        return candidates.stream()
                .filter(value -> {
                    var parent =
                            sentence.registry().dimension(value.dimension()).parent();
                    return parent == null || !all.contains(parent);
                })
                .toList();
    }

    // The dimensions that the neighbours in a list have in common: "Delhi and Mumbai" are cities.
    private Set<DimensionId> partners(int i) {
        var found = new LinkedHashSet<DimensionId>();
        for (var step : List.of(-1, 1)) {
            var at = i + step;
            while (words.isAny(at, Cue.AND, Cue.OR, Cue.COMMA, Cue.VERSUS, Cue.DASH) || words.is(at, WordKind.BESIDE)) {
                at += step;
            }
            if (at != i + step && !words.values(at).isEmpty()) {
                var dimensions = dimensions(words.values(at));
                if (dimensions.size() == 1) {
                    found.addAll(dimensions);
                }
            }
        }
        return found;
    }

    private Set<DimensionId> groupedBy() {
        return words.lexemes().stream()
                .flatMap(lexeme -> lexeme.all(Meaning.Dimension.class))
                .map(Meaning.Dimension::id)
                .collect(Collectors.toSet());
    }

    /** The dimension that is named right beside a value: "Delhi city", "the state of Delhi", "campaign Monsoon". */
    private Optional<DimensionId> beside(int i) {
        var own = dimensions(words.values(i));
        for (var dimension : own) {
            if (besidePlace(i, dimension).isPresent()) {
                return Optional.of(dimension);
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> besidePlace(int i, DimensionId dimension) {
        var after = i + 1;
        // "Delhi states" is no phrase: a plural behind a value is a grouping of its own.
        if (words.dimension(after).filter(dimension::equals).isPresent() && !isPlural(after) && !isGrouped(i)) {
            return Optional.of(after);
        }
        var before = i - 1;
        while (words.is(before, WordKind.VALUE_JOINT)) {
            before--;
        }
        return words.dimension(before).filter(dimension::equals).isPresent() && !isGrouped(before)
                ? Optional.of(before)
                : Optional.empty();
    }

    private boolean isGrouped(int i) {
        return words.isAny(i - 1, Cue.BY, Cue.PER, Cue.ACROSS) || words.is(i + 1, Cue.WISE);
    }

    private boolean isPlural(int i) {
        return words.at(i).key().endsWith("s");
    }

    private static List<NamedValue> of(List<NamedValue> candidates, Set<DimensionId> dimensions) {
        return candidates.stream()
                .filter(value -> dimensions.contains(value.dimension()))
                .toList();
    }

    private static Set<DimensionId> dimensions(List<NamedValue> values) {
        return values.stream().map(NamedValue::dimension).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
