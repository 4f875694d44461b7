package io.asktrail.composer.method;

import io.asktrail.composer.number.Days;
import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.words.Words;
import io.asktrail.contracts.agent.ComposerAgent.ComposeRequest;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Period;
import io.asktrail.registry.Registry;
import io.asktrail.registry.wording.FailureWords;
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
    private final Words words;
    private final Labels labels;
    private final Days days;
    private final ComposeRequest request;
    private final Account account;
    private final SequencedSet<Caveat> caveats = new LinkedHashSet<>();

    public CaveatCollector(Registry registry, ComposeRequest request, Words words) {
        this.registry = registry;
        this.words = words;
        this.labels = new Labels(registry, words);
        this.days = Days.in(words);
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
        var notes = new NoteWords(labels);
        account.notes(Note.Kind.CAVEAT).forEach(note -> say(note.code(), notes.of(note)));
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
        var missing = lost.missing();
        var reason = FailureWords.of(missing.code(), missing.reason(), words.language());
        return account.fetched(lost.step().inputs())
                .map(fetch -> words.of(count("missing", fetch), "names", names(fetch), "reason", reason))
                .orElse(reason);
    }

    private String names(StepInputs.Fetch fetch) {
        return labels.all(fetch.metrics().stream().map(labels::of).toList());
    }

    private static String count(String key, StepInputs.Fetch fetch) {
        return key + (fetch.metrics().size() == 1 ? ".one" : ".many");
    }

    private void say(String code, String text) {
        caveats.add(new Caveat(code, text));
    }

    private void missing() {
        var lost = account.lost();
        lost.stream()
                .filter(step -> step.missing().code() != ErrorCode.INPUT_MISSING || lost.size() == 1)
                .forEach(step -> say(step.missing().code().name().toLowerCase(Locale.ROOT), reason(step)));
    }

    private void truncated() {
        account.reads().stream()
                .filter(read -> read.rows().truncated())
                .map(Account.Read::inputs)
                .forEach(fetch -> say("truncated", words.of(count("cut", fetch), "names", names(fetch))));
    }

    private void coverage(StepInputs.DateRange asked, Freshness freshness) {
        var from = freshness.coveredFrom();
        var to = freshness.coveredTo();
        // "All time up to a day" begins before there was a shop; that its first years are empty is no gap.
        if (!withinTask(asked)) {
            return;
        }
        var source = labels.source(freshness.source());
        var wanted = days.from(asked.start(), asked.end());
        if (from == null || to == null) {
            say(Note.PARTIAL_COVERAGE, words.of("covered.none", "source", source, "days", wanted));
        } else if (to.isBefore(asked.start()) || from.isAfter(asked.end())) {
            var covered = days.from(from, to);
            say(Note.PARTIAL_COVERAGE, words.of("covered.other", "source", source, "days", wanted, "covered", covered));
        } else if (from.isAfter(asked.start()) || to.isBefore(asked.end())) {
            var first = from.isAfter(asked.start()) ? from : asked.start();
            var last = to.isBefore(asked.end()) ? to : asked.end();
            var covered = days.from(first, last);
            say(Note.PARTIAL_COVERAGE, words.of("covered.part", "source", source, "days", wanted, "covered", covered));
            uneven(source, first, last);
        }
    }

    // What adds up is smaller for fewer days, whatever the business did.
    private void uneven(String source, LocalDate first, LocalDate last) {
        var compare = request.task().compare();
        if (compare == null || first.isBefore(request.task().period().start())) {
            return;
        }
        var now = days(first, last);
        var before = days(compare.start(), compare.end());
        if (now < before) {
            say(
                    "different_lengths",
                    words.of(
                            "covered.uneven",
                            "source",
                            source,
                            "now",
                            Long.toString(now),
                            "before",
                            Long.toString(before)));
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
            say(
                    "provisional",
                    words.of("provisional", "source", labels.source(freshness.source()), "day", days.written(from)));
        }
    }

    private void partialPeriods() {
        var time = request.task().time();
        if (time == null) {
            return;
        }
        if (time.range() != null && time.range().startsWith("this_")) {
            var range = words.of("range." + time.range());
            say("partial_period", words.of("running", "range", range, "day", days.written(time.end())));
        }
        edges(time);
        var compare = request.task().compare();
        if (compare != null) {
            lengths(time, compare);
        }
    }

    // The first and the last week or month of a series may reach beyond the days that were asked for.
    private void edges(Period time) {
        var grain = time.grain();
        if (grain == null) {
            return;
        }
        var cut = new ArrayList<String>();
        if (!registry.calendar().startOf(grain, time.start()).equals(time.start())) {
            cut.add(words.of("points.first", "day", days.written(time.start())));
        }
        if (registry.calendar()
                .startOf(grain, time.end().plusDays(1))
                .isBefore(time.end().plusDays(1))) {
            cut.add(words.of("points.last", "day", days.written(time.end())));
        }
        if (!cut.isEmpty()) {
            var name = words.of("grain." + grain.name().toLowerCase(Locale.ROOT));
            say("partial_points", words.of("points", "grain", name, "ends", labels.all(cut)));
        }
    }

    private void lengths(Period time, Comparison compare) {
        var before = days(compare.start(), compare.end());
        // Months differ in length by nature; a reader still has to know when sums are compared.
        if (before != time.days()) {
            var now = Long.toString(time.days());
            say("different_lengths", words.of("lengths", "now", now, "before", Long.toString(before)));
        }
    }

    private static long days(LocalDate start, LocalDate end) {
        return ChronoUnit.DAYS.between(start, end) + 1;
    }
}
