package io.asktrail.planner;

import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.plan.PlanOutcome.Planned;
import io.asktrail.contracts.plan.PlanOutcome.Refused;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.model.LanguageModel;
import io.asktrail.model.LanguageModel.Reply;
import io.asktrail.model.ModelSettings;
import io.asktrail.planner.model.ModelPlan;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a model where the rules find no path. Its plan passes the guardrails that every plan passes, or there is none and
 * the rules' refusal stands, whatever the model said.
 */
final class ModelPlanner implements PlannerAgent {
    private static final Logger log = LoggerFactory.getLogger(ModelPlanner.class);
    private static final int TRIES = 3;
    private static final int MOST_FAULTS = 6;
    private static final int LONGEST_FAULT = 240;

    /** What the answer needs after its plan is there. */
    private static final Duration FOR_THE_ANSWER = Duration.ofSeconds(2);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final RulePlanner rules;
    private final CurrentRegistry registries;
    private final LanguageModel model;
    private final ModelSettings settings;
    private final PlanGuard guard;
    private final Clock clock;

    ModelPlanner(
            CurrentRegistry registries, LanguageModel model, ModelSettings settings, PlanGuard guard, Clock clock) {
        this.rules = new RulePlanner(registries);
        this.registries = registries;
        this.model = model;
        this.settings = settings;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public PlanOutcome plan(CallContext call, PlanRequest request) {
        var registry = registries.get();
        var outcome = rules.plan(request.task(), registry, call.language());
        return outcome instanceof Refused refused && mayBeAsked(request, refused, registry)
                ? asked(call, request.task(), refused, registry)
                : outcome;
    }

    // What stands in a scope holds for single metrics; a plan that gives each its own rows is the rules' to find. So is
    // one that converts amounts.
    private static boolean mayBeAsked(PlanRequest request, Refused refused, Registry registry) {
        return refused.code() == ErrorCode.NO_PATH
                && new TaskChecks(registry).objectionToMeaning(request.task()).isEmpty()
                && request.objections().isEmpty()
                && request.task().scopes().isEmpty()
                && request.task().currency() == null
                && request.task().intent() == Intent.ANALYTICS_QUERY;
    }

    private PlanOutcome asked(CallContext call, TaskSpec task, Refused refused, Registry registry) {
        var access = registry.accessOf(call.caller());
        var prompt = new ModelPrompt(task, registry, access);
        var why = toldToTheModel(task, registry);
        var faults = List.<String>of();
        var cost = Cost.NONE;
        for (var attempt = 0; attempt < TRIES && cost.tokens() < settings.maxTokens(); attempt++) {
            var wait = longestWait(call);
            if (wait.isZero()) {
                break;
            }
            var reply = model.reply(prompt.request(why, faults), wait);
            cost = cost.plus(reply.cost());
            switch (reply) {
                case Reply.NotThere _ -> {
                    return refusal(refused, cost);
                }
                case Reply.Useless useless ->
                    faults = List.of(
                            useless.cutOff() ? "the reply was cut off: use fewer steps" : "the reply was empty");
                case Reply.Text reading -> {
                    var judged = judge(reading.text(), task, registry, access);
                    if (judged.plan().isPresent()) {
                        log.atInfo().addKeyValue("attempts", attempt + 1).log("plan by model");
                        return new Planned(
                                judged.plan().get(),
                                new ModelPlanNotes(registry, task)
                                        .of(judged.plan().get()),
                                cost);
                    }
                    faults = judged.faults();
                }
            }
        }
        log.atInfo().addKeyValue("faults", faults.size()).log("no plan by model");
        return refusal(refused, cost);
    }

    // Whatever language the caller is answered in: all else that the model reads is English.
    private String toldToTheModel(TaskSpec task, Registry registry) {
        return rules.plan(task, registry, Language.ENGLISH) instanceof Refused english ? english.reason() : "";
    }

    private Duration longestWait(CallContext call) {
        var left = call.deadline().remaining(clock).minus(FOR_THE_ANSWER);
        var wait = left.compareTo(settings.timeout()) < 0 ? left : settings.timeout();
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static Refused refusal(Refused refused, Cost cost) {
        return new Refused(refused.code(), refused.reason(), refused.nearest(), cost);
    }

    /** @param faults why there is no plan */
    private record Judged(Optional<Plan> plan, List<String> faults) {
        static Judged wrong(List<String> faults) {
            return new Judged(
                    Optional.empty(),
                    faults.stream().limit(MOST_FAULTS).map(Judged::shortened).toList());
        }

        private static String shortened(String fault) {
            return fault.length() <= LONGEST_FAULT ? fault : fault.substring(0, LONGEST_FAULT);
        }
    }

    private Judged judge(String text, TaskSpec task, Registry registry, Access access) {
        Plan plan;
        try {
            plan = new ModelPlanReader(task, registry).read(JSON.readValue(text, ModelPlan.class));
        } catch (JacksonException _) {
            return Judged.wrong(List.of("the reply is no plan in the given form"));
        } catch (IllegalArgumentException | NullPointerException | SuiteException wrong) {
            var message = wrong.getMessage();
            return Judged.wrong(List.of(message == null ? "a field that must be set is null" : message));
        }
        var faults = guard.review(plan, task, access, registry).stream()
                .filter(verdict -> !verdict.passed())
                .map(ModelPlanner::fault)
                .toList();
        return faults.isEmpty() ? new Judged(Optional.of(plan), List.of()) : Judged.wrong(faults);
    }

    private static String fault(RuleVerdict verdict) {
        return verdict.reason() == null ? verdict.rule() : verdict.rule() + ": " + verdict.reason();
    }
}
