package io.asktrail.guardrails.draft;

import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers that stand in the question itself: "top 5", "above 40 %", "last 7 days". */
final class AskedNumbers {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final List<BigDecimal> numbers = new ArrayList<>();

    AskedNumbers(DraftUnderReview review) {
        var table = review.draft().table();
        if (table != null) {
            numbers.add(BigDecimal.valueOf(table.size()));
        }
        if (review.task() != null) {
            of(review.task());
        }
    }

    private void of(TaskSpec task) {
        add(task.limit());
        if (task.time() != null) {
            numbers.add(BigDecimal.valueOf(task.time().days()));
        }
        task.calculations().forEach(calculation -> {
            add(calculation.window());
            add(calculation.horizonDays());
        });
        task.filters().forEach(filter -> {
            if (filter.value() instanceof FilterValue.Numeric(var number)) {
                numbers.add(number);
                numbers.add(number.multiply(HUNDRED));
            }
        });
    }

    private void add(@Nullable Integer number) {
        if (number != null) {
            numbers.add(BigDecimal.valueOf(number));
        }
    }

    boolean holds(String written) {
        var number = new BigDecimal(written.replace(",", ""));
        return numbers.stream().anyMatch(asked -> asked.compareTo(number) == 0);
    }
}
