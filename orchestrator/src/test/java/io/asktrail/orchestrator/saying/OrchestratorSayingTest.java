package io.asktrail.orchestrator.saying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import io.asktrail.testkit.wording.SentenceFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrchestratorSayingTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final Wording HINDI = new Wording(DEMO, Language.HINDI);

    @Test
    void everySayingHasItsSentenceInEveryLanguageWithTheSamePlaces() {
        assertThat(SentenceFiles.faults(OrchestratorSaying.class)).isEmpty();
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
}
