package io.asktrail.orchestrator.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.reading.Clarification;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a model was paid for reading a question stands in the answer, whatever came of it. */
class CostOfReadingTest {
    private static final Cost SPENT = new Cost(2, 2_400, new BigDecimal("0.008"));

    private static AnswerWriter writer() {
        var registry = RegistryLoader.load(RegistryLocation.bundled("demo"));
        var caller = new Caller("asha", List.of(Role.ANALYST), List.of("*"), List.of(), List.of());
        return new AnswerWriter(
                "a1", "c1", "spend?", Language.ENGLISH, registry, registry.accessOf(caller), null, System.nanoTime());
    }

    @Test
    void standsInAnAnswerThatAsksBack() {
        // Given
        var asked = new Reading.Unclear(
                new Clarification("Which one?", List.of()), "No.", null, BigDecimal.ZERO, List.of(), Reading.By.RULES);

        // Then
        assertThat(writer().clarification(asked.withCost(SPENT), List.of()).cost())
                .isEqualTo(SPENT);
        assertThat(writer().clarification(asked, List.of()).cost()).isEqualTo(Cost.NONE);
    }

    @Test
    void standsInARefusal() {
        // Given
        var refused = new Reading.OutOfScope("No.", List.of(), BigDecimal.ZERO, List.of(), Reading.By.RULES);

        // Then
        assertThat(writer().outOfScope(refused.withCost(SPENT), List.of()).cost())
                .isEqualTo(SPENT);
    }
}
