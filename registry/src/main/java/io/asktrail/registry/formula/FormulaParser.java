package io.asktrail.registry.formula;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.formula.Formula.Constant;
import io.asktrail.registry.formula.Formula.Operation;
import io.asktrail.registry.formula.Formula.Operator;
import io.asktrail.registry.formula.Formula.Reference;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Recursive descent over one line of arithmetic. */
final class FormulaParser {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final String text;
    private int at;

    FormulaParser(String text) {
        this.text = text;
    }

    Formula parse() {
        var formula = sum();
        skipBlanks();
        if (at < text.length()) {
            throw fault("an operator");
        }
        return formula;
    }

    private Formula sum() {
        var left = product();
        while (true) {
            if (take('+')) {
                left = new Operation(Operator.PLUS, left, product());
            } else if (take('-')) {
                left = new Operation(Operator.MINUS, left, product());
            } else {
                return left;
            }
        }
    }

    private Formula product() {
        var left = factor();
        while (true) {
            if (take('*')) {
                left = new Operation(Operator.TIMES, left, factor());
            } else if (take('/')) {
                left = new Operation(Operator.DIVIDE, left, factor());
            } else {
                return left;
            }
        }
    }

    private Formula factor() {
        if (take('(')) {
            var inner = sum();
            if (!take(')')) {
                throw fault("a closing bracket");
            }
            return inner;
        }
        skipBlanks();
        var name = NAME.matcher(text).region(at, text.length());
        if (name.lookingAt()) {
            at = name.end();
            return new Reference(new MetricId(name.group()));
        }
        var number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            at = number.end();
            return new Constant(new BigDecimal(number.group()));
        }
        throw fault("a metric, a number or a bracket");
    }

    private boolean take(char wanted) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException fault(String expected) {
        return new IllegalArgumentException(
                "the formula '%s' needs %s at character %d".formatted(text, expected, at + 1));
    }
}
