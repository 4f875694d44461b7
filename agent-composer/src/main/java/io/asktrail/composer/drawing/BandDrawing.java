package io.asktrail.composer.drawing;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.math.BigDecimal;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;

/** Lines over time, with a band around what is only expected. */
record BandDrawing(Style style) {
    private static final float BAND = 0.2f;
    private static final float LINE = 2.2f;
    private static final double DOT = 3;

    JFreeChart chart() {
        var picture = style.picture();
        var renderer = new DeviationRenderer(true, picture.hasDots());
        var dot = new Ellipse2D.Double(-DOT, -DOT, 2 * DOT, 2 * DOT);
        renderer.setAlpha(BAND);
        for (var i = 0; i < picture.series().size(); i++) {
            renderer.setSeriesPaint(i, style.colour(i));
            renderer.setSeriesFillPaint(i, style.colour(i));
            renderer.setSeriesShape(i, dot);
            renderer.setSeriesStroke(i, new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        }
        var plot = new XYPlot(
                series(),
                new PointDrawing(style).dates(),
                AxisNumbers.axis(picture.value(), picture.language(), false),
                renderer);
        style.quiet(plot);
        return style.chart(plot);
    }

    // What is known has a band of no height, which is not seen; where nothing is known the line breaks.
    private YIntervalSeriesCollection series() {
        var all = new YIntervalSeriesCollection();
        for (var name : style.picture().series()) {
            var series = new YIntervalSeries(name);
            style.picture().marks().stream()
                    .filter(mark -> mark.series().equals(name))
                    .forEach(mark -> {
                        var value = or(mark.value(), Double.NaN);
                        series.add(
                                PointDrawing.millis(Objects.requireNonNull(mark.date())),
                                value,
                                or(mark.low(), value),
                                or(mark.high(), value));
                    });
            all.addSeries(series);
        }
        return all;
    }

    private static double or(@Nullable BigDecimal number, double otherwise) {
        return number == null ? otherwise : number.doubleValue();
    }
}
