package io.asktrail.orchestrator.exports;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.task.TaskResolver;
import org.jspecify.annotations.Nullable;

/** A client's task with every date resolved. */
final class TaskReading {
    private final TaskResolver resolver;
    private final CurrentRegistry registries;

    TaskReading(TaskResolver resolver, CurrentRegistry registries) {
        this.resolver = resolver;
        this.registries = registries;
    }

    /** @throws SuiteException if there is none, or saying what is wrong with it */
    TaskSpec read(@Nullable TaskRequest task) {
        if (task == null) {
            throw new SuiteException(
                    ErrorCode.MALFORMED_REQUEST,
                    "Say which rows: {\"task\": {\"metrics\": [\"net_sales\"], \"time\": {\"range\":"
                            + " \"last_month\"}}}.");
        }
        return resolver.resolve(task, registries.get());
    }
}
