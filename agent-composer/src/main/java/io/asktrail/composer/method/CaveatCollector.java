package io.asktrail.composer.method;

import io.asktrail.composer.number.Days;
import io.asktrail.composer.shown.Labels;
import io.asktrail.contracts.agent.ComposerAgent.ComposeRequest;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Period;
import io.asktrail.registry.Registry;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;

/** What to know before passing the numbers on, each thing once, the gravest first. */
public final class CaveatCollector {
    private final Registry registry;
    private final Labels labels;
    private final ComposeRequest request;
    private final Account account;
    private final SequencedSet<Caveat> caveats = new LinkedHashSet<>();

    public CaveatCollector(Registry registry, ComposeRequest request) {
        this.registry = registry;
        this.labels = new Labels(registry);
        this.request = request;
        this.account = new Account(request, registry);
    }

    public List<Caveat> collect() {
        missing();
        truncated();
        for (var read : account.reads()) {
            var freshness = read.rows().freshness();
            if (freshness != null) {
                coverage(read.inputs().dateRange(), freshness);
                provisional(read.inputs().dateRange(), freshness);
            }
        }
        partialPeriods();
        account.notes(Note.Kind.CAVEAT).forEach(note -> caveats.add(new Caveat(note.code(), note.text())));
        return List.copyOf(caveats);
    }

    /** What could not be had, as sentences: the causes, not what failed because of them. */
    public List<String> missingReasons() {
        var lost = account.lost();
        var causes = lost.stream()
                .filter(step -> step.missing().code() != ErrorCode.INPUT_MISSING)
                .toList();
        return (causes.isEmpty() ? lost : causes)
                .stream().map(this::reason).distinct().toList();
    }

    private String reason(Account.Lost lost) {
        return account.fetched(lost.step().inputs())
                .map(fetch ->
                        "%s missing: %s".formatted(names(fetch), lost.missing().reason()))
                .orElse(lost.missing().reason());
    }

    private String names(StepInputs.Fetch fetch) {
        var names = fetch.metrics().stream().map(labels::of).toList();
        return Labels.list(names) + (names.size() == 1 ? " is" : " are");
    }

    private void missing() {
        var lost = account.lost();
        lost.stream()
                .filter(step -> step.missing().code() != ErrorCode.INPUT_MISSING || lost.size() == 1)
                .forEach(step ->
                        caveats.add(new Caveat(step.missing().code().name().toLowerCase(Locale.ROOT), reason(step))));
    }

    private void truncated() {
        account.reads().stream()
                .filter(read -> read.rows().truncated())
                .forEach(read -> caveats.add(new Caveat(
                        "truncated",
                        "%s cut short by the row limit: totals and ranks count the rows that came back. Ask for fewer days or groups."
                                .formatted(names(read.inputs())))));
    }

    private void coverage(StepInputs.DateRange asked, Freshness freshness) {
        var from = freshness.coveredFrom();
        var to = freshness.coveredTo();
        // "All time up to a day" begins before there was a shop; that its first years are empty is no gap.
        if (!withinTask(asked)) {
            return;
        }
        if (from == null || to == null || to.isBefore(asked.start()) || from.isAfter(asked.end())) {
            caveats.add(new Caveat(
                    "partial_coverage",
                    "%s has no data for %s%s."
                            .formatted(
                                    freshness.source(),
                                    Days.period(asked.start(), asked.end()),
                                    from == null || to == null ? "" : "; it covers " + Days.period(from, to))));
        } else if (from.isAfter(asked.start()) || to.isBefore(asked.end())) {
            var first = from.isAfter(asked.start()) ? from : asked.start();
            var last = to.isBefore(asked.end()) ? to : asked.end();
            caveats.add(new Caveat(
                    "partial_coverage",
                    "%s covers only %s of %s."
                            .formatted(
                                    freshness.source(),
                                    Days.period(first, last),
                                    Days.period(asked.start(), asked.end()))));
        }
    }

    private boolean withinTask(StepInputs.DateRange asked) {
        var compare = request.task().compare();
        return !asked.start().isBefore(request.task().period().start())
                || (compare != null && !asked.start().isBefore(compare.start()));
    }

    private void provisional(StepInputs.DateRange asked, Freshness freshness) {
        var from = freshness.provisionalFrom();
        if (from != null && !from.isAfter(asked.end())) {
            caveats.add(new Caveat(
                    "provisional",
                    "Numbers of %s from %s on may still change.".formatted(freshness.source(), Days.day(from))));
        }
    }

    private void partialPeriods() {
        var time = request.task().time();
        if (time == null) {
            return;
        }
        if (time.range() != null && time.range().startsWith("this_")) {
            caveats.add(new Caveat(
                    "partial_period",
                    "%s is not over: it counts through %s."
                            .formatted(capitalised(time.range()), Days.day(time.end()))));
        }
        edges(time);
        var compare = request.task().compare();
        if (compare != null) {
            lengths(time, compare);
        }
    }

    private static String capitalised(String range) {
        return range.substring(0, 1).toUpperCase(Locale.ROOT)
                + range.substring(1).replace('_', ' ');
    }

    // The first and the last week or month of a series may reach beyond the days that were asked for.
    private void edges(Period time) {
        var grain = time.grain();
        if (grain == null) {
            return;
        }
        var cut = new ArrayList<String>();
        if (!registry.calendar().startOf(grain, time.start()).equals(time.start())) {
            cut.add("the first starts on " + Days.day(time.start()));
        }
        if (registry.calendar()
                .startOf(grain, time.end().plusDays(1))
                .isBefore(time.end().plusDays(1))) {
            cut.add("the last ends on " + Days.day(time.end()));
        }
        if (!cut.isEmpty()) {
            caveats.add(new Caveat(
                    "partial_points",
                    "Not every %s is whole: %s.".formatted(grain.name().toLowerCase(Locale.ROOT), Labels.list(cut))));
        }
    }

    private void lengths(Period time, Comparison compare) {
        var before = days(compare.start(), compare.end());
        // Months differ in length by nature; a reader still has to know when sums are compared.
        if (before != time.days()) {
            caveats.add(new Caveat(
                    "different_lengths",
                    "The periods differ in length: %d days against %d.".formatted(time.days(), before)));
        }
    }

    private static long days(LocalDate start, LocalDate end) {
        return ChronoUnit.DAYS.between(start, end) + 1;
    }
}
