package io.asktrail.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Entities;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.schema.ColumnDefinition.Pii;
import io.asktrail.registry.schema.TableId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse as books draw it: a partitioned fact, tables that describe, keys, comments, an enum, people. */
class StarShapeTest {
    private static final Shop SHOP = Shop.made("draft_star", """
        create schema store;
        create type store.order_status as enum ('placed', 'shipped', 'Cancelled');
        create table store.dim_customer (customer_id bigint primary key, full_name text, email text, tier text,
          note text, created_at timestamptz);
        create table store.dim_product (product_id int primary key, product_name text, category text, list_price numeric(10,2));
        create table store.fact_order_line (order_id text not null, line_no int not null, ordered_at timestamptz not null,
          updated_at timestamptz, customer_id bigint references store.dim_customer, product_id int references store.dim_product,
          status store.order_status not null, gift boolean, quantity int, unit_price numeric(10,2),
          amount_inr numeric(12,2), discount_pct numeric(5,2), stock_level int, mystery int, doc jsonb,
          primary key (order_id, line_no, ordered_at)) partition by range (ordered_at);
        create table store.fact_order_line_h1 partition of store.fact_order_line
          for values from ('2025-01-01') to ('2025-07-01');
        create table store.fact_order_line_h2 partition of store.fact_order_line
          for values from ('2025-07-01') to ('2026-01-02');
        comment on table store.fact_order_line is 'order lines';
        comment on column store.fact_order_line.amount_inr is 'What the customer paid for the line';
        comment on column store.dim_product.category is 'Merchandise
        category: as buyers'' guides write it';
        insert into store.dim_customer select n, 'Person ' || n, 'p' || n || '@example.org',
          (array['gold','silver'])[1 + n % 2], case when n % 3 = 0 then 'call 98765 4321' || n % 10 end, now()
          from generate_series(1, 40) n;
        insert into store.dim_product select n, 'Thing ' || n % 9, (array['Toys','Books','Food'])[1 + n % 3], 10 * n
          from generate_series(1, 12) n;
        insert into store.fact_order_line select 'o' || n / 3, n % 3, timestamptz '2025-01-01 00:10+05:30' + n * interval '17 hours',
          now(), 1 + n % 40, 1 + n % 12, (array['placed','shipped','Cancelled'])[1 + n % 3]::store.order_status, n % 5 = 0,
          1 + n % 4, 9.5, 100 + n * 0.25, 5, 7, n, '{}' from generate_series(1, 500) n;
        analyze\
        """);

    @TempDir
    private static Path folder;

    @BeforeAll
    static void drafts() {
        var ended = SHOP.draft(folder, "--schema", "store");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    @Test
    void answersAFirstQuestionAsSqlByHandDoes() {
        assertThat(SHOP.ask(folder, "query_order_line", "amount_inr quantity orders customers order_lines", "category"))
                .containsExactlyInAnyOrderElementsOf(SHOP.byHand("""
                    select p.category, sum(l.amount_inr), sum(l.quantity), count(distinct l.order_id),
                      count(distinct l.customer_id), count(*)
                    from store.fact_order_line l join store.dim_product p using (product_id)
                    where (l.ordered_at at time zone 'Asia/Kolkata')::date between '2025-01-01' and '2025-12-31'
                    group by 1\
                    """));
    }

    @Test
    void keepsRowsByTheValueOfAnEnum() {
        // Given
        var shipped = Entities.NONE.with(new DimensionId("status"), List.of("shipped"));

        // When
        var rows = SHOP.ask(folder, "query_order_line", "quantity", "status gift", shipped);

        // Then
        assertThat(rows).containsExactlyInAnyOrderElementsOf(SHOP.byHand("""
            select status::text, gift::text, sum(quantity) from store.fact_order_line
            where status = 'shipped' and (ordered_at at time zone 'Asia/Kolkata')::date between '2025-01-01' and '2025-12-31'
            group by 1, 2\
            """));
    }

    @Test
    void addsUpNothingThatMeansNothing() {
        // When
        var metrics = Shop.registry(folder).metrics().keySet().stream()
                .map(MetricId::value)
                .toList();

        // Then: no price of a piece, no rate, no level, nothing unknown, no key
        assertThat(metrics)
                .containsExactlyInAnyOrder(
                        "order_lines", "quantity", "amount_inr", "orders", "customers", "distinct_products");
        assertThat(Shop.registry(folder).metric(new MetricId("orders")).additivity())
                .isEqualTo(Additivity.NON_ADDITIVE);
        assertThat(Shop.registry(folder)
                        .metric(new MetricId("amount_inr"))
                        .unit()
                        .text())
                .isEqualTo("INR");
    }

    @Test
    void tellsOfCancelledRowsThatCount() {
        assertThat(Shop.registry(folder).metric(new MetricId("amount_inr")).description())
                .isEqualTo("What the customer paid for the line. Rows whose status is Cancelled count, too.");
    }

    @Test
    void knowsPersonalDataAndShowsNone() {
        // When
        var registry = Shop.registry(folder);
        var people = registry.table(new TableId("store.dim_customer"));

        // Then: by name, and the note by what stands in it
        assertThat(people.columns())
                .filteredOn(column -> column.pii() != null)
                .extracting(column -> column.name() + " " + column.pii())
                .containsExactly(
                        "customer_id " + Pii.CUSTOMER_ID,
                        "full_name " + Pii.NAME,
                        "email " + Pii.MAIL,
                        "note " + Pii.PHONE);
        assertThat(registry.dimensions().keySet())
                .extracting(DimensionId::value)
                .containsExactlyInAnyOrder("date", "tier", "product", "category", "status", "gift");
        assertThat(registry.policies())
                .allSatisfy(policy -> assertThat(policy.columns()
                                .permits(io.asktrail.registry.schema.ColumnName.of(people.id(), "email")))
                        .isFalse());
    }

    @Test
    void takesTheCommentsAndLeavesPartitionsOut() {
        // When
        var registry = Shop.registry(folder);

        // Then
        assertThat(registry.tables().keySet())
                .extracting(TableId::value)
                .containsExactly("store.dim_customer", "store.dim_product", "store.fact_order_line");
        assertThat(registry.dimension(new DimensionId("category")).description())
                .startsWith("Merchandise")
                .contains("buyers' guides");
        assertThat(registry.table(new TableId("store.fact_order_line")).title()).isEqualTo("order lines");
        assertThat(registry.table(new TableId("store.dim_customer")).isFact()).isFalse();
    }

    @Test
    void writesNothingOverWhatIsThere() throws Exception {
        // Given
        var edited = folder.resolve("metrics/quantity.yaml");
        var before = java.nio.file.Files.readString(edited);
        java.nio.file.Files.writeString(edited, before + "# looked at\n");

        // When
        var refused = SHOP.draft(folder, "--schema", "store");
        var kept = java.nio.file.Files.readString(edited);
        var forced = SHOP.draft(folder, "--schema", "store", "--force");

        // Then
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("nothing in it is overwritten", "--force");
        assertThat(kept).endsWith("# looked at\n");
        assertThat(forced.code()).isZero();
        assertThat(java.nio.file.Files.readString(edited)).isEqualTo(before);
    }
}
