package io.asktrail.composer.text;

import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.diagnosis.FindingColumns;
import io.asktrail.contracts.id.MetricId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** An account at a glance: each number with its way since the period before, then what stands out, then the budgets. */
record HealthReport(Prose prose, Phrases phrases) {
    static final String METHOD =
            "The numbers stand beside those of as many days before. " + UnusualDays.METHOD + " " + BudgetPace.METHOD;

    void tell() {
        prose.say("%s, against %s: ".formatted(capital(phrases.whenAndWhere()), phrases.earlierPeriod()));
        var first = true;
        for (var metric : metrics()) {
            prose.say(first ? "" : "; ");
            number(metric, first);
            first = false;
        }
        prose.say(".");
        unusual();
        budgets();
    }

    private List<MetricId> metrics() {
        return phrases.shown().table().columns().stream()
                .map(column -> column.id())
                .filter(id -> id.endsWith(Shown.PREVIOUS))
                .map(id -> new MetricId(id.substring(0, id.indexOf('.'))))
                .toList();
    }

    private void number(MetricId metric, boolean first) {
        var shown = phrases.shown();
        prose.say((first ? phrases.label(metric) : Labels.inSentence(phrases.label(metric))) + " ");
        phrases.cell(prose, 0, metric.value());
        var column = metric.value() + Shown.CHANGE;
        var change = shown.number(0, column);
        if (change == null || change.signum() == 0) {
            prose.say(change == null ? " (no number before)" : " (as before)");
            return;
        }
        prose.say(change.signum() > 0 ? " (up " : " (down ");
        var relative = shown.number(0, metric.value() + Shown.CHANGE_PCT);
        if ("percent".equals(shown.unit(metric.value()))) {
            prose.cell(FigureFormat.points(change.abs(), shown.words()), change, 0, column);
        } else if (relative == null) {
            prose.cell(phrases.written(change.abs(), shown.unit(metric.value())), change, 0, column);
        } else {
            prose.cell(phrases.written(relative.abs(), "percent"), relative, 0, metric.value() + Shown.CHANGE_PCT);
        }
        prose.say(")");
    }

    private void unusual() {
        var rows = rows(FindingColumns.UNUSUAL);
        if (rows.isEmpty()) {
            prose.say(" No day of them stood out.");
            return;
        }
        for (var i = 0; i < rows.size(); i++) {
            prose.say(i == 0 ? " Unusual: " : "; ");
            new UnusualDays(prose, phrases).run(rows.get(i));
        }
        prose.say(".");
    }

    private void budgets() {
        var rows = rows(FindingColumns.BUDGETS);
        if (rows.isEmpty()) {
            return;
        }
        var whole = rows.getFirst();
        prose.say(" Of the budget so far ");
        phrases.cell(prose, whole, FindingColumns.PACE);
        prose.say(" was spent");
        if (!Objects.equals(
                phrases.shown().number(whole, FindingColumns.PROJECTED),
                phrases.shown().number(whole, "spend"))) {
            prose.say("; at this pace it is ");
            phrases.cell(prose, whole, FindingColumns.PROJECTED_PACE);
            prose.say(" by the end");
        }
        prose.say(".");
    }

    private List<Integer> rows(String about) {
        return IntStream.range(0, phrases.shown().table().size())
                .filter(row -> phrases.shown().text(row, FindingColumns.ABOUT).equals(about))
                .boxed()
                .toList();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
