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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Draft(
        String text,
        List<Figure> figures,
        @Nullable Table table,
        @Nullable Chart chart,
        String method,
        List<Caveat> caveats,
        List<TaskSpec> followups) {
    public Draft {
        figures = List.copyOf(figures);
        caveats = List.copyOf(caveats);
        followups = List.copyOf(followups);
    }

    /** The same, with one caveat more that its words end with. */
    public Draft adding(Caveat caveat) {
        var all = new ArrayList<>(caveats);
        all.add(caveat);
        return new Draft(text + " " + caveat.text(), figures, table, chart, method, all, followups);
    }
}
