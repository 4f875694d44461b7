package io.asktrail.router.saying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import io.asktrail.testkit.wording.SentenceFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouterSayingTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final Wording ENGLISH = new Wording(DEMO, Language.ENGLISH);
    private static final Wording HINDI = new Wording(DEMO, Language.HINDI);

    @Test
    void everySayingHasItsSentenceInEveryLanguageWithTheSamePlaces() {
        assertThat(SentenceFiles.faults(RouterSaying.class)).isEmpty();
    }

    @Test
    void writesLabelsSmallWithinAnEnglishSentenceAndAsTheyAreAtItsStart() {
        var netSales = new MetricId("net_sales");
        var narrowed = Said.of(RouterSaying.NARROWED_MANY)
                .metrics(List.of(netSales, new MetricId("roas")))
                .text("Delhi");

        assertThat(ENGLISH.of(narrowed)).startsWith("Only net sales and ROAS are narrowed to Delhi; ");
        assertThat(ENGLISH.of(Said.of(RouterSaying.IS_COUNT).metric(netSales))).startsWith("Net sales is a count.");
    }

    @Test
    void saysTheSameInHindiWithTheLabelsOfTheRegistry() {
        assertThat(HINDI.of(Said.of(RouterSaying.NOT_SPLIT).text("राज्यों").dimension(new DimensionId("geo"))))
                .isEqualTo("एक योग लिया गया, 'राज्यों' में बाँटा नहीं गया: बाँटने के लिए 'राज्य के अनुसार' जोड़ें।");
        assertThat(HINDI.of(Said.of(RouterSaying.ONE_SERIES)
                        .part(Said.of(RouterSaying.DAY))
                        .part(Said.of(RouterSaying.WEEK))))
                .isEqualTo("एक बार में एक ही क्रम: हर दिन का, या हर सप्ताह का?");
    }

    @Test
    void takesWhatWasAskedAsItIsWhateverSignsAreInIt() {
        assertThat(ENGLISH.of(Said.of(RouterSaying.UNKNOWN_WORD).text("$1{2}\\")))
                .isEqualTo("I do not know what '$1{2}\\' means here.");
    }
}
