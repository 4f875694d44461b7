package io.asktrail.orchestrator.exports;

import io.asktrail.contracts.agent.DataAgent.RowsRequest;
import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.file.FileOrder;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.SaidException;
import java.util.HashSet;
import java.util.Optional;

/**
 * What of an answer becomes a file. Its own table, as its reader was given it; if that was cut by the limit of answers,
 * the same query again without it, where one query of one source gave it all.
 */
final class AnswerRows {
    /** What the composer says where a source had more rows. */
    private static final String CUT = "truncated";

    private AnswerRows() {}

    /** @throws SuiteException if there is no table, or only a part of one that no single query gives whole */
    static FileOrder.Content of(Answer answer) {
        var table = answer.table();
        if (table == null) {
            throw new SaidException(ErrorCode.MALFORMED_REQUEST, Said.of(ExportSaying.NO_TABLE));
        }
        if (answer.caveats().stream().noneMatch(caveat -> caveat.code().equals(CUT))) {
            return new FileOrder.Given(table, false);
        }
        return again(answer)
                .map(FileOrder.Streamed::new)
                .orElseThrow(() -> new SaidException(ErrorCode.TOO_MANY_ROWS, Said.of(ExportSaying.TABLE_CUT)));
    }

    private static Optional<RowsRequest> again(Answer answer) {
        var plan = answer.plan();
        return plan == null
                ? Optional.empty()
                : step(plan, plan.outputs().table())
                        .flatMap(last -> alone(plan, last))
                        .filter(step -> ((Fetch) step.inputs()).only() == null)
                        .map(step -> new RowsRequest(step.tool(), (Fetch) step.inputs(), false));
    }

    // The query that gives what the last step shows, if that only puts its rows in order.
    private static Optional<Step> alone(Plan plan, Step last) {
        return switch (last.inputs()) {
            case Fetch _ -> Optional.of(last);
            case Aggregate aggregate
            when onlyOrders(aggregate) ->
                step(plan, aggregate.left())
                        .filter(step -> step.inputs() instanceof Fetch fetch
                                && (aggregate.select().isEmpty()
                                        || new HashSet<>(aggregate.select()).equals(new HashSet<>(fetch.metrics()))))
                        .map(step -> ordered(step, aggregate));
            case Aggregate _, StepInputs.Compare _, StepInputs.Convert _, StepInputs.Template _ -> Optional.empty();
        };
    }

    private static boolean onlyOrders(Aggregate aggregate) {
        return aggregate.right() == null
                && aggregate.formulas().isEmpty()
                && aggregate.filters().isEmpty()
                && aggregate.calculations().isEmpty()
                && aggregate.fill() == null
                && aggregate.lead() == null
                && aggregate.within() == null;
    }

    private static Step ordered(Step step, Aggregate as) {
        var fetch = (Fetch) step.inputs();
        return new Step(
                step.id(),
                step.tool(),
                new Fetch(
                        as.select().isEmpty() ? fetch.metrics() : as.select(),
                        fetch.groupBy(),
                        fetch.grain(),
                        fetch.dateRange(),
                        fetch.tz(),
                        fetch.entities(),
                        fetch.filters(),
                        as.orderBy(),
                        as.limit(),
                        fetch.only()));
    }

    private static Optional<Step> step(Plan plan, io.asktrail.contracts.id.StepId id) {
        return plan.steps().stream().filter(step -> step.id().equals(id)).findFirst();
    }
}
