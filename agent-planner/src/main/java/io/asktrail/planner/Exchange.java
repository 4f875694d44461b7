package io.asktrail.planner;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Conversion;
import io.asktrail.contracts.task.Conversion.Policy;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.rate.RateTable;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The currency that a task wants its amounts in, as the registry's rates have it. */
record Exchange(Registry registry, Conversion wanted) {
    static Optional<Exchange> of(TaskSpec task, Registry registry) {
        return Optional.ofNullable(task.currency()).map(currency -> new Exchange(registry, currency));
    }

    /** What a metric is kept in, where it is money of another currency than the one that is wanted. */
    Optional<Currency> foreign(MetricId metric) {
        return registry.metric(metric).currency().filter(kept -> !kept.equals(wanted.to()));
    }

    boolean isMoney(MetricId metric) {
        return registry.metric(metric).currency().isPresent();
    }

    /** The tables by which these metrics are converted. */
    Stream<RateTable> tables(Collection<MetricId> metrics) {
        return metrics.stream()
                .flatMap(metric -> foreign(metric).stream())
                .distinct()
                .flatMap(from -> registry.rates().between(from, wanted.to()).stream());
    }

    /** Which day's rate holds for these metrics: what the task says, else what their tables say, if they agree. */
    List<Policy> policies(Collection<MetricId> metrics) {
        return wanted.policy() != null
                ? List.of(wanted.policy())
                : tables(metrics).map(RateTable::policy).distinct().toList();
    }
}
