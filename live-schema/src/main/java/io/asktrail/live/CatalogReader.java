package io.asktrail.live;

import static org.jooq.impl.DSL.val;

import io.asktrail.registry.schema.ColumnDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's catalogue: three statements, however many tables there are. */
public final class CatalogReader {
    private static final Set<String> FLOATING = Set.of("float4", "float8");

    private static final String SCHEMAS = """
        select nspname as name, has_schema_privilege(oid, 'USAGE') as open from pg_namespace
        where nspname not in ('pg_catalog', 'information_schema') and nspname not like 'pg\\_%'
        """;

    private static final String TABLES = """
        select c.oid::bigint as id, n.nspname as schema, c.relname as name, c.relkind::text as kind,
          case when c.relkind = 'p' then
            (select coalesce(sum(greatest(p.reltuples, 0)), -1)::bigint
             from pg_partition_tree(c.oid) t join pg_class p on p.oid = t.relid where t.isleaf)
          else c.reltuples::bigint end as rows,
          obj_description(c.oid, 'pg_class') as comment,
          has_table_privilege(c.oid, 'SELECT') or has_any_column_privilege(c.oid, 'SELECT') as readable,
          c.relrowsecurity as secured
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition and n.nspname = any({0})
        order by n.nspname, c.relname
        limit {1}
        """;

    private static final String COLUMNS = """
        select a.attrelid::bigint as table_id, a.attname as name, format_type(a.atttypid, a.atttypmod) as shown,
          b.typname as base, b.typtype = 'e' as enumerated, not a.attnotnull as nullable,
          has_column_privilege(a.attrelid, a.attnum, 'SELECT') as readable,
          col_description(a.attrelid, a.attnum) as comment
        from pg_attribute a join pg_type t on t.oid = a.atttypid
          join pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
        where a.attrelid = any({0}) and a.attnum > 0 and not a.attisdropped
        order by a.attrelid, a.attnum
        """;

    private static final String UNIQUE = """
        select i.indrelid::bigint as table_id,
          array(select a.attname::text from unnest(i.indkey::int2[]) with ordinality k(n, at)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n
            where k.at <= i.indnkeyatts order by k.at) as columns
        from pg_index i
        where i.indrelid = any({0}) and i.indisunique and i.indisvalid and i.indpred is null and i.indexprs is null
        order by i.indrelid, i.indisprimary desc, i.indnkeyatts, i.indexrelid
        """;

    private static final String FOREIGN = """
        select c.conrelid::bigint as table_id, n.nspname as to_schema, r.relname as to_table,
          array(select a.attname::text from unnest(c.conkey) with ordinality k(n, at)
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.at) as columns,
          array(select a.attname::text from unnest(c.confkey) with ordinality k(n, at)
            join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by k.at) as referenced
        from pg_constraint c join pg_class r on r.oid = c.confrelid join pg_namespace n on n.oid = r.relnamespace
        where c.conrelid = any({0}) and c.contype = 'f' and c.conparentid = 0
        order by c.conrelid, c.conname
        """;

    private final DSLContext sql;

    public CatalogReader(LiveDatabase database) {
        this.sql = database.sql();
    }

    /**
     * Reads the schemas.
     *
     * @param schemas those to look at; all that the login may use if there is none
     * @param mostTables how many tables are worth it
     * @throws DatabaseUnusable if a schema is not there or closed, or there are more tables than that
     */
    public LiveSchema read(List<String> schemas, int mostTables) {
        return readChosen(chosen(schemas), mostTables);
    }

    /**
     * Reads those of the schemas that are there and open; the others hold nothing.
     *
     * @param mostTables how many tables are looked at
     */
    public LiveSchema readWhatIsThere(Collection<String> schemas, int mostTables) {
        var open = sql.fetch(SCHEMAS).stream()
                .filter(row -> row.get("open", Boolean.class))
                .map(row -> row.get("name", String.class))
                .filter(schemas::contains)
                .sorted()
                .toList();
        return readChosen(open, mostTables);
    }

    private LiveSchema readChosen(List<String> chosen, int mostTables) {
        var tables = sql.resultQuery(TABLES, val(chosen.toArray(String[]::new)), val(mostTables + 1))
                .fetch();
        if (tables.size() > mostTables) {
            throw new DatabaseUnusable(
                    ("The schemas %s hold more than %d tables, which is more than a draft can say anything useful"
                                    + " about: name the schemas that matter with --schema, or raise --most-tables.")
                            .formatted(String.join(", ", chosen), mostTables));
        }
        var ids = val(tables.getValues("id", Long.class).toArray(Long[]::new)).cast(Long[].class);
        var columns = by(sql.resultQuery(COLUMNS, ids).fetch());
        var unique = by(sql.resultQuery(UNIQUE, ids).fetch());
        var foreign = by(sql.resultQuery(FOREIGN, ids).fetch());
        return new LiveSchema(
                tables.stream().map(row -> table(row, columns, unique, foreign)).toList(),
                String.valueOf(sql.fetchValue("show timezone")));
    }

    private List<String> chosen(List<String> wanted) {
        var open = new TreeSet<String>();
        var closed = new TreeSet<String>();
        for (var row : sql.fetch(SCHEMAS)) {
            (row.get("open", Boolean.class) ? open : closed).add(row.get("name", String.class));
        }
        for (var schema : wanted) {
            if (closed.contains(schema)) {
                throw new DatabaseUnusable(
                        "This login may not use the schema '%s': grant USAGE on it.".formatted(schema));
            }
            if (!open.contains(schema)) {
                throw new DatabaseUnusable("There is no schema '%s'; there are %s."
                        .formatted(schema, open.isEmpty() ? "none" : String.join(", ", open)));
            }
        }
        return wanted.isEmpty() ? List.copyOf(open) : wanted;
    }

    private static Map<Long, List<Record>> by(List<? extends Record> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.get("table_id", Long.class)));
    }

    private static LiveTable table(
            Record row,
            Map<Long, List<Record>> columns,
            Map<Long, List<Record>> unique,
            Map<Long, List<Record>> foreign) {
        var id = row.get("id", Long.class);
        return new LiveTable(
                new LiveName(row.get("schema", String.class), row.get("name", String.class)),
                kind(row.get("kind", String.class)),
                row.get("comment", String.class),
                row.get("rows", Long.class),
                of(columns, id).stream().map(CatalogReader::column).toList(),
                of(unique, id).stream().map(key -> texts(key, "columns")).toList(),
                of(foreign, id).stream().map(CatalogReader::key).toList(),
                row.get("readable", Boolean.class) ? null : LiveTable.NO_RIGHT,
                row.get("secured", Boolean.class));
    }

    private static List<Record> of(Map<Long, List<Record>> all, long id) {
        return all.getOrDefault(id, List.of());
    }

    private static LiveTable.Kind kind(String letter) {
        return switch (letter) {
            case "p" -> LiveTable.Kind.PARTITIONED;
            case "v" -> LiveTable.Kind.VIEW;
            case "m" -> LiveTable.Kind.MATERIALIZED_VIEW;
            case "f" -> LiveTable.Kind.FOREIGN;
            default -> LiveTable.Kind.TABLE;
        };
    }

    private static LiveColumn column(Record row) {
        var base = row.get("base", String.class);
        var enumerated = row.get("enumerated", Boolean.class);
        return new LiveColumn(
                row.get("name", String.class),
                row.get("shown", String.class),
                enumerated ? ColumnDefinition.Type.TEXT : type(base),
                enumerated,
                FLOATING.contains(base),
                row.get("nullable", Boolean.class),
                row.get("readable", Boolean.class),
                false,
                0,
                row.get("comment", String.class));
    }

    /** What the registry calls a type; null for those that it has no word for. */
    private static ColumnDefinition.@Nullable Type type(String base) {
        return switch (base) {
            case "int2", "int4", "int8" -> ColumnDefinition.Type.INTEGER;
            case "numeric", "float4", "float8" -> ColumnDefinition.Type.DECIMAL;
            case "text", "varchar", "bpchar", "citext", "uuid", "name" -> ColumnDefinition.Type.TEXT;
            case "bool" -> ColumnDefinition.Type.BOOLEAN;
            case "date" -> ColumnDefinition.Type.DATE;
            case "timestamp" -> ColumnDefinition.Type.TIMESTAMP;
            case "timestamptz" -> ColumnDefinition.Type.TIMESTAMPTZ;
            default -> null;
        };
    }

    private static LiveKey key(Record row) {
        return new LiveKey(
                texts(row, "columns"),
                new LiveName(row.get("to_schema", String.class), row.get("to_table", String.class)),
                texts(row, "referenced"));
    }

    private static List<String> texts(Record row, String field) {
        return new ArrayList<>(List.of(row.get(field, String[].class)));
    }
}
