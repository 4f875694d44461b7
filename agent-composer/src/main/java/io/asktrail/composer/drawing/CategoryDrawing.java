package io.asktrail.composer.drawing;

import io.asktrail.composer.chart.Mark;
import io.asktrail.composer.chart.Picture;
import io.asktrail.composer.chart.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** Bars, lying down: one, several, or end to end for each member. */
record CategoryDrawing(Style style) {
    /** With more numbers than this at the bars nobody reads them. */
    private static final int MOST_WRITTEN = 24;

    /** The part of an axis that is left for the words at the longest bar. */
    static final double ROOM = 0.2;

    /** How much of the width names may take, and how many lines. */
    static final float NAMES = 0.34f;

    JFreeChart chart() {
        var picture = style.picture();
        var stacked = picture.shape() == Shape.STACKED;
        var renderer = stacked ? new StackedBarRenderer() : new BarRenderer();
        dress(renderer, stacked);
        for (var i = 0; i < picture.series().size(); i++) {
            renderer.setSeriesPaint(i, style.colour(i));
        }
        var numbers = AxisNumbers.axis(picture.value(), picture.language(), true);
        if (!stacked && picture.marks().size() <= MOST_WRITTEN) {
            written(renderer);
            numbers.setUpperMargin(ROOM);
            numbers.setLowerMargin(picture.marks().stream().anyMatch(CategoryDrawing::isNegative) ? ROOM : 0);
        }
        return style.chart(plot(data(picture), names(picture.place()), numbers, renderer));
    }

    private static boolean isNegative(Mark mark) {
        return mark.value() != null && mark.value().signum() < 0;
    }

    static void dress(BarRenderer renderer, boolean touching) {
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setItemMargin(touching ? 0 : 0.06);
        renderer.setMaximumBarWidth(0.2);
    }

    static CategoryAxis names(String place) {
        var names = new CategoryAxis(place);
        names.setMaximumCategoryLabelWidthRatio(NAMES);
        names.setMaximumCategoryLabelLines(2);
        names.setCategoryMargin(0.25);
        names.setLowerMargin(0.01);
        names.setUpperMargin(0.01);
        return names;
    }

    CategoryPlot plot(
            org.jfree.data.category.CategoryDataset data,
            CategoryAxis names,
            org.jfree.chart.axis.NumberAxis numbers,
            BarRenderer renderer) {
        var plot = new CategoryPlot(data, names, numbers, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        // The numbers stand below the bars, as in any other picture.
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        style.quiet(plot);
        names.setLabel(null);
        return plot;
    }

    private static DefaultCategoryDataset data(Picture picture) {
        var data = new DefaultCategoryDataset();
        picture.series().forEach(series -> members(picture).forEach(member -> data.addValue(null, series, member)));
        picture.marks().forEach(mark -> data.setValue(mark.value(), mark.series(), name(mark)));
        return data;
    }

    private static List<String> members(Picture picture) {
        return picture.marks().stream().map(CategoryDrawing::name).distinct().toList();
    }

    private static String name(Mark mark) {
        return Objects.requireNonNullElse(mark.member(), "");
    }

    private void written(BarRenderer renderer) {
        var words = words(style.picture());
        renderer.setDefaultItemLabelGenerator(new Written(words));
        renderer.setDefaultItemLabelsVisible(true);
        label(renderer, style);
    }

    static void label(BarRenderer renderer, Style style) {
        renderer.setDefaultItemLabelFont(style.fonts().plain(11));
        renderer.setDefaultItemLabelPaint(Style.INK);
        renderer.setItemLabelAnchorOffset(4);
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        renderer.setDefaultNegativeItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
    }

    private static Map<Place, String> words(Picture picture) {
        var words = new LinkedHashMap<Place, String>();
        picture.marks()
                .forEach(mark -> words.put(new Place(mark.series(), name(mark)), Written.words(picture, mark.value())));
        return words;
    }

    /** A bar by its series and its member. */
    record Place(String series, String member) {}
}
