package io.asktrail.composer.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.composer.words.Words;
import io.asktrail.contracts.ask.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|₹0",
                "0.004|₹0",
                "-0.004|₹0",
                "0.005|₹0.01",
                "84.5|₹84.50",
                "999|₹999",
                "1000|₹1,000",
                "99999.99|₹99,999.99",
                "99999.994|₹99,999.99",
                "99999.995|₹1.00 lakh",
                "100000|₹1.00 lakh",
                "1234567.89|₹12.35 lakh",
                "-1234567.89|-₹12.35 lakh",
                "104500|₹1.05 lakh",
                "9999499.99|₹99.99 lakh",
                "9999500|₹1.00 crore",
                "10000000|₹1.00 crore",
                "12000000|₹1.20 crore",
                "12345678901|₹1,234.57 crore",
                "-84.5|-₹84.50",
            })
    void writesRupeesInLakhAndCrore(BigDecimal value, String written) {
        assertThat(FigureFormat.inSentence(value, "INR")).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|₹0",
                "1234567|₹12,34,567",
                "1234567.5|₹12,34,567.50",
                "-1234567.505|-₹12,34,567.51",
                "100|₹100",
                "123456789012|₹1,23,45,67,89,012",
            })
    void writesEveryDigitInIndianGroups(BigDecimal value, String written) {
        assertThat(FigureFormat.exact(value, "INR")).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|percent|0.0 %",
                "0.234|percent|23.4 %",
                "0.2345|percent|23.5 %",
                "-0.05|percent|-5.0 %",
                "0.0042|percent|0.42 %",
                "12.5|percent|1,250.0 %",
                "3.4249|ratio|3.42",
                "3.425|ratio|3.43",
                "1234567|count|12,34,567",
                "1000|count|1,000",
                "12.50|count|12.5",
                "-1234|count|-1,234",
                "1234567.891|USD|$1,234,567.89",
                "-1234567.5|EUR|-€1,234,567.50",
                "1500|AED|AED 1,500",
            })
    void writesOtherUnits(BigDecimal value, String unit, String written) {
        assertThat(FigureFormat.inSentence(value, unit)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "250000|INR|₹2.5 lakh",
                "250000|USD|$250,000",
                "-0.5|GBP|-£0.5",
                "1500|AED|AED 1,500",
                "1500|count|1,500",
            })
    void writesTheSignOfTheCurrencyOnAnAxis(BigDecimal value, String unit, String written) {
        assertThat(FigureFormat.onAxis(value, unit, Words.in(Language.ENGLISH))).isEqualTo(written);
    }

    @Test
    void writesADashWhereThereIsNoNumber() {
        assertThat(FigureFormat.inSentence(null, "ratio")).isEqualTo("–");
        assertThat(FigureFormat.exact(null, "INR")).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-10-01|2025-10-31|1–31 Oct 2025",
                "2025-09-28|2025-10-04|28 Sep – 4 Oct 2025",
                "2024-12-28|2025-01-03|28 Dec 2024 – 3 Jan 2025",
                "2025-10-01|2025-10-01|1 Oct 2025",
            })
    void writesWhatBothEndsOfAPeriodShareOnce(LocalDate start, LocalDate end, String written) {
        assertThat(Days.period(start, end)).isEqualTo(written);
    }
}
