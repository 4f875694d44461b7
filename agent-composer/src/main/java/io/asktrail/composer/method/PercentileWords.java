package io.asktrail.composer.method;

import io.asktrail.composer.shown.Labels;
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
                                .map(percentile -> sentence(labels.of(metric.id()), measure, percentile)))
                        .findFirst()
                : Optional.empty();
    }

    private static String sentence(String label, Measure measure, Percentile percentile) {
        var each = words(KEY.matcher(percentile.per()).replaceFirst(""));
        var sum = words(String.valueOf(measure.column()));
        var value = percentile.less() == null ? sum : sum + " less " + words(percentile.less());
        return "%s: the lines of each %s are added up first (%s); of these values it is %s"
                .formatted(label, each, value, taken(percentile));
    }

    private static String taken(Percentile percentile) {
        return percentile.isMedian()
                ? "the median (percentile_cont: between the two middle ones where their number is even)"
                : "percentile %s (percentile_cont: in proportion between the two nearest)"
                        .formatted(percentile
                                .p()
                                .multiply(HUNDRED)
                                .stripTrailingZeros()
                                .toPlainString());
    }

    private static String words(String column) {
        return column.replace('_', ' ');
    }
}
