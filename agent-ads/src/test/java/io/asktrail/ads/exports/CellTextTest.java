package io.asktrail.ads.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    private static final LocalDate TODAY = LocalDate.parse("2025-02-10");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1234.5; 1234.5",
                "₹1,23,456.78; 123456.78",
                "₹ 1,00,00,000; 10000000",
                "Rs. 5.50; 5.50",
                "Rs 12; 12",
                "INR 1,234; 1234",
                "1,234.00 INR; 1234",
                "$1,234,567.89; 1234567.89",
                "US$5; 5",
                "-₹20.00; -20",
                "(₹20.00); -20",
                "₹-20.00; -20",
                "1.5E3; 1500",
                "-; 0",
                "—; 0",
                "''; 0",
                "N/A; 0",
                "  7  ; 7"
            })
    void readsMoneyAsPeopleWriteIt(String written, BigDecimal amount) {
        assertThat(Amounts.money(written)).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12,34", "1.234,56", "1,2345", "12,34,56", "abc", "1 2", "1e999999999", "₹", "1.2.3", "--5"})
    void refusesToGuessANumber(String written) {
        assertThatThrownBy(() -> Amounts.money(written)).isInstanceOf(CellException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "-1", "99999999999999999999"})
    void refusesACountThatIsNone(String written) {
        assertThatThrownBy(() -> Amounts.count(written)).hasMessageContaining("a whole number of 0 or more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Jan 05, 2025", "Jan 5, 2025", "January 5, 2025", "05-Jan-25", "5-jan-2025", "2025-01-05", "2025/01/05",
                "05/01/2025", "5/1/2025", "05-01-2025", "05.01.2025", "20250105", "45662", "45662.0",
                "2025-01-05 00:00:00", "2025-01-05T00:00:00Z", "05 Jan 2025"
            })
    void readsADayInTheFormsOfFiles(String written) {
        assertThat(new Days(TODAY).read(written)).isEqualTo(LocalDate.parse("2025-01-05"));
    }

    @Test
    void putsTheMonthFirstInDollarAccountsAlone() {
        // Given
        var days = new Days(TODAY);

        // When
        days.currency("USD");

        // Then
        assertThat(days.read("01/05/2025")).isEqualTo(LocalDate.parse("2025-01-05"));
        assertThatThrownBy(() -> days.read("25/01/2025")).hasMessageContaining("or 01/31/2025");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "31/04/2025", "yesterday", "1234", "05/13/2025", "Total", "05/12/2025"})
    void refusesADayThatIsNoneOrLiesAhead(String written) {
        assertThatThrownBy(() -> new Days(TODAY).read(written)).isInstanceOf(CellException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"INR; INR", "inr; INR", "₹12; INR", "Rs. 12; INR", "$5; USD", "5 EUR; EUR", "£1; GBP", "A$3; AUD"})
    void readsWhichCurrencyIsMeant(String written, String code) {
        assertThat(CurrencyMark.in(written)).contains(code);
    }

    @Test
    void takesNoCurrencyWhereNoneIsWritten() {
        assertThat(CurrencyMark.in("12.50")).isEmpty();
        assertThat(CurrencyMark.in("")).isEmpty();
        assertThat(CurrencyMark.in("(12)")).isEmpty();
        assertThatThrownBy(() -> CurrencyMark.in("cowries")).isInstanceOf(CellException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'7 Day Total Sales '; 7 day total sales",
                "7 Day Total Sales (₹); 7 day total sales",
                "14 Day Total Orders (#); 14 day total orders",
                "14-Day Total Sales; 14 day total sales",
                "Spend(INR); spend",
                "Spend ($); spend"
            })
    void seesTheSameColumnInDifferentFiles(String written, String plain) {
        assertThat(HeaderText.plain(written)).isEqualTo(plain);
    }
}
