package io.asktrail.guardrails.query;

import io.asktrail.guardrails.Rule;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.schema.Column;

/** Wherever rows are read for a caller who may not see all of them, the statement itself narrows them. */
final class RowPredicates implements Rule<ScannedQuery> {
    @Override
    public String id() {
        return "query.row_predicates";
    }

    @Override
    public Optional<String> objection(ScannedQuery query) {
        var open = query.query().rowPredicates().stream()
                .filter(column -> !isNarrowed(query, column, RowPredicates::narrows))
                .map("The statement does not narrow %s to what the caller may see."::formatted);
        var filled = query.query().withoutValue().stream()
                .filter(column -> !isNarrowed(query, column, RowPredicates::leavesEmpty))
                .map("The statement does not narrow %s to rows without a value."::formatted);
        return Stream.concat(open, filled).findFirst();
    }

    private interface Narrowing {
        boolean by(Scope scope, Expression condition, ColumnRef column);
    }

    private static boolean isNarrowed(ScannedQuery query, ColumnRef column, Narrowing narrowing) {
        var date = query.query().dateColumn();
        var reading = query.scan().scopes.stream()
                .filter(scope -> date == null ? scope.readsTables() : scope.reads(date.table()))
                .toList();
        return !reading.isEmpty()
                && reading.stream()
                        .allMatch(scope -> scope.conditions().stream()
                                .anyMatch(condition -> narrowing.by(scope, condition, column)));
    }

    private static boolean leavesEmpty(Scope scope, Expression condition, ColumnRef column) {
        return condition instanceof IsNullExpression test
                && !test.isNot()
                && is(scope, test.getLeftExpression(), column);
    }

    private static boolean narrows(Scope scope, Expression condition, ColumnRef column) {
        return Conjuncts.alternatives(condition).stream().allMatch(part -> switch (part) {
            case InExpression in ->
                !in.isNot() && is(scope, in.getLeftExpression(), column) && Values.isValue(in.getRightExpression());
            case EqualsTo equal ->
                is(scope, equal.getLeftExpression(), column) && Values.isValue(equal.getRightExpression());
            // Whoever may see nothing gets nothing.
            case BooleanValue value -> !value.getValue();
            case Column word -> word.getTable() == null && word.getColumnName().equalsIgnoreCase("false");
            default -> false;
        });
    }

    private static boolean is(Scope scope, Expression expression, ColumnRef column) {
        return expression instanceof Column named
                && scope.resolve(named).filter(column::equals).isPresent();
    }
}
