package io.asktrail.orchestrator.saying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.FieldId;
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

class OrchestratorSayingTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final Wording HINDI = new Wording(DEMO, Language.HINDI);

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySayingHasASentenceAndNoSentenceIsLeftOver(Language language) throws IOException {
        assertThat(sentences(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(OrchestratorSaying.values())
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
    void namesInHindiWhatARoleMayNotSee() {
        var said = Said.of(OrchestratorSaying.MAY_NOT_SEE)
                .fields(List.of(new FieldId("gross_profit"), new FieldId("campaign")), DEMO);

        assertThat(HINDI.of(said))
                .isEqualTo(
                        "सकल लाभ और अभियान देखने का अधिकार आपकी भूमिका को नहीं है: प्रशासक से माँगें, या इसके बिना पूछें।");
        assertThat(new Wording(DEMO, Language.ENGLISH).of(said))
                .isEqualTo("Your role may not see gross profit and campaign: ask an administrator, or leave it out.");
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
                Objects.requireNonNull(OrchestratorSaying.class.getResourceAsStream(language.tag() + ".properties"))) {
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return sentences;
    }
}
