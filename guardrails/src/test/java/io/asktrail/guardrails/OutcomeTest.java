package io.asktrail.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.result.RuleVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final RuleVerdict FINE = new RuleVerdict("door.fine", true, null);
    private static final RuleVerdict BAD = new RuleVerdict("door.bad", false, "it is bad");

    @Test
    void passesWhereEveryRuleDoes() {
        assertThat(Outcome.of(List.of(FINE, FINE))).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void namesTheRuleThatStoppedIt() {
        assertThat(Outcome.of(List.of(FINE, BAD))).isInstanceOfSatisfying(Outcome.Stopped.class, stopped -> {
            assertThat(stopped.rule()).isEqualTo("door.bad");
            assertThat(stopped.reason()).isEqualTo("it is bad");
            assertThat(stopped.verdicts()).containsExactly(FINE, BAD);
        });
    }
}
