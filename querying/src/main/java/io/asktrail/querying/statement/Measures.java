package io.asktrail.querying.statement;

import io.asktrail.contracts.id.MetricId;
import org.jooq.Field;

/** Metrics as aggregates over the rows that a statement reads. */
public interface Measures {
    Field<?> of(MetricId metric);
}
