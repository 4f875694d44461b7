package io.asktrail.guardrails.question;

import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.guardrails.Rule;
import java.util.List;

/** The door that every question passes, before its words are read. */
public final class QuestionGuard {
    private final List<Rule<String>> rules =
            List.of(new QuestionNotEmpty(), new QuestionSize(), new PrintableOnly(), new NoInstructions(), new NoSql());

    /** Every rule's verdict, in a fixed order. */
    public List<RuleVerdict> review(String question) {
        return rules.stream().map(rule -> rule.review(question)).toList();
    }
}
