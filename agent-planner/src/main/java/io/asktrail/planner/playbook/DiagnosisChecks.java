package io.asktrail.planner.playbook;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.saying.PlannerSaying;
import io.asktrail.registry.Registry;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Diagnoses that their playbook cannot do, each with what can be asked instead.
 *
 * @param playbooks one for every kind
 * @param language of the words
 */
record DiagnosisChecks(Registry registry, Map<Diagnosis.Kind, Playbook> playbooks, Language language) {
    Optional<NextLook> objection(TaskSpec task) {
        task.metrics().forEach(registry::metric); // an unknown name ends the request
        if (task.diagnosis() == null) {
            return refused(Said.of(PlannerSaying.DIAGNOSE_WHAT), List.of());
        }
        var playbook = Objects.requireNonNull(playbooks.get(task.diagnosis().kind()));
        if (task.filters().stream().anyMatch(filter -> registry.isMetric(filter.field()))) {
            return refused(Said.of(PlannerSaying.DIAGNOSIS_WITHOUT_BOUND), List.of());
        }
        if (task.currency() != null) {
            return refused(
                    Said.of(PlannerSaying.DIAGNOSIS_IN_CURRENCY)
                            .text(task.currency().to().getCurrencyCode()),
                    List.of(task.toBuilder().currency(null).build()));
        }
        return metrics(task, playbook.metrics());
    }

    private Optional<NextLook> metrics(TaskSpec task, Playbook.Metrics allowed) {
        var named = task.metrics();
        if (named.size() < allowed.fewest()) {
            return refused(Said.of(PlannerSaying.WHICH_NUMBER), List.of());
        }
        if (named.size() > allowed.most()) {
            return refused(
                    allowed.most() == 1
                            ? Said.of(PlannerSaying.ONE_NUMBER)
                            : Said.of(PlannerSaying.FEWER_NUMBERS).number(allowed.most()),
                    named.stream()
                            .limit(4)
                            .map(metric -> about(task, List.of(metric)))
                            .toList());
        }
        if (!allowed.among().isEmpty() && !allowed.among().containsAll(named)) {
            return refused(
                    Said.of(PlannerSaying.ONLY_FOUND_OUT_FOR).metrics(allowed.among()),
                    List.of(about(task, allowed.otherwise())));
        }
        return Optional.empty();
    }

    private Optional<NextLook> refused(Said reason, List<TaskSpec> nearest) {
        var words = new Wording(registry, language).of(reason);
        return Optional.of(new NextLook.Refused(ErrorCode.NOT_SUPPORTED_YET, words, nearest));
    }

    private static TaskSpec about(TaskSpec task, List<MetricId> metrics) {
        return task.toBuilder().metrics(metrics).build();
    }
}
