package io.asktrail.composer.drawing;

import io.asktrail.composer.chart.Mark;
import io.asktrail.composer.chart.Picture;
import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.math.BigDecimal;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;

/** Lines over time, and points of two numbers. */
record PointDrawing(Style style) {
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    JFreeChart lines() {
        var picture = style.picture();
        var renderer = new XYLineAndShapeRenderer(true, picture.hasDots());
        renderer.setDrawSeriesLineAsPath(false);
        colours(renderer, picture, 2.2f, 3);
        var plot = new XYPlot(
                series(picture, mark -> millis(Objects.requireNonNull(mark.date()))),
                dates(),
                AxisNumbers.axis(picture.value(), picture.language(), false),
                renderer);
        style.quiet(plot);
        return style.chart(plot);
    }

    JFreeChart scatter() {
        var picture = style.picture();
        var renderer = new XYLineAndShapeRenderer(false, true);
        colours(renderer, picture, 1, 4.5);
        renderer.setDefaultItemLabelGenerator(new PointNames(picture));
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(style.fonts().plain(11));
        renderer.setDefaultItemLabelPaint(Style.QUIET);
        var above = new ItemLabelPosition(ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER);
        renderer.setDefaultPositiveItemLabelPosition(above);
        renderer.setDefaultNegativeItemLabelPosition(above);
        var across = AxisNumbers.axis(Objects.requireNonNull(picture.across()), picture.language(), true);
        across.setUpperMargin(0.15);
        across.setLowerMargin(0.14);
        var up = AxisNumbers.axis(picture.value(), picture.language(), true);
        up.setUpperMargin(0.12);
        var plot = new XYPlot(
                series(picture, mark -> Objects.requireNonNull(mark.across()).doubleValue()), across, up, renderer);
        style.quiet(plot);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(plot.getRangeGridlinePaint());
        plot.setDomainGridlineStroke(plot.getRangeGridlineStroke());
        return style.chart(plot);
    }

    private void colours(XYLineAndShapeRenderer renderer, Picture picture, float width, double radius) {
        var dot = new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
        for (var i = 0; i < picture.series().size(); i++) {
            renderer.setSeriesPaint(i, style.colour(i));
            renderer.setSeriesStroke(i, new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            renderer.setSeriesShape(i, dot);
        }
    }

    private interface Across {
        double of(Mark mark);
    }

    // A null stays in the series: the line breaks there.
    private static XYSeriesCollection series(Picture picture, Across across) {
        var all = new XYSeriesCollection();
        for (var name : picture.series()) {
            var series = new XYSeries(name, false, true);
            picture.marks().stream()
                    .filter(mark -> mark.series().equals(name))
                    .forEach(mark -> series.add(across.of(mark), number(mark.value())));
            all.addSeries(series);
        }
        return all;
    }

    private static @Nullable Number number(@Nullable BigDecimal value) {
        return value == null ? null : value.doubleValue();
    }

    static double millis(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    DateAxis dates() {
        var locale = Locale.of(style.picture().language().tag());
        var axis = new DateAxis(style.picture().place(), UTC, locale);
        var units = new TickUnits();
        for (var days : new int[] {1, 2, 7, 14}) {
            units.add(unit(DateTickUnitType.DAY, days, "d MMM", locale));
        }
        for (var months : new int[] {1, 2, 3, 6}) {
            units.add(unit(DateTickUnitType.MONTH, months, "MMM yyyy", locale));
        }
        for (var years : new int[] {1, 2, 5}) {
            units.add(unit(DateTickUnitType.YEAR, years, "yyyy", locale));
        }
        axis.setStandardTickUnits(units);
        axis.setLowerMargin(0.02);
        axis.setUpperMargin(0.03);
        return axis;
    }

    private static DateTickUnit unit(DateTickUnitType type, int count, String pattern, Locale locale) {
        var format = new SimpleDateFormat(pattern, locale);
        format.setTimeZone(UTC);
        return new DateTickUnit(type, count, format);
    }
}
