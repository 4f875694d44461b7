package io.asktrail.registry.metric;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.asktrail.registry.schema.RowCondition;
import io.asktrail.registry.schema.TableId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one table gives a metric.
 *
 * @param column null only for {@link Aggregate#COUNT}, which counts rows
 * @param where the rows that count, beside those of the question
 * @param percentile null for all but {@link Aggregate#PERCENTILE}
 */
public record Measure(
        TableId table,
        Aggregate aggregate,
        @Nullable String column,
        List<RowCondition> where,
        @Nullable Percentile percentile) {
    @JsonCreator
    public Measure {
        where = where == null ? List.of() : List.copyOf(where);
        if (column == null && aggregate != Aggregate.COUNT) {
            throw new IllegalArgumentException("%s of which column of %s?".formatted(aggregate, table));
        }
        if ((percentile != null) != (aggregate == Aggregate.PERCENTILE)) {
            throw new IllegalArgumentException(
                    "%s of %s: a percentile, and nothing else, says which one".formatted(aggregate, table));
        }
    }

    public Measure(TableId table, Aggregate aggregate, @Nullable String column, List<RowCondition> where) {
        this(table, aggregate, column, where, null);
    }

    /** The columns whose values go into the number; not those of the conditions. */
    public Stream<String> columns() {
        return percentile == null
                ? Stream.ofNullable(column)
                : Stream.of(column, percentile.per(), percentile.less()).filter(Objects::nonNull);
    }
}
