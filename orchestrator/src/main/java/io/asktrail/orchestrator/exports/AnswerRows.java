package io.asktrail.orchestrator.exports;

import io.asktrail.contracts.agent.DataAgent.RowsRequest;
import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.file.FileCover;
import io.asktrail.contracts.file.FileOrder;
import io.asktrail.contracts.plan.StepInputs;
import java.util.Optional;

/**
 * What of an answer becomes a file. Its own table, as its reader was given it; if that was cut by the limit of answers,
 * the same query again without it, where one query of one source gave it all.
 */
final class AnswerRows {
    /** What the composer says where a source had more rows. */
    private static final String CUT = "truncated";

    private AnswerRows() {}

    static FileOrder.Content of(Answer answer) {
        var table = answer.table();
        if (table == null) {
            throw new SuiteException(
                    ErrorCode.MALFORMED_REQUEST, "This answer has no table that a file could be made of.");
        }
        var cut = answer.caveats().stream().anyMatch(caveat -> caveat.code().equals(CUT));
        return (cut ? again(answer) : Optional.<RowsRequest>empty())
                .<FileOrder.Content>map(FileOrder.Streamed::new)
                .orElseGet(() -> new FileOrder.Given(table, cut));
    }

    private static Optional<RowsRequest> again(Answer answer) {
        var plan = answer.plan();
        return plan == null
                ? Optional.empty()
                : plan.steps().stream()
                        .filter(step -> step.id().equals(plan.outputs().table()))
                        .filter(step -> step.inputs() instanceof StepInputs.Fetch fetch && fetch.only() == null)
                        .map(step -> new RowsRequest(step.tool(), (StepInputs.Fetch) step.inputs(), false))
                        .findFirst();
    }

    static FileCover cover(Answer answer) {
        return new FileCover(
                answer.question(),
                answer.text(),
                answer.method(),
                answer.assumptions(),
                answer.caveats(),
                answer.policies(),
                answer.trail(),
                answer.id(),
                answer.registryVersion(),
                null);
    }
}
