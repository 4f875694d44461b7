package io.asktrail.guardrails.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17                | 17       | 1",
                "₹12,34,567.50     | 1234567.5 | 0.01",
                "Rs. 500           | 500      | 1",
                "INR 500           | 500      | 1",
                "₹1.25 lakh        | 125000   | 1000",
                "3 lakhs           | 300000   | 100000",
                "2.5 crore         | 25000000 | 1000000",
                "2 crores          | 20000000 | 10000000",
                "2 Cr              | 20000000 | 10000000",
                "4.5 k             | 4500     | 100",
                "4 thousand        | 4000     | 1000",
                "1.5 million       | 1500000  | 100000",
                "43.2 %            | 0.432    | 0.001",
                "43.2 per cent     | 0.432    | 0.001",
                "5 percentage points | 0.05   | 0.01",
                "5 points          | 0.05     | 0.01",
                "1.5 pp            | 0.015    | 0.001",
                "2.4x              | 2.4      | 0.1",
                "2.4×              | 2.4      | 0.1",
                "-5                | -5       | 1",
                "–5                | -5       | 1",
                "−5                | -5       | 1",
                "+5                | 5        | 1",
                "5.                | 5        | 1"
            })
    void isReadAsAPersonReadsIt(String text, BigDecimal value, BigDecimal step) {
        assertThat(WrittenNumber.parse(text)).hasValueSatisfying(number -> {
            assertThat(number.value()).isEqualByComparingTo(value);
            assertThat(number.step()).isEqualByComparingTo(step);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "5 apples", "5 and 6", "₹", ",5", "1.2.3"})
    void whatIsNoNumberIsNotRead(String text) {
        assertThat(WrittenNumber.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "₹12.35 lakh | 1234500  | true",
                "₹12.35 lakh | 1235500  | true",
                "₹12.35 lakh | 1234499  | false",
                "₹12.35 lakh | 1235501  | false",
                "43.2 %      | 0.43249  | true",
                "43.2 %      | 0.43251  | false",
                "-5          | -5       | true",
                "5           | -5       | false"
            })
    void saysWhatRoundsToItsLastDigit(String text, BigDecimal exact, boolean says) {
        assertThat(WrittenNumber.parse(text).orElseThrow().says(exact)).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource({"5, -5, true", "5, 5, true", "5, 6, false", "-5, 5, true"})
    void saysASizeWhateverTheSign(String text, BigDecimal exact, boolean says) {
        assertThat(WrittenNumber.parse(text).orElseThrow().saysSizeOf(exact)).isEqualTo(says);
    }
}
