package io.asktrail.composer.text;

import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.diagnosis.FindingColumns;
import io.asktrail.contracts.id.MetricId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** An account at a glance: each number with its way since the period before, then what stands out, then the budgets. */
record HealthReport(Prose prose, Phrases phrases) {
    void tell() {
        var numbers = new ArrayList<Sentence.Part>();
        metrics().forEach(metric -> numbers.add(number(metric, numbers.isEmpty())));
        phrases.sentence("health.numbers")
                .with("when", capital(phrases.whenAndWhere()))
                .with("earlier", phrases.earlierPeriod())
                .with("numbers", Sentence.joined(numbers, "; "))
                .into(prose);
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

    private Sentence.Part number(MetricId metric, boolean first) {
        var label = phrases.label(metric);
        return phrases.sentence("health.number")
                .with("metric", first ? label : Labels.inSentence(label))
                .with("value", phrases.cell(0, metric.value()))
                .with("change", change(metric))
                .part();
    }

    private Sentence.Part change(MetricId metric) {
        var change = phrases.shown().number(0, metric.value() + Shown.CHANGE);
        if (change == null || change.signum() == 0) {
            return phrases.sentence(change == null ? "health.change.none" : "health.change.same")
                    .part();
        }
        return phrases.sentence(change.signum() > 0 ? "health.change.up" : "health.change.down")
                .with("by", distance(metric, change))
                .part();
    }

    private Sentence.Part distance(MetricId metric, BigDecimal change) {
        var shown = phrases.shown();
        if ("percent".equals(shown.unit(metric.value()))) {
            return within -> within.cell(
                    FigureFormat.points(change.abs(), shown.words()), change, 0, metric.value() + Shown.CHANGE);
        }
        return shown.number(0, metric.value() + Shown.CHANGE_PCT) == null
                ? phrases.size(0, metric.value() + Shown.CHANGE)
                : phrases.size(0, metric.value() + Shown.CHANGE_PCT);
    }

    private void unusual() {
        var runs = rows(FindingColumns.UNUSUAL).stream()
                .map(row -> new UnusualDays(prose, phrases).run(row))
                .toList();
        phrases.sentence(runs.isEmpty() ? "health.calm" : "health.unusual")
                .with("runs", Sentence.joined(runs, "; "))
                .into(prose);
    }

    private void budgets() {
        var rows = rows(FindingColumns.BUDGETS);
        if (rows.isEmpty()) {
            return;
        }
        var whole = rows.getFirst();
        phrases.sentence("health.budget")
                .with("pace", phrases.cell(whole, FindingColumns.PACE))
                .with("ahead", ahead(whole))
                .into(prose);
    }

    private Sentence.Part ahead(int whole) {
        var isOver = Objects.equals(
                phrases.shown().number(whole, FindingColumns.PROJECTED),
                phrases.shown().number(whole, "spend"));
        return isOver
                ? _ -> {}
                : phrases.sentence("health.ahead")
                        .with("pace", phrases.cell(whole, FindingColumns.PROJECTED_PACE))
                        .part();
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
