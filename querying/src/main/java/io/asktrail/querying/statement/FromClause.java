package io.asktrail.querying.statement;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.registry.DimensionPath;
import io.asktrail.registry.DimensionPath.Hop;
import io.asktrail.registry.Registry;
import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.TableDefinition;
import io.asktrail.registry.schema.TableId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The root table and those that foreign keys lead to, joined as columns of theirs are asked for. Left joins along
 * many-to-one keys: no row is lost, none is multiplied.
 */
public final class FromClause {
    private final Registry registry;
    private final TableDefinition root;
    private final Table<Record> rootAlias;
    private final Map<List<Hop>, Join> joins = new LinkedHashMap<>();
    private final Set<String> aliases = new HashSet<>();

    private record Join(Hop hop, Table<Record> from, TableDefinition table, Table<Record> alias) {}

    public FromClause(Registry registry, TableDefinition root) {
        this.registry = registry;
        this.root = root;
        this.rootAlias = alias(root.id());
    }

    /** @param parts has columns of the root table under their names, and stands for it */
    public FromClause(Registry registry, TableDefinition root, Table<Record> parts) {
        this.registry = registry;
        this.root = root;
        this.rootAlias = parts;
        aliases.add(parts.getName());
    }

    /** What columns asked for up to now have led to. */
    Set<List<Hop>> joined() {
        return Set.copyOf(joins.keySet());
    }

    /** A column of the root table. */
    public Field<?> column(String name) {
        return typed(root, rootAlias, name);
    }

    /** A column of the table at the end of a path. */
    public Field<?> column(DimensionPath path, String name) {
        if (path.hops().isEmpty()) {
            return column(name);
        }
        var join = join(path.hops());
        return typed(join.table, join.alias, name);
    }

    /** The tables with the joins that were needed up to now. */
    public Table<?> toTable() {
        Table<?> all = rootAlias;
        for (var join : joins.values()) {
            var key = join.hop.key();
            all = all.leftJoin(join.alias)
                    .on(sameValue(
                            typed(registry.table(join.hop.from()), join.from, key.column()),
                            typed(join.table, join.alias, key.referencesColumn())));
        }
        return all;
    }

    /** The tables that are read by now. */
    public List<TableDefinition> tables() {
        return Stream.concat(Stream.of(root), joins.values().stream().map(Join::table))
                .distinct()
                .toList();
    }

    @SuppressWarnings("unchecked") // the schema registry says that the two columns hold the same kind of value
    private static org.jooq.Condition sameValue(Field<?> one, Field<?> other) {
        return ((Field<Object>) one).eq((Field<Object>) other);
    }

    private Join join(List<Hop> hops) {
        var known = joins.get(hops);
        if (known != null) {
            return known;
        }
        var before = hops.subList(0, hops.size() - 1);
        var from = before.isEmpty() ? rootAlias : join(before).alias;
        var last = hops.getLast();
        var table = registry.table(last.key().references());
        var made = new Join(last, from, table, alias(table.id()));
        joins.put(List.copyOf(hops), made);
        return made;
    }

    private Table<Record> alias(TableId id) {
        var name = id.table();
        for (var n = 2; !aliases.add(name); n++) {
            name = id.table() + "_" + n;
        }
        return DSL.table(DSL.name(id.schema(), id.table())).as(DSL.name(name));
    }

    private static Field<?> typed(TableDefinition table, Table<Record> alias, String name) {
        var column = table.column(name)
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.BROKEN_INVARIANT, "The schema of %s has no column %s.".formatted(table.id(), name)));
        return DSL.field(alias.getQualifiedName().append(DSL.name(name)), javaType(column.type()));
    }

    private static Class<?> javaType(ColumnDefinition.Type type) {
        return switch (type) {
            case TEXT -> String.class;
            case INTEGER -> Long.class;
            case DECIMAL -> BigDecimal.class;
            case BOOLEAN -> Boolean.class;
            case DATE -> LocalDate.class;
            case TIMESTAMP -> LocalDateTime.class;
            case TIMESTAMPTZ -> OffsetDateTime.class;
        };
    }
}
