package io.asktrail.guardrails.draft;

import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * @param task what was asked; null if the draft answers no task
 * @param personalData whether its reader may see personal data
 */
record DraftUnderReview(Draft draft, @Nullable TaskSpec task, boolean personalData) {

    /** The numbers that groups of a metric were held against. */
    List<BigDecimal> limitsOn(String metric) {
        return filters()
                .filter(filter -> filter.field().value().equals(metric))
                .flatMap(filter ->
                        filter.value() instanceof FilterValue.Numeric(var number) ? Stream.of(number) : Stream.empty())
                .toList();
    }

    Stream<Filter> filters() {
        return task == null ? Stream.empty() : task.filters().stream();
    }
}
