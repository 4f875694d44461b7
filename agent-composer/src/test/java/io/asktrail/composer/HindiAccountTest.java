package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Method and caveats in Hindi, of each kind of answer. */
class HindiAccountTest {
    private static final Freshness ORDERS = new Freshness(
            "Orders (test)",
            LocalDate.parse("2025-10-05"),
            LocalDate.parse("2025-12-01"),
            null,
            LocalDate.parse("2025-10-25"));

    private static final Note UNMATCHED = Note.caveat(
                    "unmatched_rows",
                    "Rows without a counterpart in the other source are kept: 1 row has Gross sales or Refunds but no Ad"
                            + " spend.")
            .about(Map.of(
                    "parts",
                    new NoteValue.Parts(List.of(NoteValue.Part.of(
                            "unmatched_row",
                            Map.of(
                                    "rows", NoteValue.number(1),
                                    "has", metrics("gross_sales", "refunds"),
                                    "lacks", metrics("spend")))))));

    @Test
    void tellsWhatIsWiderThanAskedAndWhichChannelsAreLeftOut() {
        // Given
        var about = Map.of(
                "metric", metrics("spend"), "dimensions", new NoteValue.Dimensions(List.of(Run.dimension("city"))));
        var wider = Note.caveat("wider_than_asked", "Ad spend is wider than asked.")
                .about(Map.of(Note.SAID, new NoteValue.Parts(List.of(NoteValue.Part.of("wider_number", about)))));
        var leftOut = Note.caveat("channels_left_out", "Left out, since it is not reported at this detail: SB, SD.")
                .about(Map.of("channels", new NoteValue.Name("SB, SD")));

        // When
        var draft = new Run(Run.ask("spend").build())
                .gave(Run.table("spend\n 5"))
                .note(wider)
                .note(leftOut)
                .draft(Language.HINDI);

        // Then
        assertThat(draft.caveats())
                .containsExactly(
                        new Caveat(
                                "wider_than_asked",
                                "विज्ञापन खर्च: प्रश्न से ज़्यादा गिना गया है; कोई स्रोत इसे शहर से सीमित नहीं कर सकता,"
                                        + " इसलिए सभी गिने गए हैं।"),
                        new Caveat("channels_left_out", "इस बारीकी पर रिपोर्ट न होने से छोड़ दिया गया: SB, SD।"));
    }

    @Test
    void accountsForSourcesDaysFiltersJoinsAndFormulas() {
        // When
        var draft = joined().draft(Language.HINDI);

        // Then
        assertThat(draft.method())
                .isEqualTo(
                        "स्रोत: अमेज़न विज्ञापन, अभियान के अनुसार (विज्ञापन खर्च); Orders (test) (सकल बिक्री और रिफंड)।"
                                + " दिन: 1–31 अक्टूबर 2025, दोनों सिरे शामिल, Asia/Kolkata की तारीखों में।"
                                + " फ़िल्टर: विज्ञापन चैनल: SB या SD।"
                                + " पहले हर स्रोत को अलग जोड़ा गया, फिर उन्हें राज्य पर मिलाया गया;"
                                + " जिन पंक्तियों का जोड़ नहीं मिला वे भी रखी गई हैं।"
                                + " सूत्र: शुद्ध बिक्री = सकल बिक्री − रिफंड; मिश्रित आरओएएस = शुद्ध बिक्री ÷ विज्ञापन खर्च।"
                                + " Sponsored Brands: क्लिक या व्यू के बाद 14 दिनों के भीतर का ऑर्डर विज्ञापन के खाते में गिना जाता है।"
                                + " Orders (test): 25 अक्टूबर 2025 से आगे के आँकड़े अब भी बदल सकते हैं।"
                                + " आँकड़े सटीक दशमलव हैं; हर आँकड़ा एक ही बार, अंत में पूर्णांकित होता है (आधा ऊपर)।");
        assertThat(draft.caveats())
                .containsExactly(
                        new Caveat(
                                "partial_coverage",
                                "Orders (test): 1–31 अक्टूबर 2025 में से केवल 5–31 अक्टूबर 2025 के आँकड़े हैं।"),
                        new Caveat(
                                "provisional", "Orders (test): 25 अक्टूबर 2025 से आगे के आँकड़े अब भी बदल सकते हैं।"),
                        new Caveat(
                                "unmatched_rows",
                                "जिन पंक्तियों का दूसरे स्रोत में जोड़ नहीं है वे भी रखी गई हैं:"
                                        + " 1 पंक्ति में सकल बिक्री या रिफंड है पर विज्ञापन खर्च नहीं।"));
        isHindi(draft);
    }

    @Test
    void saysInEnglishWhatTheAgentWrote() {
        assertThat(joined().draft().caveats()).last().isEqualTo(new Caveat(UNMATCHED.code(), UNMATCHED.text()));
    }

    @Test
    void saysWhatIsMissingAndWhy() {
        // When
        var draft = new Run(Run.ask("net_sales").build())
                .read(
                        "sales1",
                        List.of("net_sales"),
                        new StepResult.Missing(ErrorCode.SOURCE_DOWN, "The warehouse does not answer."))
                .draft(Language.HINDI);

        // Then
        var reason = "शुद्ध बिक्री उपलब्ध नहीं: स्रोत इस समय उत्तर नहीं दे रहा; थोड़ी देर बाद फिर पूछें।";
        assertThat(draft.text()).isEqualTo("इस बार उत्तर नहीं मिला। " + reason);
        assertThat(draft.caveats()).containsExactly(new Caveat("source_down", reason));
        isHindi(draft);
    }

    @Test
    void namesPeriodsThatAreNotWholeAndNotAlike() {
        // Given: Wednesday the 1st to Thursday the 16th, beside thirty days of September
        var running = new Period(
                LocalDate.parse("2025-10-01"), LocalDate.parse("2025-10-16"), Run.INDIA, "this_month", Grain.WEEK);
        var task = TaskSpec.query(List.of(new MetricId("spend")), running)
                .compare(Run.SEPTEMBER)
                .build();

        // When
        var draft = new Run(task)
                .gave(Run.table("date spend spend.previous\n 2025-09-29 5 4\n 2025-10-06 9 7"))
                .draft(Language.HINDI);

        // Then
        assertThat(draft.caveats())
                .containsExactly(
                        new Caveat("partial_period", "यह महीना अभी जारी है: गिनती 16 अक्टूबर 2025 तक की है।"),
                        new Caveat(
                                "partial_points",
                                "सप्ताह के सिरे पूरे नहीं हैं: शुरुआत 1 अक्टूबर 2025 से और अंत 16 अक्टूबर 2025 को।"),
                        new Caveat("different_lengths", "दोनों अवधियों की लंबाई अलग है: 16 दिन और 30 दिन।"));
        isHindi(draft);
    }

    @Test
    void wordsWhatAgentsNote() {
        // Given
        var days = new NoteValue.Days(LocalDate.parse("2025-10-03"), LocalDate.parse("2025-10-05"));
        var draft = new Run(Run.ask("spend").build())
                .note(Note.method("basis_net_sales", "Revenue is Net sales.")
                        .about(Map.of(
                                Note.SAID,
                                new NoteValue.Parts(List.of(NoteValue.Part.of(
                                        "basis",
                                        Map.of("metric", metrics("revenue"), "basis", metrics("net_sales"))))))))
                .note(Note.caveat("partial_coverage", "Ads: not loaded yet.")
                        .about(Map.of(
                                "source",
                                new NoteValue.Name("Amazon Ads, by campaign"),
                                "parts",
                                new NoteValue.Parts(List.of(NoteValue.Part.of(
                                        "days_missing_of",
                                        Map.of("days", days, "channels", new NoteValue.Name("SB"))))))))
                .note(Note.caveat("forecast_from_earlier", "The last 2 days are not loaded yet.")
                        .about(Map.of("days", NoteValue.number(2))))
                .note(Note.caveat(
                                "without_geo_left_out",
                                "₹2,56,832 of ad spend from national campaigns is not included.")
                        .about(Map.of(
                                Note.SAID,
                                new NoteValue.Parts(List.of(NoteValue.Part.of(
                                        "left_out",
                                        Map.of(
                                                "amounts",
                                                new NoteValue.Amounts(List.of(new NoteValue.Amounts.Of(
                                                        new MetricId("spend"), new BigDecimal("256832")))),
                                                "without",
                                                new NoteValue.NoMember(
                                                        Run.dimension("geo"),
                                                        "national campaigns, aimed at no state"))))))))
                .gave(Run.table("spend\n 2"))
                .draft(Language.HINDI);

        // Then
        assertThat(draft.method()).contains("आरओएएस की आय का अर्थ यहाँ शुद्ध बिक्री है।");
        assertThat(draft.caveats())
                .extracting(Caveat::text)
                .containsExactly(
                        "अमेज़न विज्ञापन, अभियान के अनुसार: अभी लोड नहीं हुआ, इसलिए गिना नहीं गया: 3–5 अक्टूबर 2025 (SB)।",
                        "पूर्वानुमान से पहले के आखिरी 2 दिन अभी लोड नहीं हुए: यह उनसे पहले के दिनों से निकाला गया है।",
                        "राष्ट्रीय अभियानों का विज्ञापन खर्च ₹2,56,832 शामिल नहीं है।");
        isHindi(draft);
    }

    @Test
    void accountsForAConversionByItsRatesAndTheirCaveat() {
        // Given
        var day = new NoteValue.Days(LocalDate.parse("2025-09-29"), LocalDate.parse("2025-09-29"));
        var rate = NoteValue.Part.of("rate", Map.of("rate", new NoteValue.Name("1 USD = 85.2177 INR"), "day", day));
        var converted = NoteValue.Part.of(
                "converted_daily",
                Map.of(
                        "from", new NoteValue.Name("INR"),
                        "to", new NoteValue.Name("USD"),
                        "days", new NoteValue.Days(LocalDate.parse("2025-10-01"), LocalDate.parse("2025-10-02")),
                        "rates", new NoteValue.Parts(List.of(rate)),
                        "source", new NoteValue.Name("बैंक"),
                        "table", new NoteValue.Name("bank"),
                        "carried", NoteValue.number(6)));
        var caveat = new NoteValue.RateCaveat("demo_usd_inr", "The rates are made up.");

        // When
        var draft = new Run(Run.ask("spend").build())
                .note(Note.method("converted_bank", "Amounts in INR are shown in USD.")
                        .about(Map.of(Note.SAID, new NoteValue.Parts(List.of(converted)))))
                .note(Note.caveat("exchange_rates", caveat.text()).about(Map.of(Note.SAID, caveat)))
                .gave(Run.table("spend\n 2"))
                .draft(Language.HINDI);

        // Then
        assertThat(draft.method())
                .contains(
                        "INR की रकमें USD में दिन-प्रतिदिन दिखाई गई हैं: हर दिन की रकम उस दिन की दर पर, फिर जोड़कर; 1–2 अक्टूबर"
                                + " 2025: 1 USD = 85.2177 INR (29 सितंबर 2025 की)। दरों का स्रोत: बैंक (तालिका bank); जिस दिन की"
                                + " अपनी दर नहीं है, उस पर पिछले 6 दिनों की आखिरी दर लगती है।");
        assertThat(draft.caveats())
                .extracting(Caveat::text)
                .containsExactly(
                        "विनिमय दरें डेमो के लिए मनगढ़ंत हैं। बदली हुई रकम का उपयोग करने से पहले रजिस्ट्री में अपने बैंक की"
                                + " दरें रखें।");
    }

    @Test
    void keepsTheWordsOfANoteThatNobodyTranslated() {
        // When
        var draft = new Run(Run.ask("spend").build())
                .note(Note.caveat("something_new", "An agent says something new."))
                .gave(Run.table("spend\n 2"))
                .draft(Language.HINDI);

        // Then: English is better than silence
        assertThat(draft.caveats()).extracting(Caveat::text).containsExactly("An agent says something new.");
    }

    private static Run joined() {
        var task = Run.ask("blended_roas")
                .groupBy(List.of(Run.dimension("geo")))
                .entities(Entities.of(Run.dimension("channel"), List.of("SB", "SD")))
                .build();
        return new Run(task)
                .note(attribution("amazon_ads_api.get_campaign_metrics"))
                .note(attribution("amazon_ads_api.get_product_metrics"))
                .read("ads1", List.of("spend"), Run.rows(Run.table("geo spend\n Delhi 2"), Run.ADS))
                .read(
                        "sales1",
                        List.of("gross_sales", "refunds"),
                        Run.rows(Run.table("geo gross_sales refunds\n Delhi 9 1"), ORDERS))
                .joined(
                        "calc1",
                        "ads1",
                        "sales1",
                        List.of("net_sales=gross_sales-refunds", "blended_roas=net_sales/spend"),
                        Run.rows(Run.table("geo blended_roas\n Delhi 4"), null, UNMATCHED));
    }

    // The words are those of the registry's file, and what two capabilities say alike is said once.
    private static Note attribution(String capability) {
        return new NoteValue.Usage(ToolRef.parse(capability), "attribution_sb", "What the file said once.")
                .alone(Note.Kind.METHOD);
    }

    private static NoteValue metrics(String... ids) {
        return new NoteValue.Metrics(List.of(ids).stream().map(MetricId::new).toList());
    }

    private static void isHindi(Draft draft) {
        assertThat(HindiWords.latin(draft.method())).isEmpty();
        assertThat(draft.caveats())
                .allSatisfy(
                        caveat -> assertThat(HindiWords.latin(caveat.text())).isEmpty());
    }

    @Test
    void aPercentileNamesWhatItsColumnsGiveAndNotTheColumns() {
        var method = new Run(Run.ask("median_order_value").build())
                .read("sales1", List.of("median_order_value"), Run.rows(Run.table("median_order_value\n 5"), Run.ADS))
                .draft(Language.HINDI)
                .method();

        assertThat(method)
                .contains(
                        "माध्यिका ऑर्डर मूल्य: पहले हर ऑर्डर की पंक्तियाँ जोड़ी जाती हैं (सकल बिक्री में से रिफंड घटाकर); इन मानों का यह माध्यिका ")
                .doesNotContain("amount", "order ", "है.");
    }
}
