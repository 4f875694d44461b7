package io.asktrail.sales.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.service.loading.LoadProgress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderFileImportTest {
    private final OrderFileImport orders = OrderFileImport.by(RegistryLoader.load(RegistryLocation.bundled("orders")));
    private final OrdersDatabase database = OrdersDatabase.empty();

    @TempDir
    Path folder;

    @Test
    void readsASaleReport() throws Exception {
        // When
        var report = load(SampleFiles.write(folder, "sales.csv", SampleFiles.SALES));

        // Then
        assertThat(report.read()).isEqualTo(8);
        assertThat(report.added()).isEqualTo(8);
        assertThat(report.setAside()).isEmpty();
        assertThat(database.query("select order_id, line_no, order_date, sku, geo, city, quantity, amount, status, b2b,"
                        + " postal_code, promotion_ids, sales_channel from sales.order_lines order by 1, 2"))
                .containsExactly(
                        "A-1|1|2022-04-30|S1|Maharashtra|Mumbai|0|647.62|Cancelled|no|400081|P1,P2|Amazon.in",
                        "A-2|1|2022-04-30|S1|Karnataka|Bengaluru|1|406.00|Shipped|no|400081|P1,P2|Amazon.in",
                        "A-2|2|2022-04-30|S2|Karnataka|Bengaluru|2|1000.50|Shipped|no|400081|P1,P2|Amazon.in",
                        "A-2|3|2022-04-30|S2|Karnataka|Bengaluru|1|500.25|Shipped|no|400081|P1,P2|Amazon.in",
                        "A-3|1|2022-05-01|S3|Odisha|Jhanti Pahari|1|300.00|Shipped - Returned to"
                                + " Seller|no|400081|P1,P2|Amazon.in",
                        "A-4|1|2022-05-02|S3|Andaman and Nicobar Islands|Sri Vijaya"
                                + " Puram|1|0.00|Shipped|no|400081|P1,P2|Amazon.in",
                        "A-5|1|2022-05-03|S3|APO|Lucknow|1|10.00|Shipped|no|400081|P1,P2|Amazon.in",
                        "A-6|1|2022-05-04|S3|null|null|1|20.00|Shipped|no|400081|P1,P2|Amazon.in");
    }

    @Test
    void reportsWhatItPutRight() throws Exception {
        // When
        var report = load(SampleFiles.write(folder, "sales.csv", SampleFiles.SALES));

        // Then
        assertThat(report.repaired())
                .isEqualTo(Map.of(
                        Repair.EMPTY_AMOUNT, 1L,
                        Repair.STATE_SPELLING, 6L,
                        Repair.UNKNOWN_STATE, 1L,
                        Repair.NO_STATE, 1L,
                        Repair.CITY_SPELLING, 6L,
                        Repair.POSTAL_CODE, 8L,
                        Repair.AMOUNT_SPELLING, 1L));
        assertThat(report.unknownStates()).isEqualTo(Map.of("APO", 1L));
        assertThat(report.text("sales.csv"))
                .contains("sales.csv: 8 lines read, 8 loaded, 0 set aside.", "1  APO", "2022-04-30 to 2022-05-04");
    }

    @Test
    void readsAnAllOrdersReportOnTheDayItIsInIndia() throws Exception {
        // When
        load(SampleFiles.write(folder, "orders.txt", SampleFiles.ALL_ORDERS));

        // Then: 19:00 in London is half past midnight in India
        assertThat(database.query(
                        "select order_id, line_no, order_date, sku, geo, city, amount, status, b2b, courier_status"
                                + " from sales.order_lines order by 1"))
                .containsExactly(
                        "B-1|1|2022-05-01|S9|Delhi|Delhi|499.00|Shipped|yes|Shipped",
                        "B-2|1|2022-04-30|S9|Kerala|Kochi|0.00|Cancelled|no|Shipped");
    }

    @Test
    void changesNothingWhenTheSameContentComesAgainPackedOrNot() throws Exception {
        // Given
        load(SampleFiles.write(folder, "sales.csv", SampleFiles.SALES));
        var packed = Files.write(folder.resolve("again.csv.gz"), SampleFiles.packed(SampleFiles.SALES));

        // When
        var report = load(packed);

        // Then
        assertThat(report.alreadyLoaded()).isTrue();
        assertThat(report.text("again.csv.gz")).contains("loaded before; nothing changed");
        assertThat(database.query("select count(*), sum(amount) from sales.order_lines"))
                .containsExactly("8|2884.37");
        assertThat(database.query("select count(*) from sales.loaded_files")).containsExactly("1");
    }

    @Test
    void aNewerExportChangesLinesInsteadOfDoublingThem() throws Exception {
        // Given
        load(SampleFiles.write(folder, "sales.csv", SampleFiles.SALES));
        var newer = SampleFiles.SALE_HEADER
                + SampleFiles.sale(0, "A-2", "04-30-22", "Shipped", "S2", 2, "1,000.5", "Bengaluru", "KARNATAKA")
                + SampleFiles.sale(
                        1,
                        "A-2",
                        "04-30-22",
                        "Shipped - Returned to Seller",
                        "S1",
                        1,
                        "406.0",
                        "Bengaluru",
                        "KARNATAKA")
                + SampleFiles.sale(2, "A-2", "04-30-22", "Shipped", "S4", 1, "1", "Bengaluru", "KARNATAKA")
                + SampleFiles.sale(3, "A-7", "05-05-22", "Shipped", "S1", 1, "5", "Bengaluru", "KARNATAKA");

        // When
        var report = load(SampleFiles.write(folder, "newer.csv", newer));

        // Then
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(database.query(
                        "select line_no, sku, status from sales.order_lines where order_id = 'A-2' order by 1"))
                .containsExactly("1|S1|Shipped - Returned to Seller", "2|S2|Shipped", "3|S2|Shipped", "4|S4|Shipped");
    }

    @Test
    void setsAsideWhatItCannotReadAndKeepsIt() throws Exception {
        // Given
        var file = SampleFiles.SALE_HEADER
                + SampleFiles.sale(0, "A-1", "30-04-22", "Shipped", "S1", 1, "1", "Pune", "Goa")
                + SampleFiles.sale(1, "", "04-30-22", "Shipped", "S1", 1, "1", "Pune", "Goa")
                + SampleFiles.sale(2, "A-3", "04-30-22", "Shipped", "S1", 1, "one rupee", "Pune", "Goa")
                + "3,A-4,04-30-22,Shipped,cut\n"
                + SampleFiles.sale(4, "A-5", "04-30-22", "Shipped", "S1", 1, "7", "Pune", "Goa")
                + SampleFiles.sale(5, "A-6", "04-30-22", "Shipped", "S1", 1, "1e999999999", "Pune", "Goa");

        // When
        var report = load(SampleFiles.write(folder, "faults.csv", file));

        // Then
        assertThat(report.loaded()).isEqualTo(1);
        assertThat(report.setAsideCount()).isEqualTo(5);
        assertThat(database.query("select line, reason from sales.set_aside order by 1"))
                .containsExactly(
                        "2|a date that is none, or not as this form of file writes it",
                        "3|no order id",
                        "4|an amount that is no sum of money",
                        "5|more or fewer fields than the header",
                        "7|an amount that is no sum of money");
        assertThat(database.query("select raw from sales.set_aside where line = 5"))
                .containsExactly("3\tA-4\t04-30-22\tShipped\tcut");
    }

    @Test
    void opensOrdersToTheReaderAndKeepsTheRestClosed() throws Exception {
        // When
        load(SampleFiles.write(folder, "sales.csv", SampleFiles.SALES));

        // Then
        assertThat(database.query("select has_table_privilege('asktrail_sales', t, 'select') from unnest("
                        + "array['sales.order_lines', 'sales.coverage', 'sales.set_aside', 'sales.loaded_files']) t"))
                .containsExactly("t", "t", "f", "f");
        assertThat(database.query("select table_name, covered_from, covered_to from sales.coverage"))
                .containsExactly("order_lines|2022-04-30|2022-05-04");
    }

    @Test
    void refusesWhatIsNoOrderFile() throws Exception {
        assertRefused(SampleFiles.write(folder, "other.csv", "name,age\nAda,36\n"), "amazon-order-id", "order id");
        assertRefused(SampleFiles.write(folder, "empty.csv", ""), "is empty");
        assertRefused(folder.resolve("missing.csv"), "There is no file");
        assertRefused(folder, "is no file");
        assertRefused(
                Files.write(folder.resolve("photo.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, 0, 1, 2}),
                "not an order file");
        assertThat(database.query("select count(*) from pg_namespace where nspname = 'sales'"))
                .containsExactly("0");
    }

    @Test
    void refusesAGzipThatIsCutOffOrDamagedAndChangesNothing() throws Exception {
        // Given
        var whole = SampleFiles.packed(SampleFiles.SALES);
        var cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length - 20));
        var hurt = whole.clone();
        hurt[whole.length / 2] ^= 0x5a;

        // When, Then
        assertRefused(cut, "cut off");
        assertThatThrownBy(() -> load(Files.write(folder.resolve("hurt.csv.gz"), hurt)))
                .isInstanceOf(OrderFileException.class);
        assertThat(database.query("select count(*) from pg_namespace where nspname = 'sales'"))
                .containsExactly("0");
    }

    @Test
    void doesNotMixOrdersIntoAnotherShopsTables() throws Exception {
        // Given
        database.run("create schema sales; create table sales.order_lines (order_id text, ordered_at timestamptz)");

        // When, Then
        assertRefused(SampleFiles.write(folder, "sales.csv", SampleFiles.SALES), "a database of their own");
    }

    @Test
    void readsWhatAnOldWindowsSaved() throws Exception {
        // Given
        var line = SampleFiles.sale(0, "A-1", "04-30-22", "Shipped", "S1", 1, "1", "Talegàon", "Goa");
        var file = Files.writeString(
                folder.resolve("old.csv"), SampleFiles.SALE_HEADER + line, Charset.forName("windows-1252"));

        // When
        load(file);

        // Then
        assertThat(database.query("select city from sales.order_lines")).containsExactly("Talegàon");
    }

    @Test
    void leavesOutTheCharacterZeroWhereverItStands() throws Exception {
        // Given: the first one where a quotation mark would stand, in a form of file that has none
        var orders = SampleFiles.ALL_ORDERS
                .replace("\tShipped\tAmazon", "\t\0Ship\0ped\tAmazon")
                .replace("\tKOCHI\t", "\t\0KOCHI\0\t");
        var sales = SampleFiles.SALE_HEADER
                + SampleFiles.sale(0, "A-1", "04-30-22", "\0", "S\0001", 1, "4\00006.0", "Pune\0", "Goa")
                + SampleFiles.sale(1, "A-2", "30-04-\00022", "Shipped", "S1", 1, "1", "Pune", "Goa");

        // When
        var ofOrders = load(SampleFiles.write(folder, "orders.txt", orders));
        var ofSales = load(SampleFiles.write(folder, "sales.csv", sales));

        // Then
        assertThat(ofOrders.loaded()).isEqualTo(2);
        assertThat(ofSales.loaded()).isEqualTo(1);
        assertThat(database.query(
                        "select order_id, sku, status, city, amount from sales.order_lines order by order_id"))
                .containsExactly(
                        "A-1|S1|null|Pune|406.00", "B-1|S9|Shipped|Delhi|499.00", "B-2|S9|Cancelled|Kochi|0.00");
        assertThat(database.query("select raw from sales.set_aside"))
                .singleElement()
                .satisfies(raw -> assertThat(raw).contains("30-04-22"));
    }

    private LoadReport load(Path file) throws Exception {
        try (var connection = database.open()) {
            return orders.load(file, connection, LoadProgress.silent());
        }
    }

    private void assertRefused(Path file, String... words) {
        assertThatThrownBy(() -> load(file))
                .isInstanceOfSatisfying(
                        OrderFileException.class,
                        refused -> assertThat(refused.sentence()).contains(words));
    }
}
