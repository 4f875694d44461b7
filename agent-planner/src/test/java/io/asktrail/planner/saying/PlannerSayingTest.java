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
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannerSayingTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final Wording HINDI = new Wording(DEMO, Language.HINDI);

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySayingHasASentenceAndNoSentenceIsLeftOver(Language language) throws IOException {
        assertThat(sentences(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PlannerSaying.values())
                        .map(saying -> saying.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void sentencesHaveTheSamePlacesInEachLanguage() throws IOException {
        var english = sentences(Language.ENGLISH);
        var hindi = sentences(Language.HINDI);

        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(hindi, key)).as(key).isEqualTo(places(english, key)));
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

    private static TreeSet<String> places(Properties sentences, String key) {
        var places = new TreeSet<String>();
        PLACE.matcher(sentences.getProperty(key))
                .results()
                .map(MatchResult::group)
                .forEach(places::add);
        return places;
    }

    private static Properties sentences(Language language) throws IOException {
        var sentences = new Properties();
        try (var stream =
                Objects.requireNonNull(PlannerSaying.class.getResourceAsStream(language.tag() + ".properties"))) {
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return sentences;
    }
}
