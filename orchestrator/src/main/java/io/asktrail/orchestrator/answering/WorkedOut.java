package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.answer.Figure;
import io.asktrail.contracts.answer.Refusal;
import io.asktrail.contracts.answer.TrailStep;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.diagnosis.Thought;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.saying.OrchestratorSaying;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a task under one set of rights: the part of an answer that two callers with equal rights share. */
public record WorkedOut(
        AnswerStatus status,
        String text,
        List<Figure> figures,
        @Nullable Table table,
        @Nullable Chart chart,
        @Nullable String method,
        List<Caveat> caveats,
        @Nullable Refusal refusal,
        List<TaskSpec> followups,
        List<String> followupNames,
        @Nullable Plan plan,
        List<TrailStep> trail,
        List<RuleVerdict> guardrails,
        List<Freshness> freshness,
        List<Thought> scratchpad,
        Cost cost) {
    // Answers copy their lists: of one that cannot change they take the very same, which tells that it was written
    // before.
    public WorkedOut {
        figures = List.copyOf(figures);
        caveats = List.copyOf(caveats);
        followups = List.copyOf(followups);
        followupNames = List.copyOf(followupNames);
        trail = List.copyOf(trail);
        guardrails = List.copyOf(guardrails);
        freshness = List.copyOf(freshness);
        scratchpad = List.copyOf(scratchpad);
    }

    /** Without a diagnosis, without a language model, and without a name for what to ask next. */
    public WorkedOut(
            AnswerStatus status,
            String text,
            List<Figure> figures,
            @Nullable Table table,
            @Nullable Chart chart,
            @Nullable String method,
            List<Caveat> caveats,
            @Nullable Refusal refusal,
            List<TaskSpec> followups,
            @Nullable Plan plan,
            List<TrailStep> trail,
            List<RuleVerdict> guardrails,
            List<Freshness> freshness) {
        this(
                status,
                text,
                figures,
                table,
                chart,
                method,
                caveats,
                refusal,
                followups,
                List.of(),
                plan,
                trail,
                guardrails,
                freshness,
                List.of(),
                Cost.NONE);
    }

    /** The same, with the rounds of the diagnosis that led to it. */
    WorkedOut thinking(List<Thought> rounds) {
        return with(followupNames, rounds, cost);
    }

    /** The same, after so much more was spent on it. */
    WorkedOut costing(Cost spent) {
        return with(followupNames, scratchpad, cost.plus(spent));
    }

    /** The same, with what each that can be asked next is called, in their order. */
    WorkedOut naming(List<String> names) {
        return with(names, scratchpad, cost);
    }

    private WorkedOut with(List<String> names, List<Thought> rounds, Cost spent) {
        return new WorkedOut(
                status,
                text,
                figures,
                table,
                chart,
                method,
                caveats,
                refusal,
                followups,
                names,
                plan,
                trail,
                guardrails,
                freshness,
                rounds,
                spent);
    }

    /** The same; for callers who take no answer of which a part is missing, a failure in its place. */
    WorkedOut wholeOrNothing(Language language) {
        if (status != AnswerStatus.PARTIAL) {
            return this;
        }
        var failed = trail.stream().filter(step -> step.error() != null).findFirst();
        var words = Wording.withoutNames(language);
        var part = failed.map(TrailStep::agent).orElseGet(() -> words.of(OrchestratorSaying.ITS_WORDS));
        var reason = words.of(Said.of(OrchestratorSaying.PART_MISSING).text(part));
        var code = failed.map(TrailStep::error).orElse(ErrorCode.INPUT_MISSING);
        return withoutRows(AnswerStatus.FAILED, new Refusal(code, null, reason, List.of()), plan, trail, guardrails)
                .with(List.of(), scratchpad, cost);
    }

    static WorkedOut refused(Refusal refusal, List<RuleVerdict> guardrails) {
        return withoutRows(AnswerStatus.REFUSED, refusal, null, List.of(), guardrails);
    }

    static WorkedOut withoutRows(
            AnswerStatus status,
            Refusal refusal,
            @Nullable Plan plan,
            List<TrailStep> trail,
            List<RuleVerdict> guardrails) {
        return new WorkedOut(
                status,
                sentence(refusal.reason()),
                List.of(),
                null,
                null,
                null,
                List.of(),
                refusal,
                refusal.nearest(),
                plan,
                trail,
                guardrails,
                List.of());
    }

    static WorkedOut of(
            AnswerStatus status,
            Draft draft,
            @Nullable Plan plan,
            List<TrailStep> trail,
            List<RuleVerdict> guardrails,
            List<Freshness> freshness) {
        return new WorkedOut(
                        status,
                        draft.text(),
                        draft.figures(),
                        draft.table(),
                        draft.chart(),
                        draft.method(),
                        draft.caveats(),
                        null,
                        draft.followups(),
                        plan,
                        trail,
                        guardrails,
                        freshness)
                .costing(draft.cost());
    }

    private static String sentence(String reason) {
        var text = Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
        return text.endsWith(".") || text.endsWith("?") || text.endsWith("।") ? text : text + ".";
    }
}
