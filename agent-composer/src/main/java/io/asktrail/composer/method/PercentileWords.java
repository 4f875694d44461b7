package io.asktrail.composer.method;

import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.words.Words;
import io.asktrail.contracts.ask.Language;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.metric.Percentile;
import io.asktrail.registry.schema.RowCondition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a percentile was taken: of the values of what, and what happens between two of them. */
public final class PercentileWords {
    private static final Pattern KEY = Pattern.compile("_(id|key|no|number|code)$");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private PercentileWords() {}

    /** Empty for every other kind of metric. */
    public static Optional<String> of(MetricDefinition metric, Labels labels) {
        return metric.derivation() instanceof Derivation.Measured measured
                ? measured.measures().stream()
                        .flatMap(measure -> Stream.ofNullable(measure.percentile())
                                .map(percentile -> sentence(labels.of(metric.id()), measure, percentile, labels)))
                        .findFirst()
                : Optional.empty();
    }

    private static String sentence(String label, Measure measure, Percentile percentile, Labels labels) {
        var words = labels.words();
        var each = column(percentile.per(), measure, labels);
        var sum = column(String.valueOf(measure.column()), measure, labels);
        var less = percentile.less();
        var value = less == null ? sum : words.of("percentile.less", "sum", sum, "less", column(less, measure, labels));
        return words.of("percentile", "metric", label, "each", each, "value", value, "taken", taken(percentile, words));
    }

    private static String taken(Percentile percentile, Words words) {
        return percentile.isMedian()
                ? words.of("percentile.median")
                : words.of(
                        "percentile.other",
                        "p",
                        percentile.p().multiply(HUNDRED).stripTrailingZeros().toPlainString());
    }

    // Columns have English names; in another language a column is called what the metric is that it alone gives.
    private static String column(String name, Measure measure, Labels labels) {
        var english = KEY.matcher(name).replaceFirst("").replace('_', ' ');
        return labels.words().language() == Language.ENGLISH
                ? english
                : labels.registry().metrics().values().stream()
                        .filter(metric -> isOf(metric, name, measure, measure.where()))
                        .findFirst()
                        .or(() -> labels.registry().metrics().values().stream()
                                .filter(metric -> isOf(metric, name, measure, List.of()))
                                .findFirst())
                        .map(metric -> labels.of(metric.id()))
                        .orElse(english);
    }

    private static boolean isOf(MetricDefinition metric, String column, Measure measure, List<RowCondition> where) {
        return metric.derivation() instanceof Derivation.Measured(var measures, var _)
                && measures.size() == 1
                && measures.getFirst().table().equals(measure.table())
                && measures.getFirst().percentile() == null
                && measures.getFirst().where().equals(where)
                && column.equals(measures.getFirst().column());
    }
}
