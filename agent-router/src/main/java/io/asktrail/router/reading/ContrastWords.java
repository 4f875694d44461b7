package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.time.TimeMeaning;
import io.asktrail.router.time.TimeMention;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads what is named only to say that it is not meant, beside what is: "not revenue, the number of orders", "not last
 * month but the month before", "calendar year 2024, not the fiscal one", "the website, not the marketplaces".
 */
final class ContrastWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private ContrastWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called when days have been read, and before figures and names are. */
    static void read(Sentence sentence, Findings findings) {
        var reader = new ContrastWords(sentence, findings);
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && sentence.words().is(i, Cue.NOT)) {
                reader.contrast(i);
            }
        }
    }

    private void contrast(int not) {
        var at = words.skipLinks(not + 1);
        if (words.is(at, Cue.FISCAL) || words.is(at, Cue.CALENDAR_YEAR)) {
            year(not, at);
        } else if (timeAt(at).isPresent()) {
            days(not, timeAt(at).get());
        } else if (isKeptBefore(at)) {
            valueBefore(not, at);
        } else if (words.metrics(at).size() == 1) {
            figure(not, at, words.metrics(at).getFirst());
        } else {
            words.dimension(at).ifPresent(dimension -> split(not, at, dimension));
        }
    }

    // "calendar year 2024 (not the fiscal one)"
    private void year(int not, int at) {
        var other = words.is(at, Cue.FISCAL) ? Cue.CALENDAR_YEAR : Cue.FISCAL;
        var named = findings.times.stream().anyMatch(mention -> words.is(mention.from(), other));
        if (named && timeAt(at).isEmpty()) {
            sentence.claim(not, words.is(at + 1, Cue.YEAR) ? at + 2 : at + 1, "intent", "correction");
        }
    }

    private void days(int not, TimeMention gone) {
        var next = behind(gone.to());
        var meant = timeAt(next).or(() -> timeBefore(not));
        if (meant.isEmpty()) {
            return;
        }
        findings.times.remove(gone);
        sentence.claim(not, gone.to(), "intent", "correction");
        // "but the month before" is before the one that is not meant
        if (meant.get().meaning() instanceof TimeMeaning.PeriodBefore
                && gone.meaning() instanceof TimeMeaning.Stretch(var days, var _, var unit)
                && unit != null) {
            var end = days.start().minusDays(1);
            var start = sentence.registry().calendar().startOf(unit, end);
            findings.times.remove(meant.get());
            findings.times.add(new TimeMention(
                    meant.get().from(), meant.get().to(), new TimeMeaning.Stretch(new Days(start, end), null, unit)));
        }
    }

    private void figure(int not, int at, MetricId gone) {
        var others = IntStream.range(0, words.size())
                .filter(i -> otherFigure(i, gone))
                .boxed()
                .toList();
        // "with clicks, not orders" may be those that had none.
        var had = others.stream().anyMatch(i -> words.is(i - 1, Cue.WITH) || words.is(i - 1, WordKind.GIVING));
        var apart = not == 0
                || words.isAny(not - 1, Cue.COMMA, Cue.DASH, Cue.CORRECTION)
                || words.text().charAt(words.at(not).from() - 1) == '(';
        if (others.isEmpty() || had || !apart) {
            return;
        }
        for (var i = 0; i < words.size(); i++) {
            if (sentence.isFree(i) && words.metrics(i).equals(List.of(gone))) {
                sentence.claim(i, "intent", "correction");
            }
        }
        var from = not;
        while (words.isAny(from - 1, Cue.COMMA, Cue.CORRECTION, Cue.ZERO) || words.is(from - 1, WordKind.NONE_OF)) {
            from--;
        }
        sentence.claim(from, at + 1, "intent", "correction");
    }

    private boolean isKeptBefore(int at) {
        return findings.before != null
                && words.values(at).stream()
                        .anyMatch(value -> findings.before
                                .entities()
                                .valuesOf(value.dimension())
                                .contains(value.value()));
    }

    // "not Delhi, Mumbai" after a question about Delhi: Mumbai is what was meant, and nothing is left out
    private void valueBefore(int not, int gone) {
        var at = gone + 1;
        while (words.isAny(at, Cue.COMMA, Cue.DASH, Cue.CORRECTION, Cue.INSTEAD) || words.is(at, WordKind.BUT)) {
            at++;
        }
        if (at > gone + 1 && !words.values(at).isEmpty() && !isKeptBefore(at)) {
            sentence.claim(not, at, "intent", "correction");
            findings.instead = true;
        }
    }

    private boolean otherFigure(int i, MetricId gone) {
        return sentence.isFree(i)
                && !words.metrics(i).isEmpty()
                && !words.metrics(i).contains(gone);
    }

    // "by state, not city", "on the website, not the marketplaces"
    private void split(int not, int at, DimensionId gone) {
        var before = before(not);
        var instead = words.dimension(before)
                        .filter(dimension -> !dimension.equals(gone))
                        .isPresent()
                || words.values(before).stream()
                        .anyMatch(value -> value.dimension().equals(gone));
        var value =
                words.has(at + 1) && words.at(at + 1).as(Meaning.Value.class).isPresent();
        if (instead && !value) {
            sentence.claim(not, at + 1, "intent", "correction");
        }
    }

    // What stands before "not", over a comma and the like.
    private int before(int not) {
        var at = not - 1;
        while (words.isAny(at, Cue.COMMA, Cue.DASH) || words.isLink(at)) {
            at--;
        }
        return at;
    }

    // What stands behind, over ", but rather the".
    private int behind(int i) {
        var at = i;
        while (words.isAny(at, Cue.COMMA, Cue.DASH, Cue.INSTEAD) || words.isLink(at)) {
            at++;
        }
        return at;
    }

    private Optional<TimeMention> timeAt(int start) {
        return findings.times.stream()
                .filter(mention -> mention.from() == start)
                .findFirst();
    }

    private Optional<TimeMention> timeBefore(int end) {
        var last = before(end);
        return findings.times.stream()
                .filter(mention -> mention.to() == last + 1)
                .findFirst();
    }
}
