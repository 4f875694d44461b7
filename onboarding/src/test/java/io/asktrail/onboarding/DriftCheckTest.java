package io.asktrail.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.live.DatabaseUnusable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drafted registry, and a database that goes on changing. */
class DriftCheckTest {
    private static final Shop SHOP = Shop.made("drift_check", "create schema shop");

    @TempDir
    private Path folder;

    @BeforeEach
    void drafts() {
        SHOP.run("""
            drop schema if exists shop cascade;
            create schema shop;
            create table shop.sales (sale_id int primary key, sold_on date, region text, colour text, amount numeric(10,2),
              quantity int);
            insert into shop.sales select n, date '2025-01-01' + n % 300, (array['East','West','North'])[1 + n % 3],
              (array['red','blue'])[1 + n % 2], n, 1 from generate_series(1, 200) n;
            create table shop.returns (return_id int primary key, returned_on date, created_on date, quantity int);
            insert into shop.returns select n, '2025-01-02', '2025-01-02', 1 from generate_series(1, 5) n\
            """);
        assertThat(SHOP.draft(folder, "--schema", "shop", "--currency", "INR").code())
                .isZero();
    }

    private record Ended(int code, String text) {}

    private Ended check(boolean strict) {
        var out = new ByteArrayOutputStream();
        var code = new DriftCheck(Shop.registry(folder), new PrintStream(out, true, StandardCharsets.UTF_8), strict)
                .run(Map.of("warehouse", SHOP.login()));
        return new Ended(code, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void findsNothingWhereNothingHasChanged() {
        var ended = check(true);
        assertThat(ended.code()).isZero();
        assertThat(ended.text()).contains("2 tables of the registry were compared: 0 differences");
    }

    @Test
    void guessesANewNameByTheValues() {
        // Given: two new columns of the type, neither named alike; one holds the values
        SHOP.run("alter table shop.sales rename column region to zone;\nalter table shop.sales add column remark text");

        // When
        var ended = check(false);

        // Then
        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.text())
                .contains("BREAKS shop.sales has no column region any more; it is probably called zone now."
                        + " Lost for it: region.");
    }

    @Test
    void guessesNothingBetweenTwoThatAreEquallyAlike() {
        // Given
        SHOP.run("""
            alter table shop.sales drop column amount;
            alter table shop.sales add column amount_a numeric;
            alter table shop.sales add column amount_b numeric\
            """);

        // When
        var ended = check(false);

        // Then
        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.text()).contains("BREAKS shop.sales has no column amount any more. Lost for it: amount.");
    }

    @Test
    void tellsWhatIsNewAndCountsItWhenAsked() {
        // Given
        SHOP.run("alter table shop.sales add column discount numeric;\ncreate table shop.visits (day date)");

        // When
        var lenient = check(false);
        var strict = check(true);

        // Then
        assertThat(lenient.code()).isZero();
        assertThat(strict.code()).isEqualTo(6);
        assertThat(lenient.text())
                .contains("new    shop.sales has a column discount (numeric) that no schema file lists.")
                .contains("new    There is a table shop.visits that no schema file describes.");
    }

    @Test
    void namesEverythingThatAVanishedTableTakesWithIt() {
        // Given
        SHOP.run("alter table shop.sales rename to sales_2026");

        // When
        var ended = check(false);

        // Then
        assertThat(ended.code()).isEqualTo(6);
        assertThat(ended.text())
                .contains("BREAKS There is no table shop.sales any more; it is probably called shop.sales_2026 now."
                        + " Lost for it: amount, sales, sales_quantity, colour, date, region.");
    }

    @Test
    void saysThatADatabaseCannotBeEntered() {
        var wrong = new JdbcLogin(SHOP.url(), "nobody_here", "wrong");
        var check = new DriftCheck(Shop.registry(folder), System.out, false);
        assertThatThrownBy(() -> check.run(Map.of("warehouse", wrong)))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("does not let 'nobody_here' in");
    }
}
