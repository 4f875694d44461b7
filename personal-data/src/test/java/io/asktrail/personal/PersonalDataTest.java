package io.asktrail.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.personal.PersonalData.Found;
import io.asktrail.personal.PersonalData.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
    // Published specimens: UIDAI's and GSTN's samples of the check digits, card networks' test numbers.
    @ParameterizedTest
    @CsvSource({
        "MAIL, write to asha.rao+x@example.co.in today",
        "PHONE, call +91 98765 43210 now",
        "PHONE, call 09876543210 now",
        "PHONE, call 9876543210",
        "PAN, PAN ABCPE1234F is hers",
        "AADHAAR, Aadhaar 2341 2341 2346 it is",
        "AADHAAR, Aadhaar 234123412346",
        "GSTIN, GSTIN 27AAPFU0939F1ZV",
        "CARD, paid by 4111 1111 1111 1111",
        "CARD, paid by 5555555555554444",
        "CARD, paid by 3782 822463 10005",
        "PHONE, कॉल करें ९८७६५ ४३२१०",
        "PHONE, call (022) 2345 6789",
        "PHONE, +971 50 123 4567",
        "MAIL, asha [at] example [dot] com",
        "PAN, abcpe1234f",
        "AADHAAR, 2341\u200B2341\u200B2346",
        "CARD, 4111‑1111‑1111‑1111"
    })
    void findsWhatBelongsToAPerson(Kind kind, String text) {
        assertThat(PersonalData.find(text)).extracting(Found::kind).containsExactly(kind);
        assertThat(PersonalData.mask(text))
                .contains("hidden]")
                .doesNotContain("4111")
                .doesNotContain("@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order 403-1234567-1234567 was late",
                "SKU KUR-0042-XL and B08XYZ1234",
                "net sales ₹98,76,543.21 in October",
                "net sales ₹9876543210",
                "spend 9876543210.50",
                "Aadhaar-like 234123412345 without its check digit",
                "card-like 4111111111111112",
                "GSTIN-like 27AAPFU0939F1ZA",
                "campaign SP | Kurtas | 2025-10 | exact",
                "impressions 12345678901234567890",
                "ABCXE1234F is no PAN: its fourth letter names no kind of holder",
                "1–31 Oct 2025, 28 days",
                "9876543210 impressions",
                "campaign id 4111111111111111",
                "see https://example.com/orders/9876543210",
                "trace 4bf92f3577b34da6a3ce929d0e0e4736",
                "+12.5 % and +1,23,456 against last week",
                "2025-10-01T06:00:00.123+05:30",
                "call 1800 123 4567 for support",
                "version 1.22.333.4444, port 54329"
            })
    void leavesLookAlikesReadable(String text) {
        assertThat(PersonalData.mask(text)).isEqualTo(text);
    }

    @Test
    void hidesEachOfSeveralAndKeepsTheWordsBetween() {
        assertThat(PersonalData.mask("Asha (asha@example.com, +91 98765 43210) paid with 4111 1111 1111 1111."))
                .isEqualTo("Asha ([mail hidden], [phone hidden]) paid with [card hidden].");
    }

    @Test
    void saysWhereInTheTextItFoundThem() {
        assertThat(PersonalData.find("a\u200B ९८७६५४३२१०!")).containsExactly(new Found(Kind.PHONE, 3, 13));
    }
}
