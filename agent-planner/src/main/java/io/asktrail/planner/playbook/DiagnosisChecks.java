package io.asktrail.planner.playbook;

import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Diagnoses that their playbook cannot do, each with what can be asked instead.
 *
 * @param playbooks one for every kind
 */
record DiagnosisChecks(Registry registry, Map<Diagnosis.Kind, Playbook> playbooks) {
    Optional<NextLook> objection(TaskSpec task) {
        task.metrics().forEach(registry::metric); // an unknown name ends the request
        if (task.diagnosis() == null) {
            return refused("The task does not say what to find out: give diagnosis.kind, e.g. change.", List.of());
        }
        var playbook = Objects.requireNonNull(playbooks.get(task.diagnosis().kind()));
        if (task.filters().stream().anyMatch(filter -> registry.isMetric(filter.field()))) {
            return refused(
                    "A condition on a number keeps some parts and drops others, so what is left makes up no whole."
                            + " Leave it out.",
                    List.of());
        }
        if (task.currency() != null) {
            return refused(
                    "What is found out is told in the currency that amounts are kept in: ask without %s."
                            .formatted(task.currency().to()),
                    List.of(task.toBuilder().currency(null).build()));
        }
        return metrics(task, playbook.metrics());
    }

    private Optional<NextLook> metrics(TaskSpec task, Playbook.Metrics allowed) {
        var named = task.metrics();
        if (named.size() < allowed.fewest()) {
            return refused("Which number? Name one metric.", List.of());
        }
        if (named.size() > allowed.most()) {
            return refused(
                    allowed.most() == 1
                            ? "One number at a time: ask for each of them."
                            : "%d numbers at a time: ask for fewer.".formatted(allowed.most()),
                    named.stream()
                            .limit(4)
                            .map(metric -> about(task, List.of(metric)))
                            .toList());
        }
        if (!allowed.among().isEmpty() && !allowed.among().containsAll(named)) {
            return refused(
                    "This is found out for %s only.".formatted(names(allowed.among())),
                    List.of(about(task, allowed.otherwise())));
        }
        return Optional.empty();
    }

    private String names(List<MetricId> metrics) {
        return metrics.stream()
                .map(metric -> registry.metric(metric).names().english())
                .collect(Collectors.joining(" and "));
    }

    private static Optional<NextLook> refused(String reason, List<TaskSpec> nearest) {
        return Optional.of(new NextLook.Refused(ErrorCode.NOT_SUPPORTED_YET, reason, nearest));
    }

    private static TaskSpec about(TaskSpec task, List<MetricId> metrics) {
        return task.toBuilder().metrics(metrics).build();
    }
}
