package io.asktrail.registry.schema;

import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import org.jspecify.annotations.Nullable;

/** A fixed condition on a column, written in the registry. */
public record RowCondition(
        String column, Operator op, @Nullable FilterValue value) {}
