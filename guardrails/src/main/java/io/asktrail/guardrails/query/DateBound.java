package io.asktrail.guardrails.query;

import io.asktrail.guardrails.Rule;
import java.util.Optional;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.schema.Column;

/** Wherever the fact table is read, its days have a first and a last one. */
final class DateBound implements Rule<ScannedQuery> {
    @Override
    public String id() {
        return "query.date_bound";
    }

    @Override
    public Optional<String> objection(ScannedQuery query) {
        var date = query.query().dateColumn();
        if (date == null) {
            return Optional.empty();
        }
        var reading = query.scan().scopes.stream()
                .filter(scope -> scope.reads(date.table()))
                .toList();
        return !reading.isEmpty() && reading.stream().allMatch(scope -> isBounded(scope, date))
                ? Optional.empty()
                : Optional.of("The statement reads %s without a first and a last day.".formatted(date.table()));
    }

    private static boolean isBounded(Scope scope, ColumnRef date) {
        return scope.conditions().stream().anyMatch(condition -> bounds(scope, condition, date, true))
                && scope.conditions().stream().anyMatch(condition -> bounds(scope, condition, date, false));
    }

    private static boolean bounds(Scope scope, Expression condition, ColumnRef date, boolean below) {
        return switch (condition) {
            case Between between ->
                !between.isNot()
                        && is(scope, between.getLeftExpression(), date)
                        && Values.isValue(between.getBetweenExpressionStart())
                        && Values.isValue(between.getBetweenExpressionEnd());
            case EqualsTo equal -> compares(scope, equal, date);
            case GreaterThan greater -> below && compares(scope, greater, date);
            case GreaterThanEquals greater -> below && compares(scope, greater, date);
            case MinorThan less -> !below && compares(scope, less, date);
            case MinorThanEquals less -> !below && compares(scope, less, date);
            default -> false;
        };
    }

    private static boolean compares(Scope scope, BinaryExpression comparison, ColumnRef date) {
        return is(scope, comparison.getLeftExpression(), date) && Values.isValue(comparison.getRightExpression());
    }

    private static boolean is(Scope scope, Expression expression, ColumnRef column) {
        return expression instanceof Column named
                && scope.resolve(named).filter(column::equals).isPresent();
    }
}
