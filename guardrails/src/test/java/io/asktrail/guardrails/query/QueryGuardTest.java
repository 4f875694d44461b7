package io.asktrail.guardrails.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.schema.TableId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryGuardTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final TableId LINES = new TableId("sales.order_lines");
    private static final String GOOD = """
        select "order_lines"."geo" as "geo", "products"."category" as "category",
          coalesce(sum("order_lines"."amount") filter (where "order_lines"."status" <> ?), 0) as "gross_sales",
          count(distinct "order_lines"."order_id") as "orders", count(*) as "row_count",
          cast(date_trunc('month', "order_lines"."order_date") as date) as "date"
        from "sales"."order_lines" as "order_lines"
          left outer join "sales"."products" as "products" on "order_lines"."sku" = "products"."sku"
        where ("order_lines"."order_date" >= cast(? as date) and "order_lines"."order_date" <= cast(? as date)
          and "order_lines"."geo" in (?, ?)
          and ("products"."category" <> ? or "products"."category" is null))
        group by 1, 2, 6
        having sum("order_lines"."amount") > ?
        order by "gross_sales" desc nulls last, "geo" asc
        fetch next ? rows only
        """;

    private final QueryGuard guard = new QueryGuard();

    private static QueryUnderReview query(String sql) {
        return new QueryUnderReview(
                sql,
                Stream.of("sales.order_lines", "sales.products")
                        .map(TableId::new)
                        .map(DEMO::table)
                        .toList(),
                new ColumnRef(LINES, "order_date"),
                List.of(new ColumnRef(LINES, "geo")),
                200_001,
                1_000L);
    }

    private List<String> stoppedBy(String sql) {
        return guard.review(query(sql)).stream()
                .filter(verdict -> !verdict.passed())
                .map(RuleVerdict::rule)
                .toList();
    }

    @Test
    void letsABuiltStatementPass() {
        assertThat(guard.review(query(GOOD)))
                .hasSize(13)
                .allSatisfy(verdict -> assertThat(verdict.reason()).isNull());
    }

    @Test
    void letsWhoeverMaySeeNothingReadNothing() {
        assertThat(stoppedBy(GOOD.replace("\"order_lines\".\"geo\" in (?, ?)", "false")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query.row_predicates | \"order_lines\".\"geo\" in (?, ?) | true",
                "query.row_predicates | \"order_lines\".\"geo\" in (?, ?) | \"order_lines\".\"geo\" not in (?, ?)",
                "query.row_predicates | \"order_lines\".\"geo\" in (?, ?) | \"order_lines\".\"geo\" ="
                        + " \"order_lines\".\"geo\"",
                "query.row_predicates | ' in (?, ?)\n  and (' | ' in (?, ?)\n  or ('",
                "query.row_predicates | \"order_lines\".\"geo\" in (?, ?) | (\"order_lines\".\"geo\" in (?, ?) or 1 ="
                        + " 1)",
                "query.row_predicates | \"order_lines\".\"geo\" in (?, ?) | \"order_lines\".\"city\" in (?, ?)",
                "query.date_bound | \"order_lines\".\"order_date\" >= cast(? as date) | 1 = 1",
                "query.date_bound | \"order_lines\".\"order_date\" <= cast(? as date) | \"order_lines\".\"order_date\""
                        + " <= \"order_lines\".\"order_date\"",
                "query.date_bound | ' and \"order_lines\".\"order_date\" <= cast(? as date)' | ' or"
                        + " \"order_lines\".\"order_date\" <= cast(? as date)'",
                "query.row_limit | fetch next ? rows only | ''",
                "query.row_limit | fetch next ? rows only | limit 200002",
                "query.row_limit | fetch next ? rows only | limit all",
                "query.no_star | count(*) as \"row_count\" | *",
                "query.no_star | count(*) as \"row_count\" | \"order_lines\".*",
                "query.known_columns | count(*) as \"row_count\" | \"order_lines\".\"phone\"",
                "query.known_columns | count(*) as \"row_count\" | sku",
                "query.known_tables | \"sales\".\"products\" as | \"hr\".\"salaries\" as",
                "query.no_reach_outside | count(*) as \"row_count\" | pg_sleep(10)",
                "query.allowed_functions | count(*) as \"row_count\" | lo_export(1, '/tmp/x')",
                "query.allowed_functions | count(*) as \"row_count\" | current_setting('x')",
                "query.no_system_catalogs | count(*) as \"row_count\" | pg_read_file('/etc/passwd')",
                "query.no_system_catalogs | \"sales\".\"products\" as | \"pg_catalog\".\"pg_authid\" as",
                "query.no_comments | group by 1 | -- group by 1",
                "query.no_comments | group by 1 | /* x */ group by 1",
                "query.only_selects | fetch next ? rows only | fetch next ? rows only for update",
                "query.only_selects | left outer join \"sales\".\"products\" as \"products\" on"
                        + " \"order_lines\".\"sku\" = \"products\".\"sku\" | cross join \"sales\".\"products\" as"
                        + " \"products\"",
                "query.only_selects | count(*) as \"row_count\" | (select max(\"order_lines\".\"amount\") from"
                        + " \"sales\".\"order_lines\")",
                "query.only_selects | count(*) as \"row_count\" | sum(\"order_lines\".\"amount\") over ()",
                "query.only_selects | 'from \"sales\".\"order_lines\" as' | 'into stolen from"
                        + " \"sales\".\"order_lines\" as'"
            })
    void stopsAStatementThatWasTamperedWith(String rule, String part, String instead) {
        // Given
        assertThat(GOOD).contains(part);

        // Then
        assertThat(stoppedBy(GOOD.replace(part, instead))).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query.one_select | delete from sales.order_lines",
                "query.one_select | select 1; select 2",
                "query.one_select | this is no SQL",
                "query.one_select | select 1 union all select 2",
                "query.one_select | copy sales.order_lines to '/tmp/x'",
                "query.only_selects | with x as (delete from sales.products returning sku) select sku from x",
                "query.row_limit | select order_lines.geo from sales.order_lines limit ? offset 5 rows"
            })
    void stopsWhatIsNotOneSelectOverOpenTables(String rule, String sql) {
        assertThat(guard.review(new QueryUnderReview(sql, query(sql).tables(), null, List.of(), 10, null)))
                .filteredOn(verdict -> !verdict.passed())
                .extracting(RuleVerdict::rule)
                .contains(rule);
    }

    @Test
    void aRowPredicateInTheOuterQueryAloneDoesNotCount() {
        // Given
        var sql = """
            select inside.geo, sum(inside.amount) from (
              select order_lines.geo as geo, order_lines.amount as amount from sales.order_lines
              where order_lines.order_date between ? and ?) inside
            where inside.geo in (?) group by 1 limit 10
            """;

        // Then
        assertThat(stoppedBy(sql)).containsExactly("query.row_predicates");
        assertThat(stoppedBy(sql.replace("and ?)", "and ? and order_lines.geo = ?)")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5 * \"order_lines\".\"amount\"",
                "-\"order_lines\".\"amount\"",
                "(\"order_lines\".\"amount\" + 1) / 2",
                "null",
                "true",
                "date '2025-10-01'",
                "timestamp '2025-10-01 00:00:00'",
                "case when \"order_lines\".\"amount\" between 1 and 2 then 'few' else 'many' end",
                "case \"order_lines\".\"geo\" when 'Delhi' then 1 end",
                "\"order_lines\".\"order_date\" + interval '1' day",
                "\"order_lines\".\"order_date\" at time zone 'Asia/Kolkata'",
                "not (\"order_lines\".\"amount\" is null)",
                "count(*) filter (where \"order_lines\".\"amount\" > 0)",
                "sum(\"order_lines\".\"amount\") filter (where \"order_lines\".\"amount\" > 0)",
                "cast(\"order_lines\".\"amount\" as numeric(12, 2))"
            })
    void letsPlainArithmeticPass(String expression) {
        assertThat(stoppedBy(GOOD.replace("count(*) as \"row_count\"", expression + " as \"x\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "> | <", ">= | <", "> | <=", ">= | <=",
            })
    void daysAreBoundedByAnyTwoComparisons(String first, String last) {
        assertThat(stoppedBy(GOOD.replace("\"order_date\" >= cast", "\"order_date\" " + first + " cast")
                        .replace("\"order_date\" <= cast", "\"order_date\" " + last + " cast")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'2025-10-01'", "date '2025-10-01'", "timestamp '2025-10-01 00:00:00'", "?", "20251001"})
    void daysAreBoundedByValues(String value) {
        assertThat(stoppedBy(GOOD.replace("cast(? as date)", value))).isEmpty();
    }

    @Test
    void twoFirstDaysAreNoLastDay() {
        assertThat(stoppedBy(GOOD.replace("\"order_date\" <= cast", "\"order_date\" >= cast")))
                .containsExactly("query.date_bound");
        assertThat(stoppedBy(GOOD.replace("\"order_date\" <= cast", "\"order_date\" > cast")))
                .containsExactly("query.date_bound");
        assertThat(stoppedBy(GOOD.replace("\"order_date\" >= cast", "\"order_date\" < cast")))
                .containsExactly("query.date_bound");
    }

    @Test
    void asManyRowsAsMayBeReadAreNotTooMany() {
        assertThat(stoppedBy(GOOD.replace("fetch next ? rows only", "limit 200001")))
                .isEmpty();
    }

    private static QueryUnderReview ofNoState(String condition) {
        return new QueryUnderReview(
                "select order_lines.sku as sku from sales.order_lines where order_lines.order_date between ? and ? and "
                        + condition + " limit 10",
                query(GOOD).tables(),
                new ColumnRef(LINES, "order_date"),
                List.of(),
                List.of(new ColumnRef(LINES, "geo")),
                200_001,
                null);
    }

    @Test
    void rowsWithoutAStateAreThoseWithoutAState() {
        assertThat(objections(ofNoState("order_lines.geo is null"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order_lines.geo is not null",
                "order_lines.city is null",
                "(order_lines.geo is null or 1 = 1)",
                "order_lines.geo in (?)",
                "1 = 1"
            })
    void rowsWithAStateAreNotReadForRowsWithoutOne(String condition) {
        assertThat(objections(ofNoState(condition)))
                .containsExactly("query.row_predicates: The statement does not narrow sales.order_lines.geo to rows"
                        + " without a value.");
    }

    @Test
    void rowsAreNarrowedWhereNoFactIsReadToo() {
        // Given: names of products, of which a caller may see some
        var sql = "select products.sku from sales.products where products.category in (?) limit 10";
        var category = new ColumnRef(new TableId("sales.products"), "category");

        // Then
        assertThat(objections(new QueryUnderReview(sql, query(sql).tables(), null, List.of(category), 10, null)))
                .isEmpty();
        assertThat(objections(new QueryUnderReview(
                        sql.replace("products.category in (?)", "products.sku in (?)"),
                        query(sql).tables(),
                        null,
                        List.of(category),
                        10,
                        null)))
                .containsExactly("query.row_predicates: The statement does not narrow sales.products.category to what"
                        + " the caller may see.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order_lines.phone | query.known_columns: The column order_lines.phone is not open to this query.",
                "pg_sleep(10) | query.no_reach_outside: pg_sleep reaches outside of the tables that questions are about.",
                "median(1) | query.allowed_functions: The function median may not be called.",
                "percentile_cont(0.5) within group (order by pg_sleep(10)) | query.no_reach_outside: pg_sleep reaches outside of the tables that questions are about.",
                "percentile_cont(0.5) within group (order by order_lines.phone) | query.known_columns: The column order_lines.phone is not open to this query.",
                "rank(1) within group (order by order_lines.amount) | query.only_selects: The statement holds a window function, which no query here may.",
                "percentile_cont(0.5) within group (order by order_lines.amount) over () | query.only_selects: The statement holds a window function, which no query here may.",
                "cast(1 as oid) | query.allowed_types: Nothing may be cast to oid.",
                "pg_catalog.x(1) | query.no_system_catalogs: pg_catalog.x belongs to the database itself.",
                "sum(1) over () | query.only_selects: The statement holds a window function, which no query here may."
            })
    void saysWhatMayNotRun(String expression, String objection) {
        assertThat(objections(query(GOOD.replace("count(*) as \"row_count\"", expression))))
                .contains(objection);
    }

    @Test
    void saysWhichTableIsClosed() {
        assertThat(objections(query(GOOD.replace("\"sales\".\"products\" as", "\"hr\".\"salaries\" as"))))
                .contains("query.known_tables: The table hr.salaries is not open to this query.");
    }

    private List<String> objections(QueryUnderReview query) {
        return guard.review(query).stream()
                .filter(verdict -> !verdict.passed())
                .map(verdict -> verdict.rule() + ": " + verdict.reason())
                .toList();
    }
}
