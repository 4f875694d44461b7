package io.asktrail.router.saying;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Grain;
import java.util.List;

/** What stands in a place of a sentence, free of language. */
public sealed interface Told {
    /** The asker's own words, a member's name, a date, a number: the same in every language. */
    record Text(String text) implements Told {}

    record Metric(MetricId id) implements Told {}

    record Dimension(DimensionId id) implements Told {}

    record Unit(Grain grain) implements Told {}

    /** Several, one after the other. */
    record Listed(List<Told> all) implements Told {
        public Listed {
            all = List.copyOf(all);
        }
    }
}
