package io.asktrail.registry.wording;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import java.util.List;

/** What stands in a place of a sentence, free of language. */
public sealed interface Told {
    /** A member's name, a date, a number, a code: the same in every language. */
    record Text(String text) implements Told {}

    record Metric(MetricId id) implements Told {}

    record Dimension(DimensionId id) implements Told {}

    /** A sentence or a part of one within another. */
    record Part(Said said) implements Told {}

    /** All of several. */
    record All(List<Told> all) implements Told {
        public All {
            all = List.copyOf(all);
        }
    }
}
