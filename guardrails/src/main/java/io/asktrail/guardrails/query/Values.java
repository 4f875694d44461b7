package io.asktrail.guardrails.query;

import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DateValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimestampValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;

/** Tells values from what could hold true of any row, such as a column compared with itself. */
final class Values {
    private Values() {}

    static boolean isValue(Expression expression) {
        return switch (expression) {
            case JdbcParameter _, StringValue _, LongValue _, DateValue _, TimestampValue _ -> true;
            case DateTimeLiteralExpression _ -> true;
            case CastExpression cast -> isValue(cast.getLeftExpression());
            case ExpressionList<?> list -> !list.isEmpty() && list.stream().allMatch(Values::isValue);
            default -> false;
        };
    }
}
