package io.asktrail.guardrails.plan;

import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.Judgement;
import io.asktrail.guardrails.Rule;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The door that every plan passes, whoever made it, before its first step runs. */
public final class PlanGuard {
    /** The rule that bounds what a plan costs, by what is known of the sources. */
    public static final String COST = "plan.cost";

    private final Clock clock;
    private final List<Rule<PlanUnderReview>> rules = List.of(
            new ToolsExist(),
            new InputsFitSchema(),
            new TemplatesSet(),
            new PlanSize(),
            new FieldsExist(),
            new AccessAllowed(),
            new RowFiltersPresent(),
            new TimeRange(),
            new GrainsAgree(),
            new JoinKeysMatch(),
            new FormulasGrounded(),
            new UnitsAgree(),
            new ConditionsKept(),
            new NothingDropped(),
            new NothingAdded(),
            new NarrowedSoundly(),
            new CutLast(),
            new PeriodsKept(),
            new CurrencyKept(),
            new QuotasKept(),
            new CostBounded());

    /** Judges the future by the clock of the machine. */
    public PlanGuard() {
        this(Clock.systemUTC());
    }

    /** @param clock tells which days are in the future */
    public PlanGuard(Clock clock) {
        this.clock = clock;
    }

    /** Every rule's verdict, in a fixed order; of data that nobody has looked at. */
    public List<RuleVerdict> review(Plan plan, TaskSpec task, Access access, Registry registry) {
        return review(plan, task, access, registry, Holdings.UNKNOWN);
    }

    /** Every rule's verdict, in a fixed order. */
    public List<RuleVerdict> review(Plan plan, TaskSpec task, Access access, Registry registry, Holdings holdings) {
        return judge(plan, task, access, registry, holdings).verdicts();
    }

    /** The same with what is told to whoever asked. */
    public Judgement judge(Plan plan, TaskSpec task, Access access, Registry registry, Holdings holdings) {
        var review = new PlanUnderReview(
                plan,
                SpelledPlan.of(plan, registry),
                task,
                access,
                registry,
                LocalDate.now(clock.withZone(registry.calendar().definition().tz())),
                holdings);
        return Judgement.of(rules, review);
    }
}
