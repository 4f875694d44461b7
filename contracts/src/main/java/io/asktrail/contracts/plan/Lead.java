package io.asktrail.contracts.plan;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The first groups of a ranking, largest first, that were found before every source was asked. A group that is only in a
 * source not asked yet has 0 of the metric, or nothing: so the first are sure where the last of them has more than 0.
 * Elsewhere (fewer groups, zeros, losses) nothing may be cut off, and all groups go on.
 *
 * @param first how many
 * @param by the metric that is ranked by, largest first
 */
public record Lead(int first, MetricId by) {
    public Lead {
        if (first < 1) {
            throw new IllegalArgumentException("a lead of %d groups keeps nothing".formatted(first));
        }
    }

    /** Whether a number is surely ahead of every group that was not seen. */
    public boolean isSure(@Nullable BigDecimal last) {
        return last != null && last.signum() > 0;
    }

    /** Whether rows in order were cut to the first, each of which has a name to ask for. */
    public boolean isKeptIn(Table table, DimensionId dimension) {
        var number = table.indexOf(by.value());
        var name = table.indexOf(dimension.value());
        return table.size() == first
                && number.isPresent()
                && name.isPresent()
                && isSure(table.number(first - 1, number.getAsInt()))
                && table.rows().stream().allMatch(row -> row.get(name.getAsInt()) != null);
    }
}
