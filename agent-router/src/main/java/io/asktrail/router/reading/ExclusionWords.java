package io.asktrail.router.reading;

import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.value.NamedValue;
import io.asktrail.router.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;

/** Reads which values are left out: except Delhi, without SD, everything but Goa, SB ko chhodkar. */
final class ExclusionWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;
    private final ValueChoice values;

    private ExclusionWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
        values = new ValueChoice(sentence, findings);
    }

    /** Called before values are kept: what is left out is not kept. */
    static void read(Sentence sentence, Findings findings) {
        new ExclusionWords(sentence, findings).exclusions();
    }

    private void exclusions() {
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && words.is(i, WordKind.BUT)) {
                allBut(i);
            }
            if (sentence.isFree(i) && words.isAny(i, Cue.EXCEPT, Cue.NOT)) {
                var first = words.skipLinks(i + 1);
                if (hasOnly(i + 1, first)) {
                    // "not just SP" leaves nothing out; what it wants is not said.
                    continue;
                }
                first = isDimensionBeforeValue(first) ? words.skipOf(first + 1) : first;
                eitherSide(i, first);
                leaveOut(i, listFrom(first));
            }
            // "Gujarat instead of Delhi": Delhi is what was asked before.
            var replaced = words.skipLinks(i + 1);
            if (sentence.isFree(i) && words.is(i, Cue.RATHER_THAN) && values.isValue(replaced)) {
                sentence.claim(i, replaced + 1, "entity", "replaced");
            }
            // "no SD": no figure that is zero, but a value that is left out
            if (sentence.isFree(i) && words.is(i, WordKind.NONE_OF) && values.isValue(i + 1) && isPart(i)) {
                leaveOut(i, listFrom(i + 1));
            }
            var before = words.skipLinksBack(i);
            if (sentence.isFree(i) && words.is(i, Cue.RATHER_THAN_THIS) && values.isValue(before)) {
                sentence.claim(before, i + 1, "entity", "replaced");
            }
            if (sentence.isFree(i) && words.is(i, WordKind.LEAVING)) {
                leftOutBetween(i);
            }
            if (sentence.isFree(i) && words.is(i, Cue.EXCEPT_THIS)) {
                leaveOut(i, listBefore(words.skipLinksBack(i)));
            }
        }
    }

    // "leave Kitchen out of it": the names stand between the two words
    private void leftOutBetween(int i) {
        var first = words.skipLinks(i + 1);
        first = isDimensionBeforeValue(first) ? words.skipOf(first + 1) : first;
        var places = listFrom(first);
        if (places.isEmpty()) {
            return;
        }
        var tail = places.getLast() + 1;
        tail = words.dimension(tail).isPresent() && !words.is(tail, WordKind.OUT) ? tail + 1 : tail;
        if (words.is(tail, WordKind.OUT)) {
            leaveOut(i, places);
            sentence.claim(tail, "filter", "!=");
        }
    }

    // "Goa set aside Kerala": the one before, or the one behind?
    private void eitherSide(int i, int behind) {
        var before = words.skipLinksBack(i);
        if (words.is(i, Cue.EXCEPT_THIS) && values.isValue(before) && values.isValue(behind)) {
            findings.problems.add(new Problem.Other(
                    Said.of(RouterSaying.LEFT_OUT_OR_KEPT).text(words.at(behind).text())));
        }
    }

    // "campaigns with no Goa orders" may be those that sold nothing there.
    private boolean isPart(int i) {
        return (i == 0 || words.isAny(i - 1, Cue.COMMA, Cue.AND))
                && words.metrics(i + 2).isEmpty();
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
        if (!values.isValue(value) || words.isAny(i + 1, Cue.NOT, Cue.ONLY)) {
            return;
        }
        var every = words.dimension(i - 1).isPresent() && words.isAny(i - 2, Cue.ALL, Cue.PER);
        if (every) {
            leaveOut(i, listFrom(value));
        } else if (value == i + 1) {
            findings.problems.add(new Problem.Other(
                    Said.of(RouterSaying.LEFT_OR_KEPT).text(words.at(value).text())));
        }
    }

    private boolean isDimensionBeforeValue(int i) {
        return words.dimension(i).isPresent() && sentence.isFree(i) && values.isValue(words.skipOf(i + 1));
    }

    private void leaveOut(int cue, List<Integer> places) {
        if (places.isEmpty()) {
            return;
        }
        var chosen = new ArrayList<NamedValue>();
        for (var place : places) {
            values.choose(place, true).ifPresent(chosen::add);
        }
        chosen.forEach(value -> findings.leftOut.add(new Findings.LeftOut(value.dimension(), value.value())));
        if (mayBeMeant(cue, places, chosen)) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.LEFT_OUT_OR_KEPT)
                    .text(words.at(places.getLast()).text())));
        }
        sentence.claim(cue, "filter", "!=");
        for (var n = 0; n < places.size(); n++) {
            values.claim(places.get(n), n < chosen.size() ? chosen.get(n) : null, "filter");
            claimJoints(places, n);
        }
    }

    // "not Pune, Delhi" after a question about Mumbai: one that is not meant and one that is, or two?
    private boolean mayBeMeant(int cue, List<Integer> places, List<NamedValue> chosen) {
        return findings.before != null
                && words.is(cue, Cue.NOT)
                && places.size() == 2
                && words.is(places.getFirst() + 1, Cue.COMMA)
                && chosen.stream()
                        .noneMatch(value -> findings.before
                                .entities()
                                .valuesOf(value.dimension())
                                .contains(value.value()))
                && !findings.before.entities().kept().isEmpty();
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
        while (values.isValue(at)) {
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
        var listed = false;
        var at = last;
        while (values.isValue(at)) {
            places.addFirst(at);
            var before = at - 1;
            var and = false;
            while (words.isAny(before, Cue.AND, Cue.OR, Cue.COMMA)) {
                and |= !words.is(before, Cue.COMMA);
                before--;
            }
            listed |= and;
            // "orders in Kerala, Delhi excluded": before a mere comma the list need not go on.
            if (before < at - 1 && !listed && values.isValue(before)) {
                findings.problems.add(new Problem.Other(Said.of(RouterSaying.LEFT_OUT_OR_KEPT)
                        .text(words.at(before).text())));
                return places;
            }
            at = before == at - 1 ? -1 : before;
        }
        return places;
    }
}
