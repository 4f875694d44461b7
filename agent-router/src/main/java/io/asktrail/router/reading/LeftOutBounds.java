package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads things that are left out by a bound: "leave out states with under 50 orders" keeps those with 50 or more. Only
 * one bound can be turned round so, and only of things that the table is split by; anything else is asked back.
 */
final class LeftOutBounds {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private LeftOutBounds(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called when bounds and splits have been read. */
    static void read(Sentence sentence, Findings findings) {
        var reader = new LeftOutBounds(sentence, findings);
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && sentence.words().is(i, Cue.EXCEPT)) {
                reader.leadingTo(i);
            } else if (sentence.isFree(i) && sentence.words().is(i, Cue.EXCEPT_THIS)) {
                reader.trailing(i);
            } else if (sentence.isUsedAs(i, "filter") && sentence.words().is(i, Cue.EXCEPT)) {
                reader.behindValues(i);
            }
        }
    }

    // "excluding keywords with fewer than 10 clicks"
    private void leadingTo(int except) {
        var things = words.skipLinks(except + 1);
        things = words.isAny(things, Cue.ALL, Cue.THAT) ? words.skipLinks(things + 1) : things;
        if (words.dimension(things).isPresent()) {
            turnRound(except, things, things, clauseEnd(things));
        } else if (things > except + 1) {
            those(except, things);
        }
    }

    // "leave out those under 50", "except the ones with fewer than 10 orders": of the one thing that is listed
    private void those(int except, int bound) {
        var listed = Stream.concat(
                        findings.groups.stream().map(Findings.Group::dimension),
                        findings.before == null ? Stream.of() : findings.before.groupBy().stream())
                .distinct()
                .toList();
        var bounds = findings.bounds.stream()
                .filter(found -> found.at() >= bound && found.at() < clauseEnd(bound))
                .toList();
        if (listed.size() == 1 && bounds.size() == 1 && leads(bound - 1, bounds.getFirst())) {
            negate(except, bounds.getFirst());
            findings.follow |= findings.groups.isEmpty();
        }
    }

    private int clauseEnd(int from) {
        var end = from;
        while (words.has(end) && !words.is(end, Cue.COMMA)) {
            end++;
        }
        return end;
    }

    // "excluding Delhi and states with under 50 orders": both are left out
    private void behindValues(int except) {
        var last = words.skipLinks(except + 1);
        while (words.isAny(last + 1, Cue.AND, Cue.COMMA)
                && !words.values(last + 2).isEmpty()) {
            last += 2;
        }
        if (!isOfThingsBefore(except, last)) {
            someOfValue(last);
        }
        var things = words.skipLinks(last + 2);
        if (words.values(last).isEmpty()
                || !words.isAny(last + 1, Cue.AND, Cue.COMMA)
                || words.dimension(things).isEmpty()
                || findings.bounds.stream().noneMatch(bound -> bound.at() > things && leads(things, bound))) {
            return;
        }
        var before = List.copyOf(findings.bounds);
        if (words.is(last + 1, Cue.AND)) {
            turnRound(except, things, things, clauseEnd(things));
        }
        if (findings.bounds.equals(before)) {
            findings.problems.add(new Problem.Other(
                    Said.of(RouterSaying.LEFT_OUT_OR_KEPT).text(words.at(things).text())));
        }
    }

    // "states other than Goa with over 50 orders": the bound is that of the states, where "those in Goa with" is not.
    private boolean isOfThingsBefore(int except, int value) {
        return words.dimension(words.skipLinksBack(except)).isPresent()
                && words.dimension(value + 1).isEmpty()
                && IntStream.range(except + 1, value).noneMatch(i -> words.is(i, Cue.THAT));
    }

    // "leave out paused campaigns with over 50 clicks": of those that are paused only some, which no filter can tell
    private void someOfValue(int value) {
        var named = words.dimension(value + 1).isPresent() ? value + 1 : value;
        var leads = words.is(named + 1, Cue.WITH)
                || words.is(named + 1, WordKind.RELATIVE)
                || words.is(named + 1, WordKind.BEARING);
        if (!words.values(value).isEmpty()
                && leads
                && findings.bounds.stream().anyMatch(bound -> bound.at() > named && leads(named, bound))) {
            findings.problems.add(
                    new Problem.Other(Said.of(RouterSaying.LEFT_OUT_OR_KEPT).text(words.text(value, named + 1))));
        }
    }

    // "keywords with fewer than 10 clicks excluded"
    private void trailing(int except) {
        var start = except;
        while (words.has(start - 1) && !words.is(start - 1, Cue.COMMA)) {
            start--;
        }
        turnRound(except, words.skipLinks(start), start, except);
    }

    private void turnRound(int except, int things, int from, int to) {
        var of = words.dimension(things).orElse(null);
        var bounds = findings.bounds.stream()
                .filter(bound -> from <= bound.at() && bound.at() < to)
                .toList();
        if (of == null || bounds.size() != 1 || !isShown(of, things) || !leads(things, bounds.getFirst())) {
            return;
        }
        negate(except, bounds.getFirst());
        // What is left out of the table before changes that table, and splits by nothing new.
        findings.groups.removeIf(group -> group.at() == things);
        findings.follow |=
                findings.groups.stream().noneMatch(group -> group.dimension().equals(of));
    }

    private void negate(int except, Findings.Bound old) {
        var kept = old.op().negated();
        findings.bounds.set(
                findings.bounds.indexOf(old),
                new Findings.Bound(old.metric(), kept, old.number(), old.percent(), old.money(), old.at()));
        sentence.claim(except, "filter", kept.symbol());
    }

    // Nothing but what joins, and the figure, stands between the things and their bound.
    private boolean leads(int things, Findings.Bound bound) {
        for (var i = things + 1; i < bound.at(); i++) {
            var joins = words.isLink(i)
                    || words.is(i, Cue.WITH)
                    || words.is(i, WordKind.RELATIVE)
                    || words.is(i, WordKind.SUBJECT)
                    || words.is(i, WordKind.BEARING)
                    || words.is(i, WordKind.BRINGING)
                    || words.is(i, WordKind.COPULA);
            if (!joins && !findings.isMetric(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isShown(DimensionId of, int things) {
        var split = findings.groups.stream().anyMatch(group -> group.dimension().equals(of) && group.at() != things);
        return split || findings.before != null && findings.before.groupBy().contains(of);
    }
}
