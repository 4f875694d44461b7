package io.asktrail.composer.drawing;

import io.asktrail.composer.chart.Mark;
import java.awt.Paint;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.renderer.category.IntervalBarRenderer;
import org.jfree.data.category.DefaultIntervalCategoryDataset;

/** Stairs from one number to another, one step a part of the change. */
record WaterfallDrawing(Style style) {
    private static final String STEP = "step";

    JFreeChart chart() {
        var picture = style.picture();
        var marks = picture.marks();
        var words = new HashMap<CategoryDrawing.Place, String>();
        var names = new String[marks.size()];
        var low = new Number[1][marks.size()];
        var high = new Number[1][marks.size()];
        for (var i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            names[i] = name(mark, i);
            var from = Objects.requireNonNullElse(mark.from(), BigDecimal.ZERO);
            var to = Objects.requireNonNullElse(mark.value(), BigDecimal.ZERO);
            low[0][i] = from.min(to);
            high[0][i] = from.max(to);
            words.put(new CategoryDrawing.Place(STEP, names[i]), change(mark, to.subtract(from)));
        }
        var renderer = new Stairs(marks.stream()
                .map(mark -> (Paint) style.colour(picture.series().indexOf(mark.series())))
                .toList());
        CategoryDrawing.dress(renderer, true);
        renderer.setDefaultItemLabelGenerator(new Written(words));
        renderer.setDefaultItemLabelsVisible(true);
        CategoryDrawing.label(renderer, style);
        var numbers = AxisNumbers.axis(picture.value(), picture.language(), true);
        numbers.setUpperMargin(CategoryDrawing.ROOM);
        var data = new DefaultIntervalCategoryDataset(new String[] {STEP}, names, low, high);
        return style.chart(
                new CategoryDrawing(style).plot(data, CategoryDrawing.names(picture.place()), numbers, renderer));
    }

    // A whole is written as it is, a step with its sign.
    private String change(Mark mark, BigDecimal size) {
        var written = Written.words(style.picture(), size);
        var isStep = !mark.series().equals(style.picture().series().getFirst());
        return isStep && size.signum() > 0 ? "+" + written : written;
    }

    // Two parts may be called the same; a place on the axis has to be its own.
    private String name(Mark mark, int at) {
        var name = Objects.requireNonNullElse(mark.member(), "");
        var before = style.picture().marks().subList(0, at).stream()
                .filter(other -> name.equals(other.member()))
                .count();
        return name + "\u200B".repeat((int) before);
    }

    /** Bars with a colour each. */
    private static final class Stairs extends IntervalBarRenderer {
        private static final long serialVersionUID = 1;
        private final transient List<Paint> colours;

        Stairs(List<Paint> colours) {
            this.colours = colours;
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return colours.get(column);
        }
    }
}
