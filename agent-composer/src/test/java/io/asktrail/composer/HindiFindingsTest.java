package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Diagnosis;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What diagnoses say in Hindi: the same figures of the same cells as in English. */
class HindiFindingsTest {
    @Test
    void tellsAChangeStepByStepAndByMember() {
        var table = FindingsTest.table(
                "part:text member:text found:text spend:INR spend.previous:INR spend.change:INR spend.change_share:percent"
                        + " spend.usual_low:INR spend.usual_high:INR ctr:percent ctr.previous:percent",
                "- - - 150 100 50 1 -20 20 - -",
                "steps impressions factor - - 90 1.8 - - - -",
                "steps ctr factor - - -40 -0.8 - - 0.005 0.01",
                "channel SB - 90 40 60 1.2 - - - -",
                "channel 2 others 60 60 -10 -0.2 - - - -");

        assertThat(explained(Diagnosis.Kind.CHANGE, table, "spend"))
                .isEqualTo("विज्ञापन खर्च: ₹150, 1–31 अक्टूबर 2025 में; 1–30 सितंबर 2025 के ₹100 से ₹50 ऊपर।"
                        + " यह सामान्य उतार-चढ़ाव से बाहर है, जो -₹20 से ₹20 तक रहता है।"
                        + " कदम दर कदम: इंप्रेशन: ₹90 ऊपर (बदलाव का 180.0 %);"
                        + " सीटीआर (पहले 1.0 %, अब 0.50 %): ₹40 नीचे (बदलाव की उलटी दिशा में)।"
                        + " विज्ञापन चैनल के अनुसार: SB: ₹60 ऊपर (बदलाव का 120.0 %),"
                        + " बाकी सभी (2): ₹10 नीचे (बदलाव की उलटी दिशा में)।");
    }

    @Test
    void drawsAChangeWithTheNamesOfTheLanguage() {
        var table = FindingsTest.table(
                "part:text member:text found:text spend:INR spend.previous:INR spend.change:INR spend.change_share:percent",
                "- - - 150 100 50 1",
                "steps impressions factor - - 90 1.8",
                "steps ctr factor - - -40 -0.8");

        var chart = FindingsTest.explain(Language.HINDI, Diagnosis.Kind.CHANGE, table, "spend")
                .chart();

        assertThat(Objects.requireNonNull(chart).spec().toString())
                .contains("विज्ञापन खर्च: बदलाव कहाँ से आया, कदम के अनुसार", "इंप्रेशन", "सीटीआर")
                .doesNotContain("Impressions", "Step");
    }

    @Test
    void tellsAnAccountsHealthAtAGlance() {
        var table = FindingsTest.table(
                "about:text spend:INR spend.previous:INR spend.change:INR spend.change_pct:percent acos:percent"
                        + " acos.previous:percent acos.change:percent acos.change_pct:percent metric:text part:text"
                        + " member:text from:date to:date peak:date score:ratio spend.usual_low:INR spend.usual_high:INR"
                        + " pace:percent spend.projected:INR projected_pace:percent",
                "numbers 150 100 50 0.5 0.25 0.27 -0.02 -0.074 - - - - - - - - - - - -",
                "unusual 9000 - - - - - - - spend - - 2025-10-09 2025-10-09 2025-10-09 12.4 1000 2500 - - -",
                "budgets 150 - - - - - - - - - - - - - - - - 0.9 180 1.04");

        assertThat(explained(Diagnosis.Kind.HEALTH, table))
                .isEqualTo("1–31 अक्टूबर 2025 में, 1–30 सितंबर 2025 की तुलना में: विज्ञापन खर्च ₹150 (50.0 % ऊपर);"
                        + " एकॉस 25.0 % (2.0 प्रतिशत अंक नीचे)। असामान्य: विज्ञापन खर्च 9 अक्टूबर 2025 को: ₹9,000,"
                        + " ₹1,000 से ₹2,500 की सामान्य सीमा से ऊपर।"
                        + " अब तक के बजट का 90.0 % खर्च हुआ; इस रफ़्तार से अंत तक 104.0 %।");
    }

    @Test
    void tellsWhatSearchTermsSay() {
        var table = FindingsTest.table(
                "about:text member:text spend:INR clicks:count acos:percent campaigns:count spend.elsewhere:INR"
                        + " capped_days:count",
                "branded - 400 40 0.1 - - -",
                "not_branded - 600 60 - - - -",
                "negative लाल_साड़ी 200 30 - - - -",
                "shared नीला_कुर्ता 160 95 - 2 70 -",
                "winner Kavya_2025 195 - 0.2 - - 3");

        assertThat(explained(Diagnosis.Kind.SEARCH_TERMS, table))
                .isEqualTo("ब्रांड के नाम वाले खोज शब्दों पर खर्च: ₹400 (एकॉस 10.0 %), 1–31 अक्टूबर 2025 में;"
                        + " बाकी सभी पर ₹600 (कोई बिक्री नहीं)।"
                        + " नेगेटिव कीवर्ड बनाने लायक: लाल साड़ी (₹200, 30 क्लिक, कोई ऑर्डर नहीं)।"
                        + " कई अभियानों में दिखे: नीला कुर्ता (2 अभियान, सबसे अच्छे अभियान के बाहर ₹70)।"
                        + " अच्छे अभियान जिन्हें बजट ने रोका: Kavya 2025 (3 दिन सीमा पर, एकॉस 20.0 %)।");
    }

    @Test
    void tellsUnusualDaysWithWhatWasUsual() {
        var table = FindingsTest.table(
                "metric:text part:text member:text from:date to:date peak:date deviation:percent score:ratio"
                        + " spend:INR spend.usual_low:INR spend.usual_high:INR orders:count orders.usual_low:count"
                        + " orders.usual_high:count",
                "spend campaign Kavya_Brand_Store 2025-10-08 2025-10-10 2025-10-09 3.1 12.4 9000 1000 2500 - - -",
                "orders - - 2025-10-20 2025-10-20 2025-10-20 -0.4 -4.2 - - - 60 80 140");

        assertThat(explained(Diagnosis.Kind.ANOMALY, table))
                .isEqualTo("1–31 अक्टूबर 2025 में असामान्य: विज्ञापन खर्च (Kavya Brand Store) 8–10 अक्टूबर 2025 में:"
                        + " ₹9,000 (9 अक्टूबर 2025 को), ₹1,000 से ₹2,500 की सामान्य सीमा से ऊपर;"
                        + " ऑर्डर 20 अक्टूबर 2025 को: 60, 80 से 140 की सामान्य सीमा से नीचे।");
        assertThat(explained(Diagnosis.Kind.ANOMALY, FindingsTest.table("metric:text")))
                .isEqualTo("1–31 अक्टूबर 2025 में कुछ भी असामान्य नहीं था।");
    }

    @Test
    void tellsThePaceAndWhoIsFurthestFromIt() {
        var table = FindingsTest.table(
                "member:text spend:INR budget:INR pace:percent spend.projected:INR budget.planned:INR"
                        + " projected_pace:percent runs_out:date capped_days:count",
                "- 90000 100000 0.9 300000 250000 1.2 2025-11-26 0",
                "Kurta_Sale 50000 40000 1.25 160000 100000 1.6 2025-11-20 9",
                "Idle 0 20000 0 0 60000 0 - 0");

        assertThat(explained(Diagnosis.Kind.PACING, table))
                .isEqualTo("विज्ञापन खर्च: ₹1.00 लाख के बजट में से ₹90,000 (90.0 %), 1–31 अक्टूबर 2025 में।"
                        + " इस रफ़्तार से अवधि के अंत तक ₹2.50 लाख में से ₹3.00 लाख (120.0 %);"
                        + " बजट 26 नवंबर 2025 को समाप्त हो जाएगा। योजना से सबसे ज़्यादा ऊपर: Kurta Sale (160.0 %)।"
                        + " योजना से सबसे ज़्यादा नीचे: Idle (0.0 %)। दिन के बजट ने रोका: Kurta Sale (9 दिन)।");
    }

    @Test
    void tellsWhatWasSpentWithoutAnOrder() {
        var table = FindingsTest.table(
                "part:text member:text spend:INR clicks:count spend.share:percent attributed_orders.expected:count"
                        + " verdict:text",
                "search_term - 11000 1190 0.11 59.5 -",
                "search_term kurta_xl 8000 600 0.08 30 wasted",
                "search_term mixer 3000 20 0.03 1 too_few_clicks");

        assertThat(explained(Diagnosis.Kind.WASTE, table))
                .isEqualTo("बिना ऑर्डर वाले खोज शब्द पर खर्च: ₹11,000, 1–31 अक्टूबर 2025 में, यानी कुल खर्च का 11.0 %।"
                        + " यह संयोग नहीं है: kurta xl (₹8,000, 600 क्लिक)।");
    }

    @Test
    void tellsWhatTheGapBetweenClaimedAndBookedSalesIsMadeOf() {
        var table = FindingsTest.table(
                "found:text attributed_sales:INR gross_sales:INR refunds:INR gap:INR gap.share:percent",
                "- 900 2000 100 -1000 1",
                "without_ad 0 1200 - -1200 1.2",
                "refunded - - 100 100 -0.1",
                "attribution_window 900 800 - 100 -0.1");

        assertThat(explained(Diagnosis.Kind.RECONCILIATION, table))
                .isEqualTo(
                        "विज्ञापनों से जुड़ी बिक्री: ₹900, 1–31 अक्टूबर 2025 में; दर्ज सकल बिक्री ₹2,000 और रिफंड ₹100,"
                                + " इसलिए शुद्ध बिक्री से अंतर -₹1,000 है। यह इनसे बना है: बिना विज्ञापन वाले ऑर्डर -₹1,200;"
                                + " रिफंड, जो विज्ञापनों से नहीं घटाए जाते ₹100; एट्रिब्यूशन की अवधि और नियम, उन अभियानों में जिनमें दोनों हैं ₹100।");
    }

    // Every draft passes the rules that stand before its readers, figure by figure, and its method is Hindi.
    private static String explained(Diagnosis.Kind kind, Table table, String... metrics) {
        Draft draft = FindingsTest.explain(Language.HINDI, kind, table, metrics);
        assertThat(FindingsTest.refusals(draft, kind, metrics)).isEmpty();
        assertThat(cells(draft))
                .containsExactlyInAnyOrderElementsOf(
                        cells(FindingsTest.explain(Language.ENGLISH, kind, table, metrics)));
        assertThat(HindiWords.latin(draft.method())).isEmpty();
        return draft.text();
    }

    private static List<String> cells(Draft draft) {
        return draft.figures().stream()
                .map(figure -> "%s of %s in row %s".formatted(figure.value(), figure.column(), figure.row()))
                .toList();
    }
}
