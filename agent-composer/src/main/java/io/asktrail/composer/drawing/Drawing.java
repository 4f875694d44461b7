package io.asktrail.composer.drawing;

import io.asktrail.composer.chart.Picture;
import io.asktrail.composer.chart.Shape;
import io.asktrail.contracts.answer.PictureSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/** One picture in one size, on whatever can be drawn on: the same strokes for a PNG and an SVG. */
record Drawing(Picture picture, Fonts fonts, int width, int height) {
    private static final int LINE_HEIGHT = 420;
    private static final int HEAD = 130;
    private static final int PLACE = 26;
    private static final int PLACE_OF_TWO_LINES = 36;
    private static final int LONG_NAME = 30;
    private static final int BAR = 15;

    static Drawing of(Picture picture, PictureSize size) {
        var height = size.height() == null ? usual(picture) : size.height();
        return new Drawing(picture, Fonts.of(picture), size.width(), height);
    }

    // As high as the names at the axis need.
    private static int usual(Picture picture) {
        var places = (int)
                picture.marks().stream().map(mark -> mark.member()).distinct().count();
        var isLong = picture.marks().stream()
                .anyMatch(mark -> mark.member() != null && mark.member().length() > LONG_NAME);
        var place = isLong ? PLACE_OF_TWO_LINES : PLACE;
        var height =
                switch (picture.shape()) {
                    case LINE, FORECAST, SCATTER -> LINE_HEIGHT;
                    case NUMBER ->
                        HEAD - 40 + NumberDrawing.ROW * picture.marks().size();
                    case BAR, STACKED, WATERFALL -> HEAD + place * places;
                    case GROUPED ->
                        HEAD + Math.max(place, 8 + BAR * picture.series().size()) * places;
                };
        return Math.clamp(height, PictureSize.LEAST_HEIGHT, PictureSize.MOST_HEIGHT);
    }

    void on(Graphics2D canvas) {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        var area = new Rectangle2D.Double(0, 0, width, height);
        canvas.setPaint(Color.WHITE);
        canvas.fill(area);
        var style = new Style(picture, fonts);
        if (picture.shape() == Shape.NUMBER) {
            style.chart(new XYPlot()).draw(canvas, new Rectangle2D.Double(0, 0, width, HEAD));
            canvas.setPaint(Color.WHITE);
            canvas.fill(new Rectangle2D.Double(0, 70, width, height));
            new NumberDrawing(style).draw(canvas, area, 70);
            return;
        }
        chart(style).draw(canvas, area);
    }

    private JFreeChart chart(Style style) {
        return switch (picture.shape()) {
            case BAR, GROUPED, STACKED -> new CategoryDrawing(style).chart();
            case WATERFALL -> new WaterfallDrawing(style).chart();
            case LINE -> new PointDrawing(style).lines();
            case FORECAST -> new BandDrawing(style).chart();
            case SCATTER -> new PointDrawing(style).scatter();
            case NUMBER -> throw new IllegalStateException("numbers have no axes");
        };
    }
}
