package io.asktrail.orchestrator.asking;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.answer.TrailStep;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.TaskSpec;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One line a question: what kind, which slots, which plan, how long, how many rows, what it cost. Never its words. Of what is
 * answered from what is kept, only where somebody looks closely (DEBUG): writing the line would take longer than the answer,
 * and the audit has it.
 */
final class QuestionLog {
    private static final Logger log = LoggerFactory.getLogger(QuestionLog.class);

    void write(Answer answer) {
        var level = answer.cache() == CacheUse.HIT ? Level.DEBUG : Level.INFO;
        if (log.isEnabledForLevel(level)) {
            write(answer, level);
        }
    }

    private static void write(Answer answer, Level level) {
        var line = log.atLevel(level)
                .addKeyValue("answer", answer.id())
                .addKeyValue("status", answer.status())
                .addKeyValue("cache", answer.cache())
                .addKeyValue("took_ms", answer.tookMs())
                .addKeyValue("rows", answer.table() == null ? 0 : answer.table().size())
                .addKeyValue("model_calls", answer.cost().modelCalls())
                .addKeyValue("cost", answer.cost().money());
        if (answer.task() != null) {
            line = line.addKeyValue("intent", answer.task().intent()).addKeyValue("slots", slots(answer.task()));
        }
        if (answer.plan() != null) {
            line = line.addKeyValue(
                            "plan_hash", Integer.toHexString(answer.plan().hashCode()))
                    .addKeyValue("step_ms", timings(answer));
        }
        if (answer.refusal() != null) {
            line = line.addKeyValue("code", answer.refusal().code());
        }
        line.log("question answered");
    }

    private static String timings(Answer answer) {
        return answer.trail().stream()
                .map((TrailStep step) -> step.step() + "=" + step.ms())
                .collect(Collectors.joining(","));
    }

    private static String slots(TaskSpec task) {
        return "metrics=%s group_by=%s entities=%s days=%s grain=%s"
                .formatted(
                        task.metrics().stream().map(MetricId::value).collect(Collectors.joining("+")),
                        task.groupBy().stream().map(DimensionId::value).collect(Collectors.joining("+")),
                        task.entities().kept().keySet(),
                        task.time() == null ? 0 : task.time().days(),
                        task.time() == null ? null : task.time().grain());
    }
}
