package io.asktrail.guardrails.query;

import java.util.List;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;

/** Takes conditions apart. */
final class Conjuncts {
    private Conjuncts() {}

    /** The parts that must all hold. */
    static List<Expression> of(Expression condition) {
        return switch (unwrapped(condition)) {
            case AndExpression and ->
                Stream.concat(of(and.getLeftExpression()).stream(), of(and.getRightExpression()).stream())
                        .toList();
            case Expression other -> List.of(other);
        };
    }

    /** The parts of which one must hold. */
    static List<Expression> alternatives(Expression condition) {
        return switch (unwrapped(condition)) {
            case OrExpression or ->
                Stream.concat(
                                alternatives(or.getLeftExpression()).stream(),
                                alternatives(or.getRightExpression()).stream())
                        .toList();
            case Expression other -> List.of(other);
        };
    }

    private static Expression unwrapped(Expression condition) {
        return switch (condition) {
            case ParenthesedExpressionList<?> list when list.size() == 1 -> unwrapped(list.getFirst());
            default -> condition;
        };
    }
}
