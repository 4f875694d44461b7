package io.asktrail.orchestrator.planning;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.Judgement;
import io.asktrail.guardrails.plan.NamedFields;
import io.asktrail.orchestrator.saying.OrchestratorSaying;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Nobody asks for what their role does not give; said before anything is planned, by the names that were used. */
final class TaskAccess {
    static final String RULE = "task.access";

    private TaskAccess() {}

    static Judgement check(TaskSpec task, Access access, Registry registry) {
        return objection(task, access, registry)
                .map(said -> new Judgement(
                        List.of(new RuleVerdict(RULE, false, new Wording(registry, Language.ENGLISH).of(said))), said))
                .orElseGet(() -> new Judgement(List.of(new RuleVerdict(RULE, true, null)), null));
    }

    private static Optional<Said> objection(TaskSpec task, Access access, Registry registry) {
        if (!access.allRegions() && access.regions().isEmpty()) {
            return Optional.of(Said.of(OrchestratorSaying.NO_REGION));
        }
        var named = NamedFields.of(task, registry);
        var denied = denied(named, access);
        if (!denied.isEmpty()) {
            return Optional.of(Said.of(OrchestratorSaying.MAY_NOT_SEE).fields(denied, registry));
        }
        return named.probed().stream()
                .filter(access.masked()::contains)
                .findFirst()
                .map(dimension -> Said.of(OrchestratorSaying.SEEN_MASKED).dimension(dimension));
    }

    private static List<FieldId> denied(NamedFields named, Access access) {
        var metrics = named.metrics().stream()
                .filter(metric -> !access.metrics().contains(metric))
                .map(FieldId::of);
        var dimensions = named.dimensions().stream()
                .filter(dimension -> !access.dimensions().contains(dimension))
                .map(FieldId::of);
        return Stream.concat(metrics, dimensions).toList();
    }
}
