package io.asktrail.router.saying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SayingTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final Wording ENGLISH = new Wording(DEMO, Language.ENGLISH);
    private static final Wording HINDI = new Wording(DEMO, Language.HINDI);

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySayingHasASentenceAndNoSentenceIsLeftOver(Language language) throws IOException {
        var sayings = Stream.concat(
                Arrays.stream(Saying.values()).map(Saying::name),
                Arrays.stream(Grain.values()).map(grain -> "grain." + grain.name()));

        assertThat(sentences(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        sayings.map(name -> name.toLowerCase(Locale.ROOT)).toList());
    }

    @Test
    void sentencesHaveTheSamePlacesInEachLanguage() throws IOException {
        var english = sentences(Language.ENGLISH);
        var hindi = sentences(Language.HINDI);

        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(hindi, key)).as(key).isEqualTo(places(english, key)));
    }

    @Test
    void writesLabelsSmallWithinAnEnglishSentenceAndAsTheyAreAtItsStart() {
        var netSales = new MetricId("net_sales");
        var narrowed = Said.of(Saying.NARROWED_MANY)
                .metrics(List.of(netSales, new MetricId("roas")))
                .text("Delhi");

        assertThat(ENGLISH.of(narrowed)).startsWith("Only net sales, ROAS are narrowed to Delhi; ");
        assertThat(ENGLISH.of(Said.of(Saying.IS_COUNT).metric(netSales))).startsWith("Net sales is a count.");
    }

    @Test
    void saysTheSameInHindiWithTheLabelsOfTheRegistry() {
        assertThat(HINDI.of(Said.of(Saying.NOT_SPLIT).text("राज्यों").dimension(new DimensionId("geo"))))
                .isEqualTo("एक योग लिया गया, 'राज्यों' में बाँटा नहीं गया: बाँटने के लिए 'राज्य के अनुसार' जोड़ें।");
        assertThat(HINDI.of(Said.of(Saying.ONE_SERIES).unit(Grain.DAY).unit(Grain.WEEK)))
                .isEqualTo("एक बार में एक ही क्रम: हर दिन का, या हर सप्ताह का?");
    }

    @Test
    void takesWhatWasAskedAsItIsWhateverSignsAreInIt() {
        assertThat(ENGLISH.of(Said.of(Saying.UNKNOWN_WORD).text("$1{2}\\")))
                .isEqualTo("I do not know what '$1{2}\\' means here.");
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
        try (var stream = Objects.requireNonNull(Saying.class.getResourceAsStream(language.tag() + ".properties"))) {
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return sentences;
    }
}
