package io.asktrail.composer.text;

import io.asktrail.composer.number.Days;
import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Parts of sentences that every shape of answer uses. */
public record Phrases(Shown shown) {
    private static final int NAMED_VALUES = 4;

    String label(MetricId metric) {
        return shown.label(metric);
    }

    /** What a sentence is about: a metric, or how many members there are. */
    String subject(MetricId metric) {
        var counted = shown.task().calculations().stream()
                .map(Calculation::of)
                .filter(Objects::nonNull)
                .findFirst();
        // Not "The number of campaigns": it would end in the plural that the verb follows.
        return metric.value().equals(Shown.COUNT) && counted.isPresent()
                ? "The %s count".formatted(Labels.inSentence(shown.labels().of(counted.get())))
                : label(metric);
    }

    String inSentence(MetricId metric) {
        return Labels.inSentence(shown.label(metric));
    }

    static String was(String label) {
        var plural = label.endsWith("s") && !label.endsWith("ss") && !label.equals(label.toUpperCase(Locale.ROOT));
        return plural ? " were " : " was ";
    }

    /** {@code in 1–31 Oct 2025 for Delhi}. */
    String whenAndWhere() {
        var time = shown.task().period();
        return (time.start().equals(time.end()) ? "on " : "in ") + period(shown.task()) + where();
    }

    static String period(TaskSpec task) {
        var time = task.period();
        var running = time.range() != null && time.range().startsWith("this_");
        return Days.period(time.start(), time.end()) + (running ? " so far" : "");
    }

    String earlierPeriod() {
        var compare = Objects.requireNonNull(shown.task().compare());
        return Days.period(compare.start(), compare.end());
    }

    private String where() {
        var parts = new ArrayList<String>();
        shown.task().entities().kept().values().forEach(values -> parts.add(named(values)));
        return parts.isEmpty() ? "" : " for " + Labels.list(parts);
    }

    private static String named(List<String> values) {
        return values.size() <= NAMED_VALUES
                ? Labels.either(values)
                : String.join(", ", values.subList(0, NAMED_VALUES)) + " or others";
    }

    /** Which numbers are narrower than the rest: {@code Ad spend counts SB only.} */
    void scopes(Prose prose) {
        for (var scope : shown.task().scopes()) {
            var metrics = scope.metrics().stream().map(this::label).toList();
            var values = scope.entities().kept().values().stream()
                    .map(Phrases::named)
                    .toList();
            prose.say(" %s: %s only.".formatted(Labels.list(metrics), Labels.list(values)));
        }
    }

    void cell(Prose prose, int row, String column) {
        var value = shown.number(row, column);
        if (value == null) {
            prose.say(FigureFormat.NONE);
        } else {
            prose.cell(FigureFormat.inSentence(value, shown.unit(column)), value, row, column);
        }
    }

    void total(Prose prose, String column) {
        var value = shown.total(column);
        if (value == null) {
            prose.say(FigureFormat.NONE);
        } else {
            prose.total(FigureFormat.inSentence(value, shown.unit(column)), value, column);
        }
    }

    /** Who a row is, or when. */
    String name(int row) {
        var date = shown.isSeries() ? shown.date(row) : null;
        var member = shown.member(row);
        if (date == null) {
            return member;
        }
        var point = shown.days().point(date, shown.grain());
        return member.isEmpty() ? point : "%s, %s".formatted(point, member);
    }
}
