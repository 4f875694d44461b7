package io.asktrail.registry.task;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.registry.Registry;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every name in a client's task is one the registry defines; the first that is not is told. */
final class TaskNames {
    private TaskNames() {}

    static void check(TaskRequest request, Registry registry) {
        stream(request.metrics()).forEach(registry::metric);
        stream(request.groupBy()).forEach(registry::dimension);
        dimensions(request.entities()).forEach(registry::dimension);
        stream(request.filters()).forEach(filter -> checkField(filter.field(), registry));
        stream(request.orderBy()).forEach(ordering -> checkField(ordering.field(), registry));
        stream(request.scopes()).forEach(scope -> {
            scope.metrics().forEach(registry::metric);
            dimensions(scope.entities()).forEach(registry::dimension);
        });
        stream(request.calculations()).forEach(calculation -> {
            if (calculation.metric() != null) {
                registry.metric(calculation.metric());
            }
            if (calculation.of() != null) {
                registry.dimension(calculation.of());
            }
        });
    }

    private static void checkField(FieldId field, Registry registry) {
        if (!registry.isMetric(field) && !registry.isDimension(field)) {
            throw new SuiteException(
                    ErrorCode.UNKNOWN_DIMENSION,
                    "'%s' is neither a metric nor a dimension. GET /v1/metrics and /v1/dimensions list them."
                            .formatted(field));
        }
    }

    private static Collection<DimensionId> dimensions(@Nullable Entities entities) {
        return entities == null ? List.of() : entities.kept().keySet();
    }

    private static <T> Stream<T> stream(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }
}
