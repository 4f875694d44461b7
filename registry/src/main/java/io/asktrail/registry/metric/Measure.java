package io.asktrail.registry.metric;

import io.asktrail.registry.schema.RowCondition;
import io.asktrail.registry.schema.TableId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one table gives a metric.
 *
 * @param column null only for {@link Aggregate#COUNT}, which counts rows
 * @param where the rows that count, beside those of the question
 */
public record Measure(
        TableId table, Aggregate aggregate, @Nullable String column, List<RowCondition> where) {
    public Measure {
        where = where == null ? List.of() : List.copyOf(where);
        if (column == null && aggregate != Aggregate.COUNT) {
            throw new IllegalArgumentException("%s of which column of %s?".formatted(aggregate, table));
        }
    }
}
