package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.agent.ComposerAgent.ComposeRequest;
import io.asktrail.contracts.agent.ComposerAgent.ExplainRequest;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.draft.DraftGuard;
import io.asktrail.guardrails.masking.DraftMasking;
import io.asktrail.guardrails.masking.Masking;
import io.asktrail.orchestrator.execution.RunResult;
import io.asktrail.orchestrator.planning.PlannedTask;
import io.asktrail.orchestrator.saying.OrchestratorSaying;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.wording.FailureWords;
import io.asktrail.registry.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the draft written and checked. Words that no cell bears out are thrown away; the table stands without them. */
final class Composing {
    private static final Logger log = LoggerFactory.getLogger(Composing.class);

    private final ComposerAgent composer;
    private final DraftGuard guard;

    Composing(ComposerAgent composer, DraftGuard guard) {
        this.composer = composer;
        this.guard = guard;
    }

    /** @param isWithoutWords whether the composer was away, so that the table stands alone */
    record Composed(Draft draft, List<RuleVerdict> verdicts, boolean isWithoutWords) {}

    /** @param access what the reader may see; the results hold no more */
    Composed compose(CallContext call, TaskSpec task, PlannedTask.Ready ready, RunResult result, Access access) {
        Draft draft;
        try {
            draft = composer.compose(call, new ComposeRequest(task, ready.plan(), ready.notes(), result.results()));
        } catch (SuiteException failure) {
            return bare(
                    call, failure, result.results().get(ready.plan().outputs().table()), access);
        }
        return checked(call, new DraftMasking(Masking.of(access)).of(draft), task, access);
    }

    /** @param access what the reader may see; the findings hold no more */
    Composed explain(CallContext call, ExplainRequest request, Access access) {
        Draft draft;
        try {
            draft = composer.explain(call, request);
        } catch (SuiteException failure) {
            return bare(call, failure, request.findings(), access);
        }
        return checked(call, new DraftMasking(Masking.of(access)).of(draft), request.task(), access);
    }

    private static Composed bare(CallContext call, SuiteException failure, @Nullable StepResult result, Access access) {
        if (!(result instanceof StepResult.Rows rows)) {
            throw failure;
        }
        return bare(call, failure, rows.table(), access);
    }

    // The numbers are there; without the composer they stand for themselves.
    private static Composed bare(CallContext call, SuiteException failure, Table table, Access access) {
        if (failure.code().blame() == ErrorCode.Blame.CALLER) {
            throw failure;
        }
        log.atWarn().addKeyValue("code", failure.code()).log("answer without words");
        var words = Wording.withoutNames(call.language());
        var draft = new Draft(
                words.of(OrchestratorSaying.WORDS_MISSING),
                List.of(),
                table,
                null,
                words.of(OrchestratorSaying.TRAIL_TELLS),
                List.of(new Caveat("missing", FailureWords.of(failure.code(), failure.forCaller(), call.language()))),
                List.of());
        return new Composed(new DraftMasking(Masking.of(access)).of(draft), List.of(), true);
    }

    private Composed checked(CallContext call, Draft draft, TaskSpec task, Access access) {
        var verdicts = guard.review(draft, task, access);
        if (verdicts.stream().allMatch(RuleVerdict::passed)) {
            return new Composed(draft, verdicts, false);
        }
        verdicts.stream()
                .filter(verdict -> !verdict.passed())
                .forEach(verdict ->
                        log.atWarn().addKeyValue("rule", verdict.rule()).log("draft rejected"));
        return new Composed(withoutWords(draft, Wording.withoutNames(call.language())), verdicts, false);
    }

    private static Draft withoutWords(Draft draft, Wording words) {
        var caveats = new ArrayList<>(draft.caveats());
        caveats.add(new Caveat("words_withheld", words.of(OrchestratorSaying.WORDS_WITHHELD)));
        return new Draft(
                words.of(OrchestratorSaying.TABLE_HOLDS_ANSWER),
                List.of(),
                draft.table(),
                draft.chart(),
                draft.method(),
                caveats,
                draft.followups(),
                draft.cost());
    }
}
