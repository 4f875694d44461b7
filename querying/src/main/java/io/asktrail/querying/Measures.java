package io.asktrail.querying;

import io.asktrail.contracts.id.MetricId;
import org.jooq.Field;

/** Metrics as aggregates over the rows that a statement reads. */
interface Measures {
    Field<?> of(MetricId metric);
}
