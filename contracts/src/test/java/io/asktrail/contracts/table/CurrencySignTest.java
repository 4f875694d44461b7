package io.asktrail.contracts.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrencySignTest {
    @ParameterizedTest
    @CsvSource({"INR, ₹", "USD, $", "EUR, €", "GBP, £", "CAD, CA$", "AUD, A$"})
    void signsStandRightBeforeTheDigits(String code, String sign) {
        assertThat(CurrencySign.before(code)).isEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource({"AED", "SGD", "CHF", "XOF"})
    void aCurrencyWithoutASignIsWrittenByItsCode(String code) {
        assertThat(CurrencySign.before(code)).isEqualTo(code + " ");
    }

    @Test
    void whatIsNoCurrencyIsRefused() {
        assertThatThrownBy(() -> CurrencySign.before("ZZZ")).isInstanceOf(IllegalArgumentException.class);
    }
}
