package io.asktrail.registry.formula;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Unit;
import io.asktrail.registry.formula.Formula.Operator;
import java.util.Currency;
import java.util.function.Function;

/** What a part of a formula is in kind: units as arithmetic sees them, where a per cent is a ratio like any other. */
public sealed interface Quantity {
    record Money(Currency currency) implements Quantity {}

    record Count() implements Quantity {}

    /** A plain number: a constant, or one thing divided by another of its kind. */
    record Number() implements Quantity {}

    /** Why an operation has no meaning. */
    final class Mismatch extends Exception {
        private static final long serialVersionUID = 1;

        Mismatch(String message) {
            super(message);
        }
    }

    static Quantity of(Unit unit) {
        return switch (unit) {
            case Unit.Money(var currency) -> new Money(currency);
            case Unit.Count _ -> new Count();
            case Unit.Ratio _, Unit.Percent _ -> new Number();
        };
    }

    /**
     * What a formula gives.
     *
     * @param of the quantity of a metric that the formula names
     */
    static Quantity of(Formula formula, Function<MetricId, Quantity> of) throws Mismatch {
        return switch (formula) {
            case Formula.Constant _ -> new Number();
            case Formula.Reference(var input) -> of.apply(input);
            case Formula.Operation(var operator, var left, var right) -> result(operator, of(left, of), of(right, of));
        };
    }

    /** What the operation gives. */
    static Quantity result(Operator operator, Quantity left, Quantity right) throws Mismatch {
        return switch (operator) {
            case PLUS, MINUS -> sum(left, right);
            case TIMES -> product(left, right);
            case DIVIDE -> quotient(left, right);
        };
    }

    private static Quantity sum(Quantity left, Quantity right) throws Mismatch {
        if (!left.equals(right)) {
            throw new Mismatch("%s and %s cannot be added or subtracted".formatted(left.text(), right.text()));
        }
        return left;
    }

    private static Quantity product(Quantity left, Quantity right) throws Mismatch {
        if (left instanceof Number) {
            return right;
        }
        if (right instanceof Number) {
            return left;
        }
        // A price times a number of pieces is money; of any other two things nobody can say what they make.
        if (left instanceof Money != right instanceof Money) {
            return left instanceof Money ? left : right;
        }
        throw new Mismatch("%s times %s means nothing".formatted(left.text(), right.text()));
    }

    private static Quantity quotient(Quantity left, Quantity right) throws Mismatch {
        if (right instanceof Number) {
            return left;
        }
        if (left.equals(right)) {
            return new Number();
        }
        // Money for each piece, order or click is money.
        if (left instanceof Money && right instanceof Count) {
            return left;
        }
        throw new Mismatch("%s divided by %s means nothing".formatted(left.text(), right.text()));
    }

    default String text() {
        return switch (this) {
            case Money(var currency) -> "money (%s)".formatted(currency);
            case Count _ -> "a count";
            case Number _ -> "a plain number";
        };
    }
}
