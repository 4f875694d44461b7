package io.asktrail.composer.drawing;

import io.asktrail.composer.chart.Mark;
import io.asktrail.composer.chart.Picture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jfree.chart.labels.XYItemLabelGenerator;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/** Names points, the largest first, each only where its name runs into no other and over no point. */
final class PointNames implements XYItemLabelGenerator {
    private static final int MOST = 12;
    private static final double NEAR_ACROSS = 0.24;
    private static final double NEAR_UP = 0.07;
    private static final int LONGEST = 20;

    private final List<Mark> marks;
    private final Set<Integer> named = new HashSet<>();

    PointNames(Picture picture) {
        this.marks = picture.marks();
        var width = span(marks.stream().map(mark -> number(mark.across())).toList());
        var height = span(marks.stream().map(mark -> number(mark.value())).toList());
        var taken = new ArrayList<Mark>();
        for (var i = 0; i < marks.size() && named.size() < MOST; i++) {
            var mark = marks.get(i);
            var isFree = taken.stream().noneMatch(other -> isNear(mark, other, width, height))
                    && marks.stream().noneMatch(other -> stands(mark, other, width, height));
            if (isFree) {
                taken.add(mark);
                named.add(i);
            }
        }
    }

    private static boolean isNear(Mark mark, Mark other, double width, double height) {
        return Math.abs(number(other.across()) - number(mark.across())) < NEAR_ACROSS * width
                && Math.abs(number(other.value()) - number(mark.value())) < NEAR_UP * height;
    }

    // Where the name would be written, half of it to each side above its point.
    private static boolean stands(Mark mark, Mark other, double width, double height) {
        var above = number(other.value()) - number(mark.value());
        return other != mark
                && Math.abs(number(other.across()) - number(mark.across())) < NEAR_ACROSS / 2 * width
                && above >= 0
                && above < NEAR_UP * height;
    }

    private static double number(@Nullable BigDecimal number) {
        return Objects.requireNonNullElse(number, BigDecimal.ZERO).doubleValue();
    }

    // Axes begin at zero.
    private static double span(List<Double> numbers) {
        var low = numbers.stream().mapToDouble(n -> n).min().orElse(0);
        var high = numbers.stream().mapToDouble(n -> n).max().orElse(0);
        return Math.max(Math.max(high, 0) - Math.min(low, 0), Double.MIN_NORMAL);
    }

    @Override
    public @Nullable String generateLabel(XYDataset data, int series, int item) {
        var name = Objects.requireNonNullElse(marks.get(item).member(), "");
        if (!named.contains(item)) {
            return null;
        }
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }
}
