package io.asktrail.registry.formula;

import io.asktrail.contracts.id.MetricId;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;

/** Arithmetic over metrics: {@code + - * /}, brackets, numbers and metric ids. */
public sealed interface Formula {
    record Constant(BigDecimal value) implements Formula {}

    record Reference(MetricId metric) implements Formula {}

    record Operation(Operator operator, Formula left, Formula right) implements Formula {}

    /** The four operations, with how tightly they bind. */
    enum Operator {
        PLUS("+", 1),
        MINUS("-", 1),
        TIMES("*", 2),
        DIVIDE("/", 2);

        private final String symbol;
        private final int binding;

        Operator(String symbol, int binding) {
            this.symbol = symbol;
            this.binding = binding;
        }

        public String symbol() {
            return symbol;
        }

        int binding() {
            return binding;
        }
    }

    /** @throws IllegalArgumentException with the place of the fault */
    static Formula parse(String text) {
        return new FormulaParser(text).parse();
    }

    /** The metrics it names. */
    default Set<MetricId> references() {
        var found = new TreeSet<MetricId>();
        collect(this, found);
        return found;
    }

    private static void collect(Formula formula, Set<MetricId> found) {
        switch (formula) {
            case Constant _ -> {}
            case Reference(var metric) -> found.add(metric);
            case Operation operation -> {
                collect(operation.left(), found);
                collect(operation.right(), found);
            }
        }
    }

    /** The formula as text that parses to the same formula, with no bracket too many. */
    default String text() {
        return switch (this) {
            case Constant(var value) -> value.toPlainString();
            case Reference(var metric) -> metric.value();
            case Operation(var operator, var left, var right) ->
                bracketed(left, operator.binding()) + operator.symbol() + bracketed(right, operator.binding() + 1);
        };
    }

    private static String bracketed(Formula inner, int atLeast) {
        return inner instanceof Operation operation && operation.operator().binding() < atLeast
                ? "(" + inner.text() + ")"
                : inner.text();
    }
}
