package io.asktrail.composer.drawing;

import io.asktrail.composer.chart.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** What all drawn pictures share: title, legend, quiet axes. Sizes are in pixels of a picture 800 wide. */
record Style(Picture picture, Fonts fonts) {
    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color QUIET = new Color(0x5A, 0x5A, 0x5A);
    private static final Color GRID = new Color(0xDD, 0xDD, 0xDD);
    private static final float TITLE = 18;
    private static final float SMALL = 12;

    JFreeChart chart(Plot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        var chart = new JFreeChart(null, fonts.bold(TITLE), plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setAntiAlias(true);
        chart.setPadding(new RectangleInsets(12, 14, 12, 20));
        chart.addSubtitle(0, line(picture.title(), true));
        chart.addSubtitle(1, line(picture.subtitle(), false));
        if (picture.isColoured()) {
            chart.addSubtitle(2, legend());
        }
        return chart;
    }

    private TextTitle line(String text, boolean main) {
        var line = new TextTitle(text, main ? fonts.bold(TITLE) : fonts.plain(SMALL + 1));
        line.setPaint(main ? INK : QUIET);
        line.setHorizontalAlignment(HorizontalAlignment.LEFT);
        line.setTextAlignment(HorizontalAlignment.LEFT);
        line.setMargin(main ? 0 : 2, 0, main ? 0 : 6, 0);
        return line;
    }

    private LegendTitle legend() {
        var legend = new LegendTitle(this::legendItems);
        legend.setItemFont(fonts.plain(SMALL));
        legend.setItemPaint(INK);
        legend.setFrame(BlockBorder.NONE);
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setMargin(0, 0, 6, 0);
        return legend;
    }

    private LegendItemCollection legendItems() {
        var items = new LegendItemCollection();
        for (var i = 0; i < picture.series().size(); i++) {
            var item = new LegendItem(picture.series().get(i), colour(i));
            item.setShape(new java.awt.geom.Rectangle2D.Double(-5, -5, 10, 10));
            items.add(item);
        }
        return items;
    }

    Color colour(int series) {
        return Color.decode(colours().get(series));
    }

    private List<String> colours() {
        return picture.colours();
    }

    void quiet(CategoryPlot plot) {
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        quiet(plot.getDomainAxis());
        quiet(plot.getRangeAxis());
        plot.getDomainAxis().setTickMarksVisible(false);
    }

    void quiet(XYPlot plot) {
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setDomainGridlinesVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        quiet(plot.getDomainAxis());
        quiet(plot.getRangeAxis());
    }

    private void quiet(Axis axis) {
        axis.setLabelFont(fonts.plain(SMALL));
        axis.setLabelPaint(QUIET);
        axis.setTickLabelFont(fonts.plain(SMALL));
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(GRID.darker());
        axis.setTickMarkPaint(GRID.darker());
    }
}
