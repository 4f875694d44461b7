package io.asktrail.planner.playbook;

import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Additivity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Diagnoses that no playbook can do, each with what can be asked instead. */
record DiagnosisChecks(Registry registry, Set<Diagnosis.Kind> kinds) {
    Optional<NextLook> objection(TaskSpec task) {
        task.metrics().forEach(registry::metric); // an unknown name ends the request
        if (task.diagnosis() == null) {
            return refused("The task does not say what to find out: give diagnosis.kind, e.g. change.", List.of());
        }
        if (!kinds.contains(task.diagnosis().kind())) {
            return refused(
                    "Asktrail finds out why a number changed, and nothing else of this kind yet. What changed can be"
                            + " shown.",
                    comparison(task));
        }
        if (task.metrics().size() != 1) {
            return refused(
                    task.metrics().isEmpty()
                            ? "Which number changed? Name one metric."
                            : "One number at a time: ask for each of them.",
                    task.metrics().stream().map(metric -> about(task, metric)).toList());
        }
        return metric(task, task.metrics().getFirst());
    }

    private Optional<NextLook> metric(TaskSpec task, MetricId metric) {
        var definition = registry.metric(metric);
        if (definition.additivity() != Additivity.ADDITIVE) {
            var inputs = definition.derivation().inputs().stream()
                    .filter(input -> registry.metric(input).additivity() == Additivity.ADDITIVE)
                    .sorted()
                    .map(input -> about(task, input));
            return refused(
                    "%s is no sum of its parts, so its change cannot be shared out yet. Ask about what it is made of."
                            .formatted(definition.names().english()),
                    java.util.stream.Stream.concat(inputs, comparison(task).stream())
                            .toList());
        }
        if (task.filters().stream().anyMatch(filter -> registry.isMetric(filter.field()))) {
            return refused(
                    "A condition on a number keeps some parts and drops others, so what is left makes up no whole."
                            + " Leave it out.",
                    List.of());
        }
        return Optional.empty();
    }

    private static Optional<NextLook> refused(String reason, List<TaskSpec> nearest) {
        return Optional.of(new NextLook.Refused(ErrorCode.NOT_SUPPORTED_YET, reason, nearest));
    }

    private static TaskSpec about(TaskSpec task, MetricId metric) {
        return task.toBuilder().metrics(List.of(metric)).build();
    }

    private List<TaskSpec> comparison(TaskSpec task) {
        if (task.metrics().isEmpty()) {
            return List.of();
        }
        return List.of(task.toBuilder()
                .intent(Intent.ANALYTICS_QUERY)
                .diagnosis(null)
                .compare(task.compare() == null ? registry.calendar().previousPeriod(task.period()) : task.compare())
                .build());
    }
}
