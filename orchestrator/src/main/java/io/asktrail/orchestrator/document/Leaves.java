package io.asktrail.orchestrator.document;

import io.asktrail.contracts.plan.ParamValue;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.task.FilterValue;
import io.swagger.v3.oas.models.media.Schema;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Values that are written as something else than their fields: what stands in the JSON is described here, once. A choice
 * between plain values and lists is said in words: generators of clients make of it what does not compile.
 */
final class Leaves {
    private Leaves() {}

    /** What a value of this type is in JSON; empty if it is described by its fields. */
    static Optional<Schema<?>> of(Class<?> type) {
        if (type == FilterValue.class) {
            return Optional.of(open("A text, a number, or a list of texts"));
        }
        if (type == ParamValue.class) {
            return Optional.of(open("A text, a number, true or false, or a list of texts"));
        }
        if (type == DateRange.class) {
            return Optional.of(text("Both ends included: 2025-10-01..2025-10-31")
                    .pattern("^\\d{4}-\\d{2}-\\d{2}\\.\\.\\d{4}-\\d{2}-\\d{2}$"));
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return Optional.of(text("A zone's name, such as Asia/Kolkata"));
        }
        if (JsonNode.class.isAssignableFrom(type) || type == Object.class) {
            return Optional.of(open("Any JSON"));
        }
        return Optional.empty();
    }

    /** Left open on purpose: the words say that it is no oversight. */
    private static Schema<?> open(String description) {
        return new Schema<>().description(description);
    }

    private static Schema<?> text(String description) {
        return new Schema<>().types(Set.of("string")).description(description);
    }
}
