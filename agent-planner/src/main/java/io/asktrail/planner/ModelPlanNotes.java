package io.asktrail.planner;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.Sourcing.Read;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Derivation.FirstAvailable;
import io.asktrail.registry.metric.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a reader has to know of a plan that a model put together: who did, and what its sources do. */
final class ModelPlanNotes {
    private static final Note BY_MODEL = Note.method(
            "planned_by_model", "A language model chose the steps; the rules that hold for every plan let them pass.");

    private final Registry registry;
    private final PlanNotes notes;

    ModelPlanNotes(Registry registry, TaskSpec task) {
        this.registry = registry;
        this.notes = new PlanNotes(registry, Wanted.of(task, registry));
    }

    List<Note> of(Plan plan) {
        var all = new LinkedHashSet<Note>();
        all.add(BY_MODEL);
        plan.steps().forEach(step -> {
            if (step.inputs() instanceof Aggregate aggregate) {
                aggregate.formulas().forEach(formula -> basis(formula, all));
            }
            if (step.inputs() instanceof Fetch fetch) {
                var source = new Source(registry.tool(step.tool().tool()), registry.capability(step.tool()));
                var conditions = new Conditions(fetch.entities(), fetch.filters());
                all.addAll(notes.ofRead(new Read(source, conditions, Window.PERIOD), Set.copyOf(fetch.metrics())));
            }
        });
        return List.copyOf(new ArrayList<>(all));
    }

    private void basis(String formula, LinkedHashSet<Note> all) {
        var metric = new MetricId(formula.substring(0, formula.indexOf('=')));
        if (registry.metric(metric).derivation() instanceof FirstAvailable(var candidates)) {
            all.add(notes.basis(metric, candidates.getFirst()));
        }
    }
}
