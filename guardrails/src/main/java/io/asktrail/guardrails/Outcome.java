package io.asktrail.guardrails;

import io.asktrail.contracts.result.RuleVerdict;
import java.util.List;
import java.util.Objects;

/** What a door's verdicts come to. */
public sealed interface Outcome {
    List<RuleVerdict> verdicts();

    record Passed(List<RuleVerdict> verdicts) implements Outcome {
        public Passed {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** @param objections the verdicts that stopped it, never empty */
    record Stopped(List<RuleVerdict> verdicts, List<RuleVerdict> objections) implements Outcome {
        public Stopped {
            verdicts = List.copyOf(verdicts);
            objections = List.copyOf(objections);
        }

        /** The rule to name to the caller. */
        public String rule() {
            return objections.getFirst().rule();
        }

        public String reason() {
            return Objects.requireNonNull(objections.getFirst().reason());
        }
    }

    static Outcome of(List<RuleVerdict> verdicts) {
        var objections = verdicts.stream().filter(verdict -> !verdict.passed()).toList();
        return objections.isEmpty() ? new Passed(verdicts) : new Stopped(verdicts, objections);
    }
}
