package io.asktrail.guardrails.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.AnalyticType;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DateValue;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimestampValue;
import net.sf.jsqlparser.expression.TimezoneExpression;
import net.sf.jsqlparser.expression.operators.arithmetic.Addition;
import net.sf.jsqlparser.expression.operators.arithmetic.Concat;
import net.sf.jsqlparser.expression.operators.arithmetic.Division;
import net.sf.jsqlparser.expression.operators.arithmetic.Multiplication;
import net.sf.jsqlparser.expression.operators.arithmetic.Subtraction;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsDistinctExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import org.jspecify.annotations.Nullable;

/** Walks expressions of the kinds that queries here are made of. */
final class ExpressionScan {
    private static final Set<Class<? extends BinaryExpression>> OPERATORS = Set.of(
            Addition.class,
            Subtraction.class,
            Multiplication.class,
            Division.class,
            Concat.class,
            AndExpression.class,
            OrExpression.class,
            EqualsTo.class,
            NotEqualsTo.class,
            GreaterThan.class,
            GreaterThanEquals.class,
            MinorThan.class,
            MinorThanEquals.class,
            LikeExpression.class,
            IsDistinctExpression.class);

    // They take one order of the values and calculate.
    private static final Set<String> WITHIN_GROUP = Set.of("percentile_cont");

    private final StatementScan found;
    private final Scope scope;
    private final boolean aliasesCount;

    ExpressionScan(StatementScan found, Scope scope) {
        this(found, scope, false);
    }

    private ExpressionScan(StatementScan found, Scope scope, boolean aliasesCount) {
        this.found = found;
        this.scope = scope;
        this.aliasesCount = aliasesCount;
    }

    /** For the clauses that may name columns of the result. */
    ExpressionScan withAliases() {
        return new ExpressionScan(found, scope, true);
    }

    void scan(@Nullable Expression expression) {
        switch (expression) {
            case null -> {}
            case LongValue _, DoubleValue _, NullValue _, BooleanValue _, JdbcParameter _ -> {}
            case StringValue text -> text(text);
            case DateValue _, TimestampValue _, DateTimeLiteralExpression _ -> {}
            case Column column -> column(column);
            case AllColumns _ -> found.star = true;
            case Function function -> function(function);
            case AnalyticExpression function -> filtered(function);
            case ExpressionList<?> list -> list.forEach(this::scan);
            case BinaryExpression binary
            when OPERATORS.contains(binary.getClass()) -> {
                scan(binary.getLeftExpression());
                scan(binary.getRightExpression());
            }
            case CastExpression cast -> cast(cast);
            case NotExpression not -> scan(not.getExpression());
            case SignedExpression signed -> scan(signed.getExpression());
            case IntervalExpression interval -> scan(interval.getExpression());
            case IsNullExpression test -> missing(test);
            case IsBooleanExpression test -> scan(test.getLeftExpression());
            case InExpression in -> {
                scan(in.getLeftExpression());
                scan(in.getRightExpression());
            }
            case Between between -> {
                scan(between.getLeftExpression());
                scan(between.getBetweenExpressionStart());
                scan(between.getBetweenExpressionEnd());
            }
            case TimezoneExpression zoned -> {
                scan(zoned.getLeftExpression());
                zoned.getTimezoneExpressions().forEach(this::scan);
            }
            case CaseExpression cases -> cases(cases);
            default -> found.foreign.add(expression.getClass().getSimpleName());
        }
    }

    private static boolean isFilled(@Nullable List<?> list) {
        return list != null && !list.isEmpty();
    }

    // The parser does not call "x notnull" a negation.
    private void missing(IsNullExpression test) {
        if (test.isUseIsNull() || test.isUseNotNull()) {
            found.foreign.add("a test for a value in one word");
        }
        scan(test.getLeftExpression());
    }

    private void text(StringValue text) {
        if (text.getPrefix() != null) {
            found.foreign.add("a string with escapes");
        }
    }

    private void cast(CastExpression cast) {
        var type = cast.getColDataType();
        var isPlain = type != null
                && cast.getFormat() == null
                && (cast.keyword == null || cast.keyword.equalsIgnoreCase("cast"))
                && (type.getArrayData() == null || type.getArrayData().isEmpty())
                && type.getXmlTypeModifier() == null
                && type.getIntervalQualifier() == null;
        if (isPlain) {
            found.types.add(Identifiers.plain(type.getDataType()).strip());
        } else {
            found.foreign.add("an unusual cast");
        }
        scan(cast.getLeftExpression());
    }

    private void cases(CaseExpression cases) {
        scan(cases.getSwitchExpression());
        cases.getWhenClauses().forEach(when -> {
            scan(when.getWhenExpression());
            scan(when.getThenExpression());
        });
        scan(cases.getElseExpression());
    }

    private void column(Column column) {
        if (aliasesCount && WrittenName.of(column).filter(scope::hasAlias).isPresent()) {
            return;
        }
        var name = Identifiers.plain(column.getColumnName());
        if (WrittenName.hidesDot(column)) {
            found.unknownColumns.add(column.getFullyQualifiedName());
        }
        if (column.getArrayConstructor() != null
                || !".".equals(column.getTableDelimiter())
                || column.getReturningQualifier() != null
                || column.getReturningReferenceType() != null
                || column.getCommentText() != null) {
            found.foreign.add("a part of a column");
        }
        var isLiteral = column.getTable() == null && (name.equals("true") || name.equals("false"));
        if (!isLiteral && !scope.isDerived(column) && scope.resolve(column).isEmpty()) {
            found.unknownColumns.add(column.getFullyQualifiedName());
        }
    }

    private void function(Function function) {
        var name = function.getName().toLowerCase(Locale.ROOT);
        found.functions.add(name);
        if (function.getKeep() != null
                || function.getNamedParameters() != null
                || function.getAttribute() != null
                || function.getHavingClause() != null
                || function.getLimit() != null
                || function.getOnOverflowTruncate() != null
                || function.getExtraKeyword() != null
                || isFilled(function.getKeywordArguments())
                || isFilled(function.getChainedParameters())
                || function.isEscaped()) {
            found.foreign.add("an unusual form of " + name);
        }
        if (isCountOfRows(name, function)) {
            return;
        }
        scan(function.getParameters());
        if (function.getOrderByElements() != null) {
            function.getOrderByElements().forEach(order -> scan(order.getExpression()));
        }
    }

    private static boolean isCountOfRows(String name, Function function) {
        var parameters = function.getParameters();
        return name.equals("count")
                && parameters != null
                && parameters.size() == 1
                && !function.isDistinct()
                && isAllRows(parameters.getFirst());
    }

    // A table's own star, "lines.*", is a row with all its columns.
    private static boolean isAllRows(@Nullable Expression expression) {
        return expression != null && expression.getClass() == AllColumns.class;
    }

    private void filtered(AnalyticExpression function) {
        var name = function.getName().toLowerCase(Locale.ROOT);
        found.functions.add(name);
        if (function.getType() == AnalyticType.WITHIN_GROUP && WITHIN_GROUP.contains(name)) {
            withinGroup(function);
        } else if (function.getType() != AnalyticType.FILTER_ONLY) {
            found.foreign.add("a window function");
        }
        if (function.getKeep() != null
                || function.getHavingClause() != null
                || function.getLimit() != null
                || function.getFuncOrderBy() != null
                || isFilled(function.getKeywordArguments())
                || function.getOnOverflowTruncate() != null) {
            found.foreign.add("an unusual form of " + name);
        }
        if (!(name.equals("count") && (function.isAllColumns() || isAllRows(function.getExpression())))) {
            scan(function.getExpression());
        }
        scan(function.getFilterExpression());
        scan(function.getOffset());
        scan(function.getDefaultValue());
    }

    private void withinGroup(AnalyticExpression function) {
        if (function.getPartitionExpressionList() != null
                && !function.getPartitionExpressionList().isEmpty()) {
            found.foreign.add("a window function");
        }
        if (function.getOrderByElements() != null) {
            function.getOrderByElements().forEach(order -> scan(order.getExpression()));
        }
    }
}
