package io.asktrail.orchestrator.diagnosis;

import io.asktrail.contracts.agent.PlaybookAgent;
import io.asktrail.contracts.agent.PlaybookAgent.NextRequest;
import io.asktrail.contracts.answer.Refusal;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.masking.Masking;
import io.asktrail.orchestrator.answering.MaskedRun;
import io.asktrail.orchestrator.execution.PlanRunner;
import io.asktrail.orchestrator.execution.RunJournal;
import io.asktrail.orchestrator.planning.Planning;
import io.asktrail.registry.Registry;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The loop of a diagnosis: the planner says what to look at, every look is planned, guarded and run like a question of
 * its own, and the planner sees what came of it before it says what is next.
 */
public final class Diagnosing {
    private static final Set<Diagnosis.Kind> COMPARING = Set.of(Diagnosis.Kind.CHANGE, Diagnosis.Kind.HEALTH);

    private final PlaybookAgent playbooks;
    private final Planning planning;
    private final PlanRunner runner;
    private final DiagnosisBudget budget;
    private final Clock clock;

    Diagnosing(PlaybookAgent playbooks, Planning planning, PlanRunner runner, DiagnosisBudget budget, Clock clock) {
        this.playbooks = playbooks;
        this.planning = planning;
        this.runner = runner;
        this.budget = budget;
        this.clock = clock;
    }

    /** A task that holds a period against another, with those days, which a client may leave out. */
    public static TaskSpec compared(TaskSpec task, Registry registry) {
        var compares =
                task.diagnosis() != null && COMPARING.contains(task.diagnosis().kind());
        return task.compare() != null || !compares
                ? task
                : task.toBuilder()
                        .compare(registry.calendar().previousPeriod(task.period()))
                        .build();
    }

    /** @param stages told of every plan, step and round */
    public Diagnosed run(
            CallContext call, RunJournal journal, TaskSpec task, Registry registry, Consumer<Stage> stages) {
        var limits = new Limits(budget, call, clock);
        var masked = new MaskedRun(Masking.of(registry.accessOf(call.caller())));
        var course = new Course(planning, runner, registry, limits, masked, journal, stages);
        // What was begun before this run was taken over is gone through again from what is kept, and not asked for
        // again.
        for (var begun : journal.rounds()) {
            var refusal = course.look(begun);
            if (refusal.isPresent()) {
                return new Diagnosed.Refused(refusal.get(), course.verdicts());
            }
        }
        while (true) {
            var spent = limits.spent(course.rounds(), course.steps());
            if (spent.isPresent()) {
                course.left(course.words().of(spent.get()));
                return course.looked();
            }
            switch (playbooks.next(call, new NextRequest(task, course.seen()))) {
                case NextLook.Refused(var code, var reason, var nearest) -> {
                    return refused(new Refusal(code, null, reason, nearest), course);
                }
                case NextLook.Conclude end -> {
                    course.concluded(end);
                    return course.looked();
                }
                case NextLook.Look look -> {
                    var refusal = course.look(look);
                    if (refusal.isPresent()) {
                        return new Diagnosed.Refused(refusal.get(), course.verdicts());
                    }
                }
            }
        }
    }

    // What was seen before the planner gave up is still something.
    private static Diagnosed refused(Refusal refusal, Course course) {
        if (course.seen().isEmpty()) {
            return new Diagnosed.Refused(refusal, course.verdicts());
        }
        course.left(refusal.reason());
        return course.looked();
    }
}
