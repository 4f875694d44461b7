package io.asktrail.guardrails;

import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.registry.wording.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a door's rules come to.
 *
 * @param verdicts of every rule, in a fixed order
 * @param told what the first objection says to whoever asked; null if all passed, or if it is no fault of the question
 */
public record Judgement(
        List<RuleVerdict> verdicts, @Nullable Said told) {
    public Judgement {
        verdicts = List.copyOf(verdicts);
    }

    /** Has every rule judge the thing. */
    public static <T> Judgement of(List<Rule<T>> rules, T thing) {
        var verdicts = new ArrayList<RuleVerdict>();
        Said told = null;
        var stopped = false;
        for (var rule : rules) {
            var verdict = rule.review(thing);
            verdicts.add(verdict);
            if (!verdict.passed() && !stopped) {
                stopped = true;
                told = rule instanceof WordedRule<T> worded ? worded.said(thing).orElse(null) : null;
            }
        }
        return new Judgement(verdicts, told);
    }

    public boolean passed() {
        return firstObjection().isEmpty();
    }

    /** The verdict to name to the caller. */
    public Optional<RuleVerdict> firstObjection() {
        return verdicts.stream().filter(verdict -> !verdict.passed()).findFirst();
    }
}
