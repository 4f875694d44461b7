package io.asktrail.composer.text;

import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parts of sentences that every shape of answer uses. */
public record Phrases(Shown shown) {
    private static final int NAMED_VALUES = 4;

    String label(MetricId metric) {
        return shown.label(metric);
    }

    Sentence sentence(String key) {
        return new Sentence(shown.words().template(key));
    }

    /** What a sentence is about: a metric, or how many members there are. */
    String subject(MetricId metric) {
        var counted = shown.task().calculations().stream()
                .map(Calculation::of)
                .filter(Objects::nonNull)
                .findFirst();
        // Not "The number of campaigns": it would end in the plural that the verb follows.
        return metric.value().equals(Shown.COUNT) && counted.isPresent()
                ? shown.words()
                        .of(
                                "count.subject",
                                "dimension",
                                Labels.inSentence(shown.labels().of(counted.get())))
                : label(metric);
    }

    String inSentence(MetricId metric) {
        return Labels.inSentence(shown.label(metric));
    }

    /** {@code were} after {@code Net sales}, {@code was} after {@code ACOS} and {@code Ad share of sales}. */
    String was(String label) {
        var noun = label.split(" of ", 2)[0];
        var plural = noun.endsWith("s") && !noun.endsWith("ss") && !noun.equals(noun.toUpperCase(Locale.ROOT));
        return shown.words().of(plural ? "verb.were" : "verb.was");
    }

    /** Several of a dimension's members, or one. */
    String noun(DimensionId dimension, boolean one) {
        var label = shown.labels().of(dimension);
        return one ? Labels.inSentence(label) : several(label);
    }

    /** Several of what has this label. */
    String several(String label) {
        return shown.labels().several(label);
    }

    /** {@code in 1–31 Oct 2025 for Delhi}. */
    String whenAndWhere() {
        var time = shown.task().period();
        var words = shown.words();
        var when = time.start().equals(time.end())
                ? words.of("when.on", "day", period())
                : words.of("when.in", "period", period());
        return where(when);
    }

    /** The words for days, with the places after them. */
    String where(String when) {
        var parts = new ArrayList<String>();
        shown.task().entities().kept().values().forEach(values -> parts.add(named(values)));
        return parts.isEmpty()
                ? when
                : shown.words()
                        .of("where", "when", when, "place", shown.labels().all(parts));
    }

    private String period() {
        var time = shown.task().period();
        var days = shown.days().from(time.start(), time.end());
        var running = time.range() != null && time.range().startsWith("this_");
        return running ? shown.words().of("when.sofar", "period", days) : days;
    }

    String earlierPeriod() {
        var compare = Objects.requireNonNull(shown.task().compare());
        return shown.days().from(compare.start(), compare.end());
    }

    private String named(List<String> values) {
        return values.size() <= NAMED_VALUES
                ? shown.labels().any(values)
                : shown.words().of("place.more", "names", String.join(", ", values.subList(0, NAMED_VALUES)));
    }

    /** Which numbers are narrower than the rest: {@code Ad spend: SB only.} */
    void scopes(Prose prose) {
        for (var scope : shown.task().scopes()) {
            var metrics = scope.metrics().stream().map(this::label).toList();
            var values =
                    scope.entities().kept().values().stream().map(this::named).toList();
            sentence("scope")
                    .with("metrics", shown.labels().all(metrics))
                    .with("values", shown.labels().all(values))
                    .into(prose);
        }
    }

    /** A cell as a part of a sentence. */
    Sentence.Part cell(int row, String column) {
        return prose -> cell(prose, row, column);
    }

    /** A cell as a part of a sentence, without its sign: the words around it say which way it went. */
    Sentence.Part size(int row, String column) {
        return prose -> {
            var value = Objects.requireNonNull(shown.number(row, column));
            var unit = shown.unit(column);
            var text = column.endsWith(Shown.CHANGE) ? difference(value.abs(), unit) : written(value.abs(), unit);
            prose.cell(text, value, row, column);
        };
    }

    /** A cell that says how far a number moved as a part of a sentence. */
    Sentence.Part move(int row, String column) {
        return prose -> {
            var value = Objects.requireNonNull(shown.number(row, column));
            prose.cell(difference(value, shown.unit(column)), value, row, column);
        };
    }

    // Rates move by percentage points: "up 10 %" of a rate would say two things.
    private String difference(BigDecimal value, @Nullable String unit) {
        return "percent".equals(unit) ? FigureFormat.points(value, shown.words()) : written(value, unit);
    }

    /** A total as a part of a sentence. */
    Sentence.Part total(String column) {
        return prose -> total(prose, column);
    }

    /** A number as people read it. */
    String written(BigDecimal value, @Nullable String unit) {
        return FigureFormat.inSentence(value, unit, shown.words());
    }

    void cell(Prose prose, int row, String column) {
        var value = shown.number(row, column);
        if (value == null) {
            prose.say(FigureFormat.NONE);
        } else {
            prose.cell(written(value, shown.unit(column)), value, row, column);
        }
    }

    void total(Prose prose, String column) {
        var value = shown.total(column);
        if (value == null) {
            prose.say(FigureFormat.NONE);
        } else {
            prose.total(written(value, shown.unit(column)), value, column);
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
