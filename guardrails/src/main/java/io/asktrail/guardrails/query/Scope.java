package io.asktrail.guardrails.query;

import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;

/** What names mean inside one SELECT. */
final class Scope {
    private final Map<String, TableDefinition> tables = new HashMap<>();
    private final Map<String, Set<String>> derived = new HashMap<>();
    private final Set<String> aliases = new HashSet<>();
    private final @Nullable Expression where;

    Scope(@Nullable Expression where) {
        this.where = where;
    }

    /** The conditions that all hold. */
    List<Expression> conditions() {
        return where == null ? List.of() : Conjuncts.of(where);
    }

    void addTable(String alias, TableDefinition table) {
        tables.put(alias, table);
    }

    void addDerived(String alias, Set<String> columns) {
        derived.put(alias, columns);
    }

    void addAlias(@Nullable String alias) {
        if (alias != null) {
            aliases.add(alias);
        }
    }

    Set<String> aliases() {
        return Set.copyOf(aliases);
    }

    boolean hasAlias(String name) {
        return aliases.contains(name);
    }

    boolean reads(TableId table) {
        return tables.values().stream().anyMatch(definition -> definition.id().equals(table));
    }

    boolean readsTables() {
        return !tables.isEmpty();
    }

    /** Whether a name is a column of an inner SELECT. */
    boolean isDerived(Column column) {
        var name = Identifiers.plain(column.getColumnName());
        var qualifier = qualifierOf(column);
        return qualifier.isEmpty()
                ? derived.values().stream().anyMatch(columns -> columns.contains(name))
                : derived.getOrDefault(qualifier, Set.of()).contains(name);
    }

    /** The column of a known table that a name means; empty if it means none, or could mean several. */
    Optional<ColumnRef> resolve(Column column) {
        var name = Identifiers.plain(column.getColumnName());
        var qualifier = qualifierOf(column);
        var found = tables.entrySet().stream()
                .filter(entry -> qualifier.isEmpty()
                        || entry.getKey().equals(qualifier)
                        || entry.getValue().id().value().equals(qualifier))
                .map(Map.Entry::getValue)
                .filter(table -> table.column(name).isPresent())
                .toList();
        return found.size() == 1 ? Optional.of(new ColumnRef(found.getFirst().id(), name)) : Optional.empty();
    }

    private static String qualifierOf(Column column) {
        var table = column.getTable();
        return table == null || table.getName() == null ? "" : Identifiers.plain(table.getFullyQualifiedName());
    }
}
