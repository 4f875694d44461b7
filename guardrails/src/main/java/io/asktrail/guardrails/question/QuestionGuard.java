package io.asktrail.guardrails.question;

import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.guardrails.Judgement;
import io.asktrail.guardrails.Rule;
import java.util.List;

/** The door that every question passes, before its words are read. */
public final class QuestionGuard {
    private final List<Rule<String>> rules =
            List.of(new QuestionNotEmpty(), new QuestionSize(), new PrintableOnly(), new NoInstructions(), new NoSql());

    /** Every rule's verdict, in a fixed order. */
    public List<RuleVerdict> review(String question) {
        return judge(question).verdicts();
    }

    /** The same with what is told to whoever asked. */
    public Judgement judge(String question) {
        return Judgement.of(rules, question);
    }
}
