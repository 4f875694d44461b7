package io.asktrail.orchestrator.diagnosis;

import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.answer.Refusal;
import io.asktrail.contracts.answer.TrailStep;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.diagnosis.Thought;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.stage.Stage;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.answering.MaskedRun;
import io.asktrail.orchestrator.execution.PlanRunner;
import io.asktrail.orchestrator.execution.RunJournal;
import io.asktrail.orchestrator.execution.RunResult;
import io.asktrail.orchestrator.planning.PlannedTask;
import io.asktrail.orchestrator.planning.Planning;
import io.asktrail.orchestrator.saying.OrchestratorSaying;
import io.asktrail.registry.Registry;
import io.asktrail.registry.wording.FailureWords;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One diagnosis on its way: what was planned, run and seen so far. */
final class Course {
    private final Planning planning;
    private final PlanRunner runner;
    private final Registry registry;
    private final Wording words;
    private final Limits limits;
    private final MaskedRun masked;
    private final RunJournal journal;
    private final Consumer<Stage> stages;

    private final List<Step> steps = new ArrayList<>();
    private @Nullable StepId whole;
    private final Map<StepId, StepResult> results = new HashMap<>();
    private final List<TrailStep> trail = new ArrayList<>();
    private final List<Observation> seen = new ArrayList<>();
    private final List<Thought> scratchpad = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<RuleVerdict> verdicts = new ArrayList<>();
    private Cost cost = Cost.NONE;

    Course(
            Planning planning,
            PlanRunner runner,
            Registry registry,
            Limits limits,
            MaskedRun masked,
            RunJournal journal,
            Consumer<Stage> stages) {
        this.planning = planning;
        this.runner = runner;
        this.registry = registry;
        this.words = new Wording(registry, limits.looking().language());
        this.limits = limits;
        this.masked = masked;
        this.journal = journal;
        this.stages = stages;
    }

    int rounds() {
        return scratchpad.size();
    }

    int steps() {
        return steps.size();
    }

    List<Observation> seen() {
        return List.copyOf(seen);
    }

    List<RuleVerdict> verdicts() {
        return verdicts;
    }

    /** In which whoever asked is told of it. */
    Wording words() {
        return words;
    }

    /** Says what is missing because the diagnosis did not come to its own end. */
    void left(String sentence) {
        missing.add(sentence);
        think(new Thought(rounds() + 1, sentence, List.of(), List.of()));
    }

    void concluded(NextLook.Conclude end) {
        cost = cost.plus(end.cost());
        think(new Thought(rounds() + 1, end.thought(), List.of(), List.of()));
    }

    /** One round; gives a refusal if the first thing that was to be seen may not be seen. */
    Optional<Refusal> look(NextLook.Look next) {
        journal.looking(rounds() + 1, next);
        cost = cost.plus(next.cost());
        var round = new JoinedPlan();
        Map<TaskSpec, StepId> tables = new LinkedHashMap<>();
        Map<TaskSpec, StepResult.Missing> without = new HashMap<>();
        for (var look : next.looks()) {
            var planned = planning.plan(limits.looking(), look, registry);
            cost = cost.plus(planned.cost());
            switch (planned) {
                case PlannedTask.Ready ready -> take(look, ready, round, tables, without);
                case PlannedTask.Refused refused -> {
                    if (seen.isEmpty() && tables.isEmpty()) {
                        verdicts.addAll(refused.verdicts());
                        return Optional.of(
                                new Refusal(refused.code(), refused.rule(), refused.reason(), refused.nearest()));
                    }
                    without.put(look, new StepResult.Missing(refused.code(), refused.reason()));
                }
            }
        }
        run(round, tables);
        next.looks().forEach(look -> observe(look, tables, without));
        think(new Thought(
                rounds() + 1,
                next.thought(),
                next.looks().stream().map(this::name).toList(),
                seen.subList(seen.size() - next.looks().size(), seen.size()).stream()
                        .map(this::sentence)
                        .toList()));
        return Optional.empty();
    }

    private void take(
            TaskSpec look,
            PlannedTask.Ready ready,
            JoinedPlan round,
            Map<TaskSpec, StepId> tables,
            Map<TaskSpec, StepResult.Missing> without) {
        if (!limits.hasRoomFor(ready.plan().steps().size(), steps.size() + round.size())) {
            without.put(
                    look,
                    new StepResult.Missing(
                            ErrorCode.QUOTA_SPENT, "The steps a diagnosis may take were used up before it."));
            return;
        }
        // What every look passes is said once.
        ready.verdicts().stream().filter(verdict -> !verdicts.contains(verdict)).forEach(verdicts::add);
        tables.put(look, round.add("r%dl%d".formatted(rounds() + 1, tables.size() + 1), ready.plan()));
    }

    private void run(JoinedPlan round, Map<TaskSpec, StepId> tables) {
        if (tables.isEmpty()) {
            return;
        }
        var first = tables.values().iterator().next();
        whole = whole == null ? first : whole;
        var plan = round.plan(first);
        stages.accept(new Stage.Planned(plan));
        var ran = masked.of(runner.run(
                limits.looking(),
                journal,
                plan,
                registry,
                step -> stages.accept(new Stage.StepDone(masked.step(step)))));
        steps.addAll(plan.steps());
        results.putAll(ran.results());
        trail.addAll(ran.trail());
    }

    private void observe(TaskSpec look, Map<TaskSpec, StepId> tables, Map<TaskSpec, StepResult.Missing> without) {
        var table = tables.get(look);
        var result = table == null ? without.get(look) : results.get(table);
        var given =
                result == null ? new StepResult.Missing(ErrorCode.INPUT_MISSING, "This look gave nothing.") : result;
        seen.add(new Observation(look, given));
        if (given instanceof StepResult.Missing gone) {
            missing.add(words.of(nothingSeen(look, FailureWords.of(gone.code(), gone.reason(), words.language()))));
        }
    }

    private static Said nothingSeen(TaskSpec look, String reason) {
        return look.groupBy().isEmpty()
                ? Said.of(OrchestratorSaying.WHOLE_NOT_SEEN).text(reason)
                : Said.of(OrchestratorSaying.NOTHING_SEEN_BY)
                        .dimensions(look.groupBy())
                        .text(reason);
    }

    private void think(Thought thought) {
        scratchpad.add(thought);
        journal.thought(thought);
        stages.accept(new Stage.Thinking(thought));
    }

    private String name(TaskSpec look) {
        return look.groupBy().isEmpty()
                ? words.of(OrchestratorSaying.THE_WHOLE)
                : look.groupBy().stream().map(words::label).collect(Collectors.joining(", "));
    }

    private String sentence(Observation seen) {
        return switch (seen.result()) {
            case StepResult.Rows rows ->
                words.of(Said.of(rows.rowCount() == 1 ? OrchestratorSaying.ONE_ROW : OrchestratorSaying.ROWS)
                        .number(rows.rowCount()));
            case StepResult.Missing gone -> FailureWords.of(gone.code(), gone.reason(), words.language());
        };
    }

    /** What there is. */
    Diagnosed looked() {
        if (whole == null) {
            return new Diagnosed.Refused(
                    new Refusal(
                            ErrorCode.DEADLINE_PASSED, null, words.of(OrchestratorSaying.NO_TIME_TO_LOOK), List.of()),
                    verdicts);
        }
        var plan = new Plan(steps, new Plan.Outputs(whole, true));
        return new Diagnosed.Looked(plan, new RunResult(results, trail), seen, scratchpad, missing, verdicts, cost);
    }
}
