package io.asktrail.orchestrator.diagnosis;

import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.answer.Refusal;
import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.diagnosis.Thought;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.orchestrator.execution.RunResult;
import java.util.List;

/** How far a diagnosis came. */
public sealed interface Diagnosed {
    List<RuleVerdict> verdicts();

    /** It may not, or cannot, be made. */
    record Refused(Refusal refusal, List<RuleVerdict> verdicts) implements Diagnosed {
        public Refused {
            verdicts = List.copyOf(verdicts);
        }
    }

    /**
     * @param plan every step of every round; its table is that of the first look
     * @param missing what was not seen and why, a sentence each
     * @param cost what language models cost on the way
     */
    record Looked(
            Plan plan,
            RunResult result,
            List<Observation> seen,
            List<Thought> scratchpad,
            List<String> missing,
            List<RuleVerdict> verdicts,
            Cost cost)
            implements Diagnosed {
        public Looked {
            seen = List.copyOf(seen);
            scratchpad = List.copyOf(scratchpad);
            missing = List.copyOf(missing);
            verdicts = List.copyOf(verdicts);
        }
    }
}
