package io.asktrail.guardrails.draft;

import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door that every draft passes before anybody reads it. */
public final class DraftGuard {
    private final List<Rule<DraftUnderReview>> rules =
            List.of(new FiguresAreTrue(), new NumbersAreCovered(), new PersonalDataMasked());

    /** Every rule's verdict, in a fixed order; the numbers of the task ("top 5", "above 40 %") may stand in the text. */
    public List<RuleVerdict> review(Draft draft, TaskSpec task) {
        return verdicts(draft, task);
    }

    /** For a draft without a task, such as an answer about a definition: the table alone vouches for numbers. */
    public List<RuleVerdict> review(Draft draft) {
        return verdicts(draft, null);
    }

    private List<RuleVerdict> verdicts(Draft draft, @Nullable TaskSpec task) {
        var review = new DraftUnderReview(draft, task);
        return rules.stream().map(rule -> rule.review(review)).toList();
    }
}
