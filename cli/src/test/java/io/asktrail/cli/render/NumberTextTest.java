package io.asktrail.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INR     | 1234567.89   | ₹12,34,567.89
            INR     | 100000       | ₹1,00,000
            INR     | 999          | ₹999
            INR     | -12345.5     | -₹12,345.50
            INR     | 26234520     | ₹2,62,34,520
            INR     | 0.005        | ₹0.01
            count   | 1234567      | 12,34,567
            count   | 12.5         | 12.5
            percent | 0.234        | 23.4 %
            percent | 0.0042       | 0.42 %
            percent | -0.1         | -10.0 %
            percent | 12.5         | 1,250.0 %
            ratio   | 4.255        | 4.26
            ratio   | -0.001       | 0.00
            USD     | 1234567.5    | $1,234,567.50
            """)
    void writesANumberByItsUnit(String unit, String value, String expected) {
        // Given
        var number = new BigDecimal(value);

        // When
        var text = NumberText.of(unit, List.of(number)).write(number);

        // Then
        assertThat(text).isEqualTo(expected);
    }
}
