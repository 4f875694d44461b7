package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.router.language.Cue;
import io.asktrail.router.value.NamedValue;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads values of dimensions: which are kept, which are left out. */
final class ValueWords {
    private static final Set<String> EQUALS = Set.of("is", "=", "equals");
    private static final Set<String> JOINTS = Set.of("of", "is", "are", "was", "=", "equals");

    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private ValueWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    static void read(Sentence sentence, Findings findings) {
        var reader = new ValueWords(sentence, findings);
        reader.exclusions();
        reader.kept();
    }

    private void exclusions() {
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && words.has(i) && words.at(i).key().equals("but")) {
                allBut(i);
            }
            if (sentence.isFree(i) && words.isAny(i, Cue.EXCEPT, Cue.NOT)) {
                var first = words.skipLinks(i + 1);
                if (hasOnly(i + 1, first)) {
                    // "not just SP" leaves nothing out; what it wants is not said.
                    continue;
                }
                first = isDimensionBeforeValue(first) ? words.skipOf(first + 1) : first;
                leaveOut(i, listFrom(isValue(first) ? first : first));
            }
            // "Gujarat instead of Delhi": Delhi is what was asked before.
            var replaced = words.skipLinks(i + 1);
            if (sentence.isFree(i) && words.is(i, Cue.RATHER_THAN) && isValue(replaced)) {
                sentence.claim(i, replaced + 1, "entity", "replaced");
            }
            var before = words.skipLinksBack(i);
            if (sentence.isFree(i) && words.is(i, Cue.RATHER_THAN_THIS) && isValue(before)) {
                sentence.claim(before, i + 1, "entity", "replaced");
            }
            if (sentence.isFree(i) && words.is(i, Cue.EXCEPT_THIS)) {
                leaveOut(i, listBefore(words.skipLinksBack(i)));
            }
        }
    }

    private boolean hasOnly(int from, int to) {
        for (var i = from; i <= to; i++) {
            if (words.is(i, Cue.ONLY)) {
                return true;
            }
        }
        return false;
    }

    // "every state but Goa" leaves Goa out; "but" before a value may mean anything else.
    private void allBut(int i) {
        var value = words.skipLinks(i + 1);
        if (!isValue(value) || words.isAny(i + 1, Cue.NOT, Cue.ONLY)) {
            return;
        }
        var every = words.dimension(i - 1).isPresent() && words.isAny(i - 2, Cue.ALL, Cue.PER);
        if (every) {
            leaveOut(i, listFrom(value));
        } else if (value == i + 1) {
            findings.problems.add(new Problem.Other("Is %s to be left out, or kept alone?"
                    .formatted(words.at(value).text())));
        }
    }

    private boolean isDimensionBeforeValue(int i) {
        return words.dimension(i).isPresent() && sentence.isFree(i) && isValue(words.skipOf(i + 1));
    }

    private void leaveOut(int cue, List<Integer> places) {
        if (places.isEmpty()) {
            return;
        }
        var chosen = new ArrayList<NamedValue>();
        for (var place : places) {
            choose(place, true).ifPresent(chosen::add);
        }
        chosen.forEach(value -> findings.leftOut.add(new Findings.LeftOut(value.dimension(), value.value())));
        sentence.claim(cue, "filter", "!=");
        for (var n = 0; n < places.size(); n++) {
            claim(places.get(n), n < chosen.size() ? chosen.get(n) : null, "filter");
            claimJoints(places, n);
        }
    }

    private void claimJoints(List<Integer> places, int n) {
        if (n > 0) {
            for (var i = Math.min(places.get(n - 1), places.get(n)) + 1;
                    i < Math.max(places.get(n - 1), places.get(n));
                    i++) {
                if (sentence.isFree(i)) {
                    sentence.claim(i, "filter", "and");
                }
            }
        }
    }

    // "Delhi, Gujarat and Goa": the places of the values of a list.
    private List<Integer> listFrom(int first) {
        var places = new ArrayList<Integer>();
        var at = first;
        while (isValue(at)) {
            places.add(at);
            var next = at + 1;
            while (words.isAny(next, Cue.AND, Cue.OR, Cue.COMMA)) {
                next++;
            }
            at = next == at + 1 ? -1 : next;
        }
        return places;
    }

    private List<Integer> listBefore(int last) {
        var places = new ArrayList<Integer>();
        var at = last;
        while (isValue(at)) {
            places.addFirst(at);
            var before = at - 1;
            while (words.isAny(before, Cue.AND, Cue.OR, Cue.COMMA)) {
                before--;
            }
            at = before == at - 1 ? -1 : before;
        }
        return places;
    }

    private void kept() {
        for (var i = 0; i < sentence.size(); i++) {
            if (!isValue(i)) {
                continue;
            }
            var chosen = choose(i, false);
            if (chosen.isPresent()) {
                findings.kept.add(
                        new Findings.Kept(chosen.get().dimension(), chosen.get().value(), i));
                claim(i, chosen.get(), "entity");
            }
        }
        contradictions();
        misplaced();
        fromTo();
    }

    // "where product is Kurta": Kurta is something else.
    private void misplaced() {
        for (var kept : findings.kept) {
            var joint = words.has(kept.at() - 1)
                    && EQUALS.contains(words.at(kept.at() - 1).key());
            var named = words.dimension(kept.at() - 2);
            if (joint && named.isPresent() && !named.get().equals(kept.dimension())) {
                findings.problems.add(new Problem.Other("%s is a value of '%s', not of '%s': which is meant?"
                        .formatted(kept.value(), label(kept.dimension()), label(named.get()))));
            }
        }
    }

    private String label(DimensionId dimension) {
        return sentence.registry().dimension(dimension).names().english();
    }

    // What goes from one place to another has two places; an order has one.
    private void fromTo() {
        for (var n = 1; n < findings.kept.size(); n++) {
            var a = findings.kept.get(n - 1);
            var b = findings.kept.get(n);
            var to = words.skipLinksBackTo(b.at(), Cue.TO);
            if (a.dimension().equals(b.dimension()) && words.is(to, Cue.TO) && to == a.at() + 1) {
                findings.problems.add(new Problem.Other("From %s to %s: both of them, or one? Name the ones that count."
                        .formatted(a.value(), b.value())));
            }
        }
    }

    private boolean isValue(int i) {
        if (!sentence.isFree(i) || words.values(i).isEmpty()) {
            return false;
        }
        if (words.is(i, Cue.ADJECTIVE)) {
            return new Adjectives(words).isValue(i);
        }
        var otherwise = words.at(i).filler()
                || words.at(i).meanings().stream().anyMatch(meaning -> !(meaning instanceof Meaning.Value));
        return !otherwise || beside(i).isPresent();
    }

    private void claim(int i, @org.jspecify.annotations.Nullable NamedValue value, String role) {
        if (value == null) {
            sentence.claim(i, role, "ambiguous");
            return;
        }
        besidePlace(i, value.dimension())
                .ifPresent(place ->
                        sentence.claim(place, "dimension", value.dimension().value()));
        sentence.claim(i, role, value.value());
        if (words.at(i).corrected()) {
            findings.assumptions.add("Read '%s' as %s.".formatted(words.at(i).text(), value.value()));
        }
    }

    /** The value that is meant, where a name is one in several dimensions; a problem is noted if none is better. */
    private Optional<NamedValue> choose(int i, boolean leftOut) {
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
            var reason = "'%s' is the name of several things: which one?".formatted(words.at(i).text());
            // To choose means to keep: what is left out has to be named in full.
            findings.problems.add(
                    leftOut ? new Problem.Other(reason) : new Problem.WhichValue(reason, candidates));
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
            while (words.isAny(at, Cue.AND, Cue.OR, Cue.COMMA, Cue.VERSUS, Cue.DASH)) {
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
        while (words.has(before) && JOINTS.contains(words.at(before).key())) {
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

    // Values of a wider and a narrower dimension in one list would both have to hold: that is never what a list means.
    private void contradictions() {
        for (var n = 1; n < findings.kept.size(); n++) {
            var a = findings.kept.get(n - 1);
            var b = findings.kept.get(n);
            var parentA = sentence.registry().dimension(a.dimension()).parent();
            var parentB = sentence.registry().dimension(b.dimension()).parent();
            var joint = words.skipLinksBackTo(b.at(), Cue.AND);
            var listed = words.isAny(b.at() - 1, Cue.AND, Cue.OR, Cue.COMMA, Cue.VERSUS) && b.at() - a.at() == 2
                    || words.is(joint, Cue.AND) && joint == a.at() + 1;
            if (listed && (b.dimension().equals(parentA) || a.dimension().equals(parentB))) {
                findings.problems.add(
                        new Problem.Other("%s and %s are not of one kind: ask for one of them, or for each by itself."
                                .formatted(a.value(), b.value())));
            }
        }
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
