package io.asktrail.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Entities;
import io.asktrail.registry.schema.TableId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases as they are: names with spaces, reserved words, other alphabets, no keys, money in every form. */
class OddShapesTest {
    private static final Shop SHOP = Shop.made("draft_odd", """
        create schema "Büro Verkauf";
        create table "Büro Verkauf"."Order Lines" ("Order Date" date, "group" text, "select" text, "Größe" text,
          "Umsatz €" numeric(10,2), "売上" numeric(10,2), "Menge" int, "a""b" text, "dotted.name" text, "Price/Unit" numeric);
        comment on column "Büro Verkauf"."Order Lines"."売上" is 'amount in USD, net of returns';
        insert into "Büro Verkauf"."Order Lines"
          select date '2025-02-01' + n % 90, (array['north','south'])[1 + n % 2], (array['a','b','c'])[1 + n % 3],
          (array['groß','klein'])[1 + n % 2], n * 1.1, n * 0.01, n % 5, 'q', 'd', 3 from generate_series(1, 200) n;
        create view "Büro Verkauf"."täglich" as select "Order Date" as "Datum", "group", sum("Menge") as "Menge"
          from "Büro Verkauf"."Order Lines" group by 1, 2;

        create schema bare;
        create table bare.orders (order_id int, placed_at timestamp, shop_id int, total_cents bigint, tip_amount double precision,
          region text);
        create table bare.shops (id int, name text, city text, opened date);
        create table bare.wrong (shop_id int, remark text);
        create table bare.items (order_id int, sku text, qty int);
        insert into bare.shops select n, 'Shop ' || n, (array['Pune','Goa'])[1 + n % 2], '2020-01-01' from generate_series(1, 6) n;
        insert into bare.wrong select n / 2, 'x' from generate_series(1, 6) n;
        insert into bare.orders select n, timestamp '2025-03-01' + n * interval '5 hours', 1 + n % 6, n * 101, n * 0.5,
          (array['East','West'])[1 + n % 2] from generate_series(1, 300) n;
        insert into bare.items select n, 's' || n % 7, 1 from generate_series(1, 300) n;

        create schema money;
        create table money.payments (payment_id uuid primary key, paid_on date, currency char(3), amount numeric(12,2),
          fee_rate numeric, balance numeric, payer_country text);
        insert into money.payments select gen_random_uuid(), date '2025-05-01' + n % 30, (array['EUR','INR'])[1 + n % 2],
          n * 1.25, 0.02, 100, (array['DE','IN'])[1 + n % 2] from generate_series(1, 100) n;
        create table money.costs (day date, cost numeric(10,2), currency text);
        insert into money.costs select date '2025-05-01', 5, (array['dollars','euros'])[1 + n % 2] from generate_series(1, 10) n;
        analyze\
        """);

    @TempDir
    private Path folder;

    private Path drafted(String... words) {
        var ended = SHOP.draft(folder, words);
        assertThat(ended.err()).isEmpty();
        return folder;
    }

    @Test
    void readsNamesWithSpacesReservedWordsAndOtherAlphabets() {
        // Given
        drafted("--schema", "Büro Verkauf", "--currency", "EUR");
        var north = Entities.NONE.with(new DimensionId("group"), List.of("north"));

        // When
        var rows = SHOP.ask(
                folder, "query_order_lines", "umsatz menge order_lines sum_of_order_lines", "select grosse", north);

        // Then
        assertThat(rows).containsExactlyInAnyOrderElementsOf(SHOP.byHand("""
            select "select", "Größe", sum("Umsatz €"), sum("Menge"), count(*), sum("売上")
            from "Büro Verkauf"."Order Lines" where "group" = 'north' and "Order Date" between '2025-01-01' and '2025-12-31'
            group by 1, 2\
            """));
    }

    @Test
    void readsAViewAndLeavesOutNamesThatCannotBeWritten() {
        // When
        drafted("--schema", "Büro Verkauf");

        // Then
        assertThat(SHOP.ask(folder, "query_taglich", "taglich_menge", "group"))
                .containsExactlyInAnyOrderElementsOf(SHOP.byHand(
                        "select \"group\", sum(\"Menge\") from \"Büro Verkauf\".\"Order Lines\" group by 1"));
        assertThat(Shop.registry(folder)
                        .table(new TableId("Büro Verkauf.Order Lines"))
                        .columns())
                .extracting(column -> column.name())
                .contains("Order Date", "Price/Unit")
                .doesNotContain("a\"b", "dotted.name");
        assertThat(Shop.registry(folder)
                        .metric(new MetricId("sum_of_order_lines"))
                        .unit()
                        .text())
                .isEqualTo("USD");
    }

    @Test
    void findsTheKeysThatNobodyDeclared() throws Exception {
        // Given
        drafted("--schema", "bare", "--currency", "INR");

        // When
        var rows = SHOP.ask(folder, "query_orders", "orders tip_amount orders_total_in_hundredths", "city region");

        // Then
        assertThat(rows).containsExactlyInAnyOrderElementsOf(SHOP.byHand("""
            select s.city, o.region, count(*), sum(o.tip_amount::numeric), sum(o.total_cents)
            from bare.orders o join bare.shops s on s.id = o.shop_id
            where o.placed_at >= '2025-01-01' and o.placed_at < '2026-01-01' group by 1, 2\
            """));
        assertThat(Files.readString(folder.resolve("schemas/bare.orders.yaml")))
                .contains("references: bare.shops")
                .doesNotContain("bare.wrong")
                .contains("a guess");
        assertThat(Files.readString(folder.resolve("metrics/orders_total.yaml")))
                .contains("orders_total_in_hundredths * 0.01");
    }

    @Test
    void makesNoFactOfWhatHasNoDate() throws Exception {
        // When
        drafted("--schema", "bare");

        // Then
        assertThat(Shop.registry(folder).table(new TableId("bare.items")).isFact())
                .isFalse();
        assertThat(Files.readString(folder.resolve("DRAFT.md")))
                .contains("bare.items has numbers (qty) but no date that says when a thing happened")
                .contains("The currency of orders_total, tip_amount is not known")
                .contains("bare.orders.shop_id leads to bare.shops.id");
    }

    @Test
    void neverAddsUpDifferentCurrencies() throws Exception {
        // Given
        drafted("--schema", "money");

        // When
        var rows = SHOP.ask(folder, "query_payments", "amount_eur amount_inr payments", "payer_country");

        // Then
        assertThat(rows).containsExactlyInAnyOrderElementsOf(SHOP.byHand("""
            select payer_country, coalesce(sum(amount) filter (where currency = 'EUR'), 0),
              coalesce(sum(amount) filter (where currency = 'INR'), 0), count(*) from money.payments group by 1\
            """));
        assertThat(Shop.registry(folder).metrics().keySet())
                .extracting(MetricId::value)
                .containsExactlyInAnyOrder("amount_eur", "amount_inr", "payments", "costs");
        assertThat(Files.readString(folder.resolve("DRAFT.md")))
                .contains("money.costs.cost is money, but currency holds what is no currency code");
    }
}
