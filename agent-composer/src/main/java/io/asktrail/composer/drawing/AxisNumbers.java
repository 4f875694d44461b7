package io.asktrail.composer.drawing;

import io.asktrail.composer.chart.Axis;
import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.words.Words;
import io.asktrail.contracts.ask.Language;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jfree.chart.axis.NumberAxis;

/** Numbers at the ticks of an axis, in lakh and crore as in the text. */
final class AxisNumbers extends NumberFormat {
    private static final long serialVersionUID = 1;

    private final transient Axis axis;
    private final transient Words words;

    private AxisNumbers(Axis axis, Words words) {
        this.axis = axis;
        this.words = words;
    }

    /** An axis that starts where it says. */
    static NumberAxis axis(Axis axis, Language language, boolean fromZero) {
        var numbers = new NumberAxis(axis.title());
        numbers.setNumberFormatOverride(new AxisNumbers(axis, Words.in(language)));
        numbers.setAutoRangeIncludesZero(fromZero);
        return numbers;
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        // Twelve digits: what a tick has beyond them is the error of its step.
        var value = new BigDecimal(number, new MathContext(12));
        return to.append(FigureFormat.onAxis(value, axis.unit(), words));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return to.append(FigureFormat.onAxis(BigDecimal.valueOf(number), axis.unit(), words));
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        throw new UnsupportedOperationException("axes are written, not read");
    }
}
