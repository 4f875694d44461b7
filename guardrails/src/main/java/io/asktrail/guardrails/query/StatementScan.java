package io.asktrail.guardrails.query;

import io.asktrail.registry.schema.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.AllValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.TableFunction;
import org.jspecify.annotations.Nullable;

/**
 * Everything a statement names. The walk knows the shapes that are allowed; whatever else turns up is put down as
 * foreign, so that a construct nobody thought of stops the statement instead of slipping through.
 */
final class StatementScan {
    private static final Set<String> FETCH_WORDS = Set.of("ROW", "ROWS", "ONLY");

    private final List<TableDefinition> known;
    final List<Scope> scopes = new ArrayList<>();
    final List<String> tables = new ArrayList<>();
    final List<String> unknownTables = new ArrayList<>();
    final List<String> unknownColumns = new ArrayList<>();
    final List<String> functions = new ArrayList<>();
    final List<String> tableFunctions = new ArrayList<>();
    final List<String> types = new ArrayList<>();
    final List<String> foreign = new ArrayList<>();
    boolean star;

    private StatementScan(List<TableDefinition> known) {
        this.known = known;
    }

    static StatementScan of(PlainSelect select, List<TableDefinition> known) {
        var scan = new StatementScan(known);
        scan.scan(select);
        return scan;
    }

    private Scope scan(PlainSelect select) {
        var scope = new Scope(select.getWhere());
        refuseForeignClauses(select);
        refuseForeignParts(select);
        from(select.getFromItem(), scope);
        joins(select.getJoins(), scope);
        select.getSelectItems().forEach(item -> scope.addAlias(aliasOf(item)));
        var expressions = new ExpressionScan(this, scope);
        select.getSelectItems().forEach(item -> expressions.scan(item.getExpression()));
        expressions.scan(select.getWhere());
        if (select.getGroupBy() != null) {
            expressions.withAliases().scan(select.getGroupBy().getGroupByExpressionList());
            if (isFilled(select.getGroupBy().getGroupingSets())
                    || select.getGroupBy().isMysqlWithRollup()) {
                foreign.add("grouping sets");
            }
        }
        expressions.scan(select.getHaving());
        if (select.getOrderByElements() != null) {
            select.getOrderByElements().forEach(order -> {
                expressions.withAliases().scan(order.getExpression());
                if (order.getWithFill() != null) {
                    foreign.add("an order that adds rows");
                }
            });
        }
        scopes.add(scope);
        return scope;
    }

    private static @Nullable String aliasOf(SelectItem<?> item) {
        return item.getAlias() == null
                ? null
                : Identifiers.whole(item.getAlias().getName());
    }

    private void from(@Nullable FromItem item, Scope scope) {
        switch (item) {
            case null -> {}
            case Table table -> table(table, scope);
            case ParenthesedFromItem group -> {
                from(group.getFromItem(), scope);
                joins(group.getJoins(), scope);
            }
            case ParenthesedSelect inner
            when inner.getClass() == ParenthesedSelect.class && inner.getSelect() instanceof PlainSelect select -> {
                refuseForeignClauses(inner);
                scope.addDerived(nameOf(inner.getAlias()), scan(select).aliases());
            }
            case TableFunction call -> {
                var function = call.getFunction();
                tableFunctions.add(function == null ? "" : function.getName().toLowerCase(Locale.ROOT));
                foreign.add("a function in the place of a table");
            }
            default -> foreign.add(item.getClass().getSimpleName());
        }
        refuseRenamedColumns(item);
        if (item != null && (item.getPivot() != null || item.getUnPivot() != null || item.getSampleClause() != null)) {
            foreign.add("a pivot or a sample");
        }
    }

    // "lines as l(geo, amount)" calls the first column geo, whatever it is.
    private void refuseRenamedColumns(@Nullable FromItem item) {
        if (item != null && item.getAlias() != null && isFilled(item.getAlias().getAliasColumns())) {
            foreign.add("columns under other names");
        }
    }

    private void table(Table table, Scope scope) {
        if (table.getIndexHint() != null || table.getSqlServerHints() != null) {
            foreign.add("a hint");
        }
        if (table.isTableVariable() || table.getTimeTravel() != null || table.getTimeTravelStrAfterAlias() != null) {
            foreign.add("a table of another time or kind");
        }
        var name = Identifiers.plain(table.getFullyQualifiedName());
        tables.add(name);
        var definition = known.stream()
                .filter(candidate -> candidate.id().value().equals(name))
                .findFirst();
        if (definition.isEmpty()) {
            unknownTables.add(name);
            return;
        }
        var alias = table.getAlias() == null ? Identifiers.plain(table.getName()) : nameOf(table.getAlias());
        scope.addTable(alias, definition.get());
    }

    private void joins(@Nullable List<Join> joins, Scope scope) {
        for (var join : Objects.requireNonNullElse(joins, List.<Join>of())) {
            from(join.getFromItem(), scope);
            if (join.isSimple()
                    || join.isCross()
                    || join.isNatural()
                    || join.isApply()
                    || join.isGlobal()
                    || join.isWindowJoin()
                    || join.isSemi()
                    || join.isStraight()
                    || join.isAll()
                    || join.isAny()
                    || join.isArray()
                    || join.isAsOf()
                    || join.isFetch()
                    || join.getJoinHint() != null
                    || !join.getUsingColumns().isEmpty()
                    || join.getOnExpressions().isEmpty()) {
                foreign.add("a join without a condition of its own");
            }
            join.getOnExpressions().forEach(new ExpressionScan(this, scope)::scan);
        }
    }

    private void refuseForeignClauses(Select select) {
        if (select.getWithItemsList() != null && !select.getWithItemsList().isEmpty()) {
            foreign.add("a WITH clause");
        }
        if (select.getForMode() != null || select.getForClause() != null || isFilled(select.getForUpdateTables())) {
            foreign.add("a row lock");
        }
        if (select.getIsolation() != null || select.getLimitBy() != null) {
            foreign.add("an isolation or LIMIT BY clause");
        }
        if (select.isOracleSiblings()
                || select.getWait() != null
                || select.isSkipLocked()
                || select.isNoWait()
                || select.isForUpdateBeforeOrderBy()
                || select.getOption() != null
                || select.getMySqlProcedureAnalyse() != null
                || isFilled(select.getInterpolate())) {
            foreign.add("a clause that no query here needs");
        }
        refuseForeignLimits(select);
    }

    // What stands in a limit runs, too: "offset (select pg_sleep(10))".
    private void refuseForeignLimits(Select select) {
        var limit = select.getLimit();
        var fetch = select.getFetch();
        if (limit != null
                && (!isCount(limit.getRowCount()) || !isCount(limit.getOffset()) || limit.getByExpressions() != null)) {
            foreign.add("a limit that is worked out");
        }
        if (select.getOffset() != null && !isCount(select.getOffset().getOffset())) {
            foreign.add("an offset that is worked out");
        }
        if (fetch != null && (!isCount(fetch.getExpression()) || !isPlain(fetch.getFetchParameters()))) {
            foreign.add("a limit that is not a number of rows");
        }
        if (limit != null && fetch != null) {
            foreign.add("two limits");
        }
    }

    private static boolean isCount(@Nullable Expression expression) {
        return switch (expression) {
            case LongValue _, JdbcParameter _, AllValue _, NullValue _ -> true;
            case null -> true;
            default -> false;
        };
    }

    private static boolean isPlain(List<String> parameters) {
        return parameters.stream().allMatch(word -> FETCH_WORDS.contains(word.toUpperCase(Locale.ROOT)));
    }

    private void refuseForeignParts(PlainSelect select) {
        if (isFilled(select.getIntoTables())
                || select.getIntoTempTable() != null
                || select.getMySqlSelectIntoClause() != null) {
            foreign.add("INTO");
        }
        if (select.getTop() != null
                || select.getFirst() != null
                || select.getSkip() != null
                || select.getQualify() != null
                || select.getOracleHierarchical() != null
                || select.getForXmlPath() != null
                || select.getSampleClause() != null
                || select.getOptimizeFor() != null
                || select.getPreferringClause() != null
                || select.getOracleHint() != null
                || select.getKsqlWindow() != null
                || select.getBigQuerySelectQualifier() != null
                || select.getPreWhere() != null
                || isFilled(select.getSettings())
                || isEmitting(select)
                || select.getMySqlHintStraightJoin()
                || select.getMySqlSqlCalcFoundRows()
                || select.isUsingFinal()
                || select.isUsingOnly()
                || select.isUseWithNoLog()
                || isFilled(select.getLateralViews())
                || isFilled(select.getWindowDefinitions())) {
            foreign.add("a clause that no query here needs");
        }
        if (select.getDistinct() != null && isFilled(select.getDistinct().getOnSelectItems())) {
            foreign.add("DISTINCT ON");
        }
    }

    private static boolean isEmitting(PlainSelect select) {
        return select.getEmitMode() != null && select.getEmitMode() != PlainSelect.EmitMode.NONE;
    }

    private static boolean isFilled(@Nullable List<?> list) {
        return list != null && !list.isEmpty();
    }

    private static String nameOf(@Nullable Alias alias) {
        return alias == null ? "" : Identifiers.plain(alias.getName());
    }
}
