package io.asktrail.contracts.agent;

import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.answer.PictureFormat;
import io.asktrail.contracts.answer.PictureSize;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.TaskSpec;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Results to Draft: words, table, method and picture. It may phrase a figure and never invent one. */
@HttpExchange("/agents/composer")
public interface ComposerAgent {
    @PostExchange("/compose")
    Draft compose(CallContext call, @RequestBody ComposeRequest request);

    /** Words for a {@code meta.help} task: from the registry as the caller may see it, no data read. */
    @PostExchange("/help")
    Draft help(CallContext call, @RequestBody HelpRequest request);

    /** Words for a diagnosis, from what agent-insights worked out. */
    @PostExchange("/explain")
    Draft explain(CallContext call, @RequestBody ExplainRequest request);

    /** The chart of an answer as a picture. */
    @PostExchange("/draw")
    Drawn draw(CallContext call, @RequestBody DrawRequest request);

    /** @param chart as a draft has it */
    record DrawRequest(Chart chart, PictureFormat format, PictureSize size) {}

    /** @param picture the bytes of a file */
    record Drawn(byte[] picture) {}

    /**
     * @param findings as {@link InsightsAgent#findings} gives them
     * @param plan every step that was run for it
     * @param missing looks that gave nothing, a sentence each
     */
    record ExplainRequest(
            TaskSpec task, Plan plan, Map<StepId, StepResult> results, Table findings, List<String> missing) {
        public ExplainRequest {
            results = Map.copyOf(results);
            missing = List.copyOf(missing);
        }
    }

    /** @param freshness of every source, for the topic that asks for it; empty for the others */
    record HelpRequest(TaskSpec task, List<Freshness> freshness) {
        public HelpRequest {
            freshness = freshness == null ? List.of() : List.copyOf(freshness);
        }
    }

    /** @param notes what the planner said about the plan */
    record ComposeRequest(TaskSpec task, Plan plan, List<Note> notes, Map<StepId, StepResult> results) {
        public ComposeRequest {
            notes = List.copyOf(notes);
            results = Map.copyOf(results);
        }
    }
}
