package io.asktrail.router.reading;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.time.Units;
import io.asktrail.router.vocabulary.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Reads that days ahead are to be worked out: "forecast orders for the next 30 days". */
final class ForecastWords {
    private static final int FARTHEST = 366;
    private static final List<Integer> USUAL = List.of(7, 30, 90);

    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private ForecastWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called before time is read: the days ahead are no period there are figures of. */
    static void read(Sentence sentence, Findings findings) {
        var reader = new ForecastWords(sentence, findings);
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && sentence.words().is(i, Cue.FORECAST)) {
                sentence.claim(i, "calculation", "forecast");
                findings.horizon = USUAL.getFirst();
            }
        }
        if (findings.horizon != null) {
            reader.horizon();
        }
    }

    private void horizon() {
        if (toTheEnd()) {
            return;
        }
        for (var i = 0; i < sentence.size(); i++) {
            if (words.is(i, WordKind.AHEAD) && sentence.isFree(i)) {
                var counted = words.whole(i + 1).isPresent();
                var unit = Units.at(words, counted ? i + 2 : i + 1);
                if (unit != null) {
                    ahead(i, counted ? words.whole(i + 1).getAsInt() : 0, unit);
                    return;
                }
            }
        }
        findings.problems.add(new Problem.HowFar(Said.of(RouterSaying.HOW_FAR), USUAL));
    }

    // "to the end of the month", "for the rest of the quarter", "till month end"
    private boolean toTheEnd() {
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i) || !words.is(i, WordKind.LAST_PART)) {
                continue;
            }
            var after = i + 1;
            while (words.is(after, WordKind.PART_OF)) {
                after++;
            }
            var unit = Units.at(words, after);
            if (unit != null && unit != Grain.DAY) {
                toTheEnd(i, after + 1, unit);
                return true;
            }
            unit = Units.at(words, i - 1);
            if (unit != null && unit != Grain.DAY) {
                toTheEnd(i - 1, i + 1, unit);
                return true;
            }
        }
        return false;
    }

    private void toTheEnd(int from, int to, Grain unit) {
        var first = from;
        while (sentence.isFree(first - 1) && words.is(first - 1, WordKind.UP_TO)) {
            first--;
        }
        sentence.claim(first, to, "calculation", "horizon");
        var start = sentence.registry().calendar().startOf(unit, sentence.today());
        var end = Units.minus(start, unit, -1).minusDays(1);
        findings.horizon = days(end) + 1;
        findings.assumptions.add(Said.of(RouterSaying.FORECAST_UNTIL).day(end).number(findings.horizon));
    }

    private void ahead(int i, int count, Grain unit) {
        sentence.claim(i, count == 0 ? i + 2 : i + 3, "calculation", "horizon");
        var over = words.skipLinksBackTo(i, Cue.MORE);
        if (words.is(over, WordKind.OVER) && sentence.isFree(over)) {
            sentence.claim(over, "calculation", "horizon");
        }
        var today = sentence.today();
        if (count == 0) {
            // "next month" may be the days that come or the calendar's month.
            var start = sentence.registry().calendar().startOf(unit, today);
            var end = Units.minus(start, unit, -2).minusDays(1);
            var rolling = days(Units.minus(today, unit, -1));
            findings.horizon = rolling;
            if (unit != Grain.DAY) {
                findings.problems.add(new Problem.HowFar(
                        Said.of(RouterSaying.FORECAST_STARTS).number(rolling).day(end),
                        List.of(rolling, days(end) + 1)));
            }
            return;
        }
        if (count > FARTHEST || days(Units.minus(today, unit, -count)) > FARTHEST) {
            findings.problems.add(
                    new Problem.HowFar(Said.of(RouterSaying.FORECAST_FARTHEST).number(FARTHEST), USUAL));
            return;
        }
        findings.horizon = days(Units.minus(today, unit, -count));
        findings.assumptions.add(Said.of(RouterSaying.FORECAST_AHEAD).number(findings.horizon));
    }

    private int days(LocalDate end) {
        return Math.toIntExact(ChronoUnit.DAYS.between(sentence.today(), end));
    }
}
