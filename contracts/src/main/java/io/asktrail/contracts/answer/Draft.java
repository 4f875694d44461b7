package io.asktrail.contracts.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the composer made of the results, before the last guardrails have seen it.
 *
 * @param chart a Vega-Lite v6 specification with its data; null where a picture says nothing
 * @param cost what language models cost to word it; nothing, if the rules did it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Draft(
        String text,
        List<Figure> figures,
        @Nullable Table table,
        @Nullable Chart chart,
        String method,
        List<Caveat> caveats,
        List<TaskSpec> followups,
        Cost cost) {
    /** One that no language model had a word in. */
    public Draft(
            String text,
            List<Figure> figures,
            @Nullable Table table,
            @Nullable Chart chart,
            String method,
            List<Caveat> caveats,
            List<TaskSpec> followups) {
        this(text, figures, table, chart, method, caveats, followups, Cost.NONE);
    }

    public Draft {
        cost = cost == null ? Cost.NONE : cost;
        figures = List.copyOf(figures);
        caveats = List.copyOf(caveats);
        followups = List.copyOf(followups);
    }

    /** The same said in other words, and what that cost. */
    public Draft worded(String words, List<Figure> at, Cost more) {
        return new Draft(words, at, table, chart, method, caveats, followups, cost.plus(more));
    }

    /** The same, with one caveat more that its words end with. */
    public Draft adding(Caveat caveat) {
        var all = new ArrayList<>(caveats);
        all.add(caveat);
        return new Draft(text + " " + caveat.text(), figures, table, chart, method, all, followups, cost);
    }
}
