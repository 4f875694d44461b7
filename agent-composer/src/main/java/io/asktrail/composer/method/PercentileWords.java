package io.asktrail.composer.method;

import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.words.Words;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.metric.Percentile;
import java.math.BigDecimal;
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
                                .map(percentile ->
                                        sentence(labels.of(metric.id()), measure, percentile, labels.words())))
                        .findFirst()
                : Optional.empty();
    }

    private static String sentence(String label, Measure measure, Percentile percentile, Words words) {
        var each = words(KEY.matcher(percentile.per()).replaceFirst(""));
        var sum = words(String.valueOf(measure.column()));
        var less = percentile.less();
        var value = less == null ? sum : words.of("percentile.less", "sum", sum, "less", words(less));
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

    private static String words(String column) {
        return column.replace('_', ' ');
    }
}
