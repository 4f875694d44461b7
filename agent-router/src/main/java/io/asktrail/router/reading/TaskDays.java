package io.asktrail.router.reading;

import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.time.TimeMeaning;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The days of a task: those that were named, those of the question before, or the usual ones. */
record TaskDays(
        Sentence sentence,
        Findings findings,
        ZoneId tz,
        @Nullable TaskSpec base) {
    Period period() {
        var named = findings.period;
        if (named == null && base != null && base.time() != null && movesBack()) {
            return before(base.time());
        }
        if (named != null) {
            return new Period(
                    named.days().start(),
                    named.days().end(),
                    tz,
                    named.range(),
                    grain(named.days().count()));
        }
        if (base != null && base.time() != null) {
            var before = base.time();
            return new Period(before.start(), before.end(), before.tz(), before.range(), grain(before.days()));
        }
        return unnamed();
    }

    // "the week before?" after a question about a week goes back, where "vs the week before" compares.
    private boolean movesBack() {
        var relative = findings.compared instanceof TimeMeaning.YearBefore
                || findings.compared instanceof TimeMeaning.PeriodBefore;
        var compares = sentence.words().hasCue(Cue.VERSUS)
                || sentence.words().hasCue(Cue.COMPARE)
                || sentence.words().hasCue(Cue.GROWTH);
        return relative && !compares;
    }

    private Period before(Period period) {
        var calendar = sentence.registry().calendar();
        var days = findings.compared instanceof TimeMeaning.YearBefore
                ? calendar.previousYear(period)
                : calendar.previousPeriod(period);
        findings.compared = null;
        return new Period(days.start(), days.end(), period.tz(), null, period.grain());
    }

    private Period unnamed() {
        var calendar = sentence.registry().calendar();
        // "vs last month" alone holds the running month against it.
        if (findings.compared instanceof TimeMeaning.Stretch(var _, var range, var _)
                && range != null
                && range.startsWith("last_")
                && calendar.resolve(range.replace("last_", "this_"), sentence.today())
                        .isPresent()) {
            var running = range.replace("last_", "this_");
            var days = calendar.resolve(running, sentence.today()).orElseThrow();
            findings.assumptions.add(Said.of(RouterSaying.COMPARED_SO_FAR));
            return new Period(days.start(), days.end(), tz, running, grain(days.count()));
        }
        if (findings.diagnosis == Diagnosis.Kind.PACING) {
            var days = calendar.resolve("this_month", sentence.today()).orElseThrow();
            findings.assumptions.add(Said.of(RouterSaying.BUDGETS_THIS_MONTH));
            return new Period(days.start(), days.end(), tz, "this_month", null);
        }
        var standard = calendar.defaultPeriod(sentence.today());
        findings.assumptions.add(Said.of(RouterSaying.NO_PERIOD)
                .number(standard.days())
                .day(standard.start())
                .day(standard.end()));
        return new Period(standard.start(), standard.end(), tz, standard.range(), grain(standard.days()));
    }

    private @Nullable Grain grain(long days) {
        if (findings.grain != null) {
            return findings.grain;
        }
        if (findings.ungrained || findings.unsplit) {
            return null;
        }
        if (findings.horizon != null) {
            return Grain.DAY;
        }
        if (findings.trend) {
            return days <= 45 ? Grain.DAY : days <= 200 ? Grain.WEEK : Grain.MONTH;
        }
        var replaced = findings.instead && !findings.groups.isEmpty();
        return base == null || base.time() == null || replaced
                ? null
                : base.time().grain();
    }
}
