package io.asktrail.mcp.tool;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.answer.Since;
import io.asktrail.contracts.answer.TrailStep;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.reading.Span;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.mcp.front.Asktrail;
import io.asktrail.mcp.front.MetricCard;
import io.asktrail.mcp.shorten.Cut;
import io.asktrail.mcp.shorten.SlimTasks;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How an answer came about.
 *
 * @param method sources, filters, dates, joins, formulas and policies as a paragraph
 * @param formulas what the metrics mean, and what they are worked out from
 * @param words which words of the question became what; empty if no language was involved
 * @param readBy rules, a verified question or a model; null if no language was involved
 * @param task what was answered
 * @param steps in the order of their end
 * @param moreSteps how many there were beside these
 * @param today what has become of the figures since; null if that was not asked
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Explanation(
        @JsonProperty("answer_id") String answerId,
        AnswerStatus status,
        @Nullable String question,
        String text,
        @Nullable String method,
        List<Formula> formulas,
        List<Word> words,
        @JsonProperty("read_by") Reading.@Nullable By readBy,
        @Nullable BigDecimal confidence,
        @Nullable JsonNode task,
        List<Step> steps,
        @JsonProperty("more_steps") @Nullable Integer moreSteps,
        List<String> policies,
        List<Caveat> caveats,
        List<String> assumptions,
        List<Freshness> freshness,
        @JsonProperty("registry_version") String registryVersion,
        @JsonProperty("trace_id") @Nullable String traceId,
        @Nullable Today today) {
    static final int LONGEST_QUERY = 1600;
    static final int SHORTEST_QUERY = 50;

    private static final int STEPS_THAT_ALWAYS_FIT = 12;
    private static final int WORDS_AT_MOST = 40;

    /** @param formula null if it is measured */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Formula(
            String metric,
            String label,
            String unit,
            @Nullable String formula,
            String description) {}

    record Word(String text, String role, String id) {}

    /** @param query the beginning of what ran; null for arithmetic */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            String step,
            String agent,
            String tool,
            @Nullable String query,
            long rows,
            long ms,
            int attempts,
            CacheUse cache,
            @Nullable ErrorCode error) {}

    record Today(Since.Status status, String text) {}

    static Explanation of(Asktrail.Stored stored, List<MetricCard> formulas, SlimTasks tasks, int queryLength) {
        var answer = stored.answer();
        return new Explanation(
                answer.id(),
                answer.status(),
                answer.question(),
                answer.text(),
                answer.method(),
                formulas.stream().map(Explanation::formula).toList(),
                words(answer),
                answer.reading() == null ? null : answer.reading().by(),
                answer.reading() == null ? null : answer.reading().confidence(),
                answer.task() == null ? null : tasks.slim(answer.task()),
                answer.trail().stream().map(step -> step(step, queryLength)).toList(),
                null,
                answer.policies(),
                answer.caveats(),
                answer.assumptions(),
                answer.freshness(),
                answer.registryVersion(),
                answer.traceId(),
                stored.since()
                        .map(since -> new Today(since.status(), since.text()))
                        .orElse(null));
    }

    private static Formula formula(MetricCard metric) {
        return new Formula(
                metric.id(), metric.names().english(), metric.unit(), metric.formula(), metric.description());
    }

    private static List<Word> words(Answer answer) {
        return answer.reading() == null
                ? List.of()
                : answer.reading().spans().stream()
                        .limit(WORDS_AT_MOST)
                        .map(Explanation::word)
                        .toList();
    }

    private static Word word(Span span) {
        return new Word(span.text(), span.role(), span.id());
    }

    private static Step step(TrailStep step, int queryLength) {
        return new Step(
                step.step().value(),
                step.agent(),
                step.tool().toString(),
                step.query() == null ? null : Cut.to(step.query(), queryLength),
                step.rows(),
                step.ms(),
                step.attempts(),
                step.cache(),
                step.error());
    }

    /** The same with the first steps alone, where a diagnosis took very many. */
    Explanation withFewerSteps() {
        return new Explanation(
                answerId,
                status,
                question,
                text,
                method,
                formulas,
                words,
                readBy,
                confidence,
                task,
                steps.stream().limit(STEPS_THAT_ALWAYS_FIT).toList(),
                Math.max(0, steps.size() - STEPS_THAT_ALWAYS_FIT),
                policies,
                caveats,
                assumptions,
                freshness,
                registryVersion,
                traceId,
                today);
    }
}
