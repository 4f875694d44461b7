package io.asktrail.contracts.task;

import io.asktrail.contracts.id.FieldId;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a dimension (keeps rows) or on a metric (keeps groups). Rates are fractions: 40 % is 0.4.
 *
 * @param value what to compare with; null only for {@link Operator#IS_NULL}
 */
public record Filter(FieldId field, Operator op, @Nullable FilterValue value) {
    public Filter {
        if (value == null && op != Operator.IS_NULL) {
            throw new IllegalArgumentException("the filter on %s compares with nothing: give a value".formatted(field));
        }
    }
}
