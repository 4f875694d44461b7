package io.asktrail.guardrails.draft;

import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.Rule;
import io.asktrail.registry.policy.Access;
import java.util.List;

/** The door that every draft passes before anybody reads it. */
public final class DraftGuard {
    private final List<Rule<DraftUnderReview>> rules =
            List.of(new FiguresAreTrue(), new NumbersAreCovered(), new PersonalDataMasked());

    /**
     * Every rule's verdict, in a fixed order; the numbers of the task ("top 5", "above 40 %") may stand in the text.
     *
     * @param access what its reader may see
     */
    public List<RuleVerdict> review(Draft draft, TaskSpec task, Access access) {
        return verdicts(new DraftUnderReview(draft, task, access.personalData()));
    }

    /** For a reader who may not see personal data. */
    public List<RuleVerdict> review(Draft draft, TaskSpec task) {
        return verdicts(new DraftUnderReview(draft, task, false));
    }

    /** For a draft without a task, such as an answer about a definition: the table alone vouches for numbers. */
    public List<RuleVerdict> review(Draft draft) {
        return verdicts(new DraftUnderReview(draft, null, false));
    }

    private List<RuleVerdict> verdicts(DraftUnderReview review) {
        return rules.stream().map(rule -> rule.review(review)).toList();
    }
}
