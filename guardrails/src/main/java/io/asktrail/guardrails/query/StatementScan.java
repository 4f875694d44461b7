package io.asktrail.guardrails.query;

import io.asktrail.registry.schema.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.jspecify.annotations.Nullable;

/**
 * Everything a statement names. The walk knows the shapes that are allowed; whatever else turns up is put down as
 * foreign, so that a construct nobody thought of stops the statement instead of slipping through.
 */
final class StatementScan {
    private final List<TableDefinition> known;
    final List<Scope> scopes = new ArrayList<>();
    final List<String> tables = new ArrayList<>();
    final List<String> unknownTables = new ArrayList<>();
    final List<String> unknownColumns = new ArrayList<>();
    final List<String> functions = new ArrayList<>();
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
            if (!Objects.requireNonNullElse(select.getGroupBy().getGroupingSets(), List.of()).isEmpty()) {
                foreign.add("grouping sets");
            }
        }
        expressions.scan(select.getHaving());
        if (select.getOrderByElements() != null) {
            select.getOrderByElements().forEach(order -> expressions.withAliases().scan(order.getExpression()));
        }
        scopes.add(scope);
        return scope;
    }

    private static @Nullable String aliasOf(SelectItem<?> item) {
        return item.getAlias() == null ? null : Identifiers.plain(item.getAlias().getName());
    }

    private void from(@Nullable FromItem item, Scope scope) {
        switch (item) {
            case null -> {}
            case Table table -> table(table, scope);
            case ParenthesedFromItem group -> {
                from(group.getFromItem(), scope);
                joins(group.getJoins(), scope);
            }
            case ParenthesedSelect inner when inner.getSelect() instanceof PlainSelect select -> {
                refuseForeignClauses(inner);
                scope.addDerived(nameOf(inner.getAlias()), scan(select).aliases());
            }
            default -> foreign.add(item.getClass().getSimpleName());
        }
        if (item != null && (item.getPivot() != null || item.getUnPivot() != null || item.getSampleClause() != null)) {
            foreign.add("a pivot or a sample");
        }
    }

    private void table(Table table, Scope scope) {
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
        if (select.getForMode() != null || select.getForClause() != null || select.getForUpdateTable() != null) {
            foreign.add("a row lock");
        }
        if (select.getIsolation() != null || select.getLimitBy() != null) {
            foreign.add("an isolation or LIMIT BY clause");
        }
    }

    private void refuseForeignParts(PlainSelect select) {
        if (isFilled(select.getIntoTables()) || select.getIntoTempTable() != null) {
            foreign.add("INTO");
        }
        if (select.getTop() != null
                || select.getFirst() != null
                || select.getSkip() != null
                || select.getQualify() != null
                || select.getOracleHierarchical() != null
                || select.getForXmlPath() != null
                || isFilled(select.getLateralViews())
                || isFilled(select.getWindowDefinitions())) {
            foreign.add("a clause that no query here needs");
        }
        if (select.getDistinct() != null && isFilled(select.getDistinct().getOnSelectItems())) {
            foreign.add("DISTINCT ON");
        }
    }

    private static boolean isFilled(@Nullable List<?> list) {
        return list != null && !list.isEmpty();
    }

    private static String nameOf(@Nullable Alias alias) {
        return alias == null ? "" : Identifiers.plain(alias.getName());
    }
}
