package io.asktrail.contracts.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.diagnosis.Thought;
import io.asktrail.contracts.file.ExportedFile;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.reading.Clarification;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.TaskSpec;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question or a task.
 *
 * @param language of its words, so that whoever shows it can say the rest in it, too
 * @param method one paragraph: sources, filters, dates and zone, joins, formulas, policies applied
 * @param figures where each figure of the text comes from
 * @param followups what can be asked next, of a refusal what can be asked instead
 * @param followupNames what each of them is called in the language of the words, in the same order
 * @param reading what was made of the words; null if no language was involved
 * @param scratchpad the rounds of a diagnosis; empty for any other answer
 * @param guardrails verdicts of the rules at the question, the plan and the draft; those of a query stand in its step
 * @param export the file that was asked for; null if none was
 * @param policies what of the caller's rights shaped the answer, as sentences
 */
public record Answer(
        String id,
        @JsonProperty("conversation_id") String conversationId,
        AnswerStatus status,
        @Nullable String question,
        @JsonProperty("lang") Language language,
        String text,
        List<Figure> figures,
        @Nullable Table table,
        @Nullable Chart chart,
        List<String> insights,
        @Nullable String method,
        List<String> assumptions,
        List<Caveat> caveats,
        @Nullable Refusal refusal,
        @Nullable Clarification clarification,
        List<TaskSpec> followups,
        @JsonProperty("followup_names") List<String> followupNames,
        @Nullable Reading reading,
        @Nullable TaskSpec task,
        @Nullable Plan plan,
        List<TrailStep> trail,
        List<Thought> scratchpad,
        List<RuleVerdict> guardrails,
        List<Freshness> freshness,
        List<String> policies,
        Cost cost,
        CacheUse cache,
        @JsonProperty("registry_version") String registryVersion,
        @JsonProperty("trace_id") @Nullable String traceId,
        @JsonProperty("took_ms") long tookMs,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ExportedFile export) {
    public Answer {
        language = language == null ? Language.of(text) : language; // answers kept before they said it
        figures = List.copyOf(figures);
        insights = List.copyOf(insights);
        assumptions = List.copyOf(assumptions);
        caveats = List.copyOf(caveats);
        followups = List.copyOf(followups);
        followupNames = followupNames == null ? List.of() : List.copyOf(followupNames); // answers kept before
        trail = List.copyOf(trail);
        scratchpad = scratchpad == null ? List.of() : List.copyOf(scratchpad); // answers kept before there was one
        guardrails = List.copyOf(guardrails);
        freshness = List.copyOf(freshness);
        policies = List.copyOf(policies);
    }

    /** The same, with the file that was asked for, or with what has to be said of it; both end its words. */
    public Answer with(@Nullable ExportedFile file, String sentence, List<Caveat> more) {
        return new Answer(
                id,
                conversationId,
                status,
                question,
                language,
                text + " " + sentence,
                figures,
                table,
                chart,
                insights,
                method,
                assumptions,
                Stream.concat(caveats.stream(), more.stream()).toList(),
                refusal,
                clarification,
                followups,
                followupNames,
                reading,
                task,
                plan,
                trail,
                scratchpad,
                guardrails,
                freshness,
                policies,
                cost,
                cache,
                registryVersion,
                traceId,
                tookMs,
                file);
    }
}
