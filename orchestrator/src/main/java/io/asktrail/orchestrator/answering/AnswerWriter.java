package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.answer.Refusal;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.reading.Clarification;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.masking.Masking;
import io.asktrail.orchestrator.naming.TaskNames;
import io.asktrail.orchestrator.saying.OrchestratorSaying;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Answers of one request, whatever came of it.
 *
 * @param question the words; null if none were involved
 * @param language of what is said beside the answer
 * @param traceId where to look when something is wrong; null if tracing is off
 * @param beganNanos when the request came in, by {@link System#nanoTime}
 */
public record AnswerWriter(
        String id,
        String conversationId,
        @Nullable String question,
        Language language,
        Registry registry,
        Access access,
        @Nullable String traceId,
        long beganNanos) {

    /** The answer for a task that was worked out, or refused on the way. */
    public Answer worked(
            WorkedOut result, CacheUse use, TaskSpec task, @Nullable Reading reading, List<RuleVerdict> earlier) {
        var masking = Masking.of(access);
        var refusal = result.refusal();
        return new Answer(
                id,
                conversationId,
                result.status(),
                question,
                language,
                // Words with figures are masked where they are written, so that the figures stay in place.
                result.figures().isEmpty() ? masking.text(result.text()) : result.text(),
                result.figures(),
                result.table(),
                result.chart(),
                List.of(),
                result.method(),
                assumptions(reading),
                result.caveats(),
                refusal == null ? null : masked(refusal, masking),
                null,
                result.followups(),
                result.followupNames(),
                reading,
                task,
                result.plan(),
                result.trail(),
                result.scratchpad(),
                all(earlier, result.guardrails()),
                result.freshness(),
                policies(),
                // What was spent once is not spent again by those who share the result.
                (use == CacheUse.MISS ? result.cost() : Cost.NONE).plus(spentOn(reading)),
                use,
                registry.version(),
                traceId,
                tookMs(),
                null);
    }

    private static List<RuleVerdict> all(List<RuleVerdict> earlier, List<RuleVerdict> later) {
        if (earlier.isEmpty()) {
            return later;
        }
        var all = new ArrayList<>(earlier);
        all.addAll(later);
        return all;
    }

    /** The answer that asks back. */
    public Answer clarification(Reading.Unclear reading, List<RuleVerdict> verdicts) {
        return wordsOnly(
                AnswerStatus.CLARIFICATION,
                reading.clarification().question(),
                null,
                reading.clarification(),
                List.of(),
                reading,
                verdicts);
    }

    /** The answer to what no registry covers. */
    public Answer outOfScope(Reading.OutOfScope reading, List<RuleVerdict> verdicts) {
        var nearest = reading.nearest().stream().map(Clarification.Option::task).toList();
        return refused(new Refusal(ErrorCode.OUT_OF_SCOPE, null, reading.reason(), nearest), reading, verdicts);
    }

    public Answer refused(Refusal refusal, @Nullable Reading reading, List<RuleVerdict> verdicts) {
        return wordsOnly(AnswerStatus.REFUSED, refusal.reason(), refusal, null, refusal.nearest(), reading, verdicts);
    }

    private Answer wordsOnly(
            AnswerStatus status,
            String text,
            @Nullable Refusal refusal,
            @Nullable Clarification clarification,
            List<TaskSpec> followups,
            @Nullable Reading reading,
            List<RuleVerdict> verdicts) {
        var masking = Masking.of(access);
        return new Answer(
                id,
                conversationId,
                status,
                question,
                language,
                masking.text(text),
                List.of(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                refusal == null ? null : masked(refusal, masking),
                clarification == null ? null : masked(clarification, masking),
                followups,
                new TaskNames(registry, language).of(followups, masking),
                reading,
                null,
                null,
                List.of(),
                List.of(),
                verdicts,
                List.of(),
                policies(),
                spentOn(reading),
                CacheUse.MISS,
                registry.version(),
                traceId,
                tookMs(),
                null);
    }

    private static Refusal masked(Refusal refusal, Masking masking) {
        return new Refusal(refusal.code(), refusal.rule(), masking.text(refusal.reason()), refusal.nearest());
    }

    private static Clarification masked(Clarification asked, Masking masking) {
        return new Clarification(
                masking.text(asked.question()),
                asked.options().stream()
                        .map(option -> new Clarification.Option(masking.text(option.label()), option.task()))
                        .toList());
    }

    private static Cost spentOn(@Nullable Reading reading) {
        return reading == null ? Cost.NONE : Objects.requireNonNullElse(reading.cost(), Cost.NONE);
    }

    private static List<String> assumptions(@Nullable Reading reading) {
        return reading instanceof Reading.Understood understood ? understood.assumptions() : List.of();
    }

    private List<String> policies() {
        return access.allRegions()
                ? List.of()
                : List.of(new Wording(registry, language)
                        .of(Said.of(OrchestratorSaying.ONLY_REGIONS)
                                .text(String.join(", ", new TreeSet<>(access.regions())))));
    }

    private long tookMs() {
        return (System.nanoTime() - beganNanos) / 1_000_000;
    }
}
