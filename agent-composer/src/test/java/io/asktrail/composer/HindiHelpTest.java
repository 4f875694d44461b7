package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Help;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Asktrail says of itself in Hindi. */
class HindiHelpTest {
    @Test
    void explainsAMetricByItsFormula() {
        var roas = help(Help.Topic.METRIC, "roas");

        assertThat(roas.text())
                .startsWith(
                        "आरओएएस: विज्ञापन खर्च के हर रुपये पर आय। आरओएएस = आरओएएस की आय ÷ विज्ञापन खर्च, हर एक का पहले योग।"
                                + " यह सादा अनुपात है, और ज़्यादा होना अच्छा है। स्रोत: ")
                .endsWith("। आईडी: roas; इसके बारे में performance-marketing से पूछें।");
        assertThat(roas.method()).isEqualTo("आँकड़ों और आयामों की सूची से।");
        assertThat(help(Help.Topic.METRIC, "refunds").text())
                .startsWith("रिफंड: जो ऑर्डर पंक्तियाँ रद्द नहीं हुईं उन पर लौटाया गया पैसा, ऑर्डर के दिन में गिना हुआ।"
                        + " यह INR में रकम है, और कम होना अच्छा है।");
    }

    @Test
    void explainsADimensionByItsValuesAndWhatLacksOne() {
        assertThat(help(Help.Topic.DIMENSION, "channel").text())
                .contains(
                        "विज्ञापन चैनल: अमेज़न का विज्ञापन किस प्रकार का है।",
                        "इसके मान: SP, SB और SD।",
                        ": इसका मान न होना बिना विज्ञापन वाले ऑर्डरों के लिए है।");
        assertThat(help(Help.Topic.DIMENSION, "city").text()).contains("हर एक किसी एक राज्य में आता है।");
    }

    @Test
    void tellsWhatIsNotThereOrNotNamed() {
        assertThat(help(Help.Topic.METRIC, "profit").text())
                .isEqualTo(
                        "profit नाम का कोई आँकड़ा आपके लिए उपलब्ध नहीं है। सूची के लिए \"क्या पूछ सकते हैं\" पूछें।");
        assertThat(help(Help.Topic.DIMENSION, null).text())
                .isEqualTo("कौन सा आयाम? सूची के लिए \"क्या पूछ सकते हैं\" पूछें।");
    }

    @Test
    void listsTheCatalogueWithMeaningsInHindi() {
        var table = table(help(Help.Topic.CATALOGUE, null));

        assertThat(table.columns()).extracting(Column::label).containsExactly("आईडी", "नाम", "प्रकार", "इकाई", "अर्थ");
        assertThat(table.rows())
                .anySatisfy(row -> assertThat(row)
                        .containsExactly(
                                "net_sales", "शुद्ध बिक्री", "आँकड़ा", "INR", "सकल बिक्री में से रिफंड घटाकर।"));
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(Language.of((String) Objects.requireNonNull(row.get(4))))
                        .as("%s", row)
                        .isEqualTo(Language.HINDI));
    }

    @Test
    void saysHowFreshEachSourceIs() {
        var orders = new Freshness(
                "Orders", LocalDate.of(2025, 10, 5), LocalDate.of(2025, 12, 1), null, LocalDate.of(2025, 10, 25));

        var fresh = help(Help.Topic.FRESHNESS, null, orders);

        assertThat(fresh.text())
                .isEqualTo("Orders: 5 अक्टूबर – 1 दिसंबर 2025 के आँकड़े हैं;"
                        + " 25 अक्टूबर 2025 से आगे के दिन अब भी बदल सकते हैं।");
        assertThat(table(fresh).columns())
                .extracting(Column::label)
                .containsExactly("स्रोत", "कब से", "कब तक", "बदल सकता है, इस दिन से");
        assertThat(help(Help.Topic.FRESHNESS, null).text())
                .isEqualTo("किसी स्रोत ने नहीं बताया कि उसके आँकड़े कब तक के हैं।");
    }

    @Test
    void saysWhatTheCalendarMeans() {
        assertThat(help(Help.Topic.CALENDAR, null).text())
                .startsWith(
                        "दिन Asia/Kolkata की तारीखें हैं। सप्ताह सोमवार से शुरू होता है, वित्त वर्ष अप्रैल से शुरू होता है")
                .contains("पिछले 28 पूरे दिन", "नाम वाले दिन: दिवाली (17 अक्टूबर 2028)");
    }

    @Test
    void givesExamplesThatCanBeAsked() {
        assertThat(help(Help.Topic.EXAMPLES, null).text())
                .startsWith("जैसे: \"")
                .contains(
                        "\"विज्ञापन चैनल के अनुसार विज्ञापन खर्च इस महीने बनाम पिछले महीने\"",
                        "\"पिछले महीने विज्ञापन खर्च के हिसाब से टॉप 5 राज्य\"",
                        "\"पिछले 90 दिन विज्ञापन खर्च सप्ताह के अनुसार\"");
    }

    private static Table table(Draft draft) {
        return Objects.requireNonNull(draft.table());
    }

    private static Draft help(Help.Topic topic, @Nullable String id, Freshness... freshness) {
        return Run.help(Run.by(Role.ADMIN).in(Language.HINDI), topic, id, freshness);
    }
}
