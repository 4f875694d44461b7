package io.asktrail.planner.saying;

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

class PlannerSayingTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final Wording HINDI = new Wording(DEMO, Language.HINDI);

    @Test
    void everySayingHasItsSentenceInEveryLanguageWithTheSamePlaces() {
        assertThat(SentenceFiles.faults(PlannerSaying.class)).isEmpty();
    }

    @Test
    void saysInHindiWhatNoSourceHasWithTheLabelsOfTheRegistry() {
        var said = Said.of(PlannerSaying.NOT_BY)
                .metric(new MetricId("roas"))
                .dimensions(List.of(new DimensionId("city"), new DimensionId("keyword")));

        assertThat(HINDI.of(said)).isEqualTo("आरओएएस: किसी स्रोत में शहर और कीवर्ड के अनुसार आँकड़े नहीं हैं।");
        assertThat(new Wording(DEMO, Language.ENGLISH).of(said)).isEqualTo("No source has ROAS by city and keyword.");
    }

    @Test
    void putsTheNameOfACalculationIntoASentence() {
        var said = Said.of(PlannerSaying.CANNOT_BE_ADDED_UP)
                .metric(new MetricId("acos"))
                .part(Said.of(PlannerSaying.SHARE_OF_TOTAL));

        assertThat(HINDI.of(said))
                .isEqualTo("एकॉस को जोड़ा नहीं जा सकता, इसलिए इसमें कुल में हिस्सेदारी की गणना नहीं होती।");
        assertThat(new Wording(DEMO, Language.ENGLISH).of(said))
                .isEqualTo("ACOS cannot be added up, so it has no share of total.");
    }
}
