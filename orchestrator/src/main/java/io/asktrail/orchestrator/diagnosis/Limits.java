package io.asktrail.orchestrator.diagnosis;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.orchestrator.saying.OrchestratorSaying;
import io.asktrail.registry.wording.Said;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** How much of a diagnosis' budget is left. */
final class Limits {
    private final DiagnosisBudget budget;
    private final CallContext looking;
    private final Clock clock;

    Limits(DiagnosisBudget budget, CallContext call, Clock clock) {
        this.budget = budget;
        this.clock = clock;
        this.looking = new CallContext(
                call.caller(),
                Deadline.in(time(budget, call.deadline().remaining(clock)), clock),
                call.idempotencyKey(),
                call.language());
    }

    private static Duration time(DiagnosisBudget budget, Duration callers) {
        var most = callers.minus(budget.reserve());
        var time = most.compareTo(budget.time()) < 0 ? most : budget.time();
        return time.isNegative() ? Duration.ZERO : time;
    }

    /** The call with what is left for looking. */
    CallContext looking() {
        return looking;
    }

    /** Whether a plan of so many steps fits after those that were run. */
    boolean hasRoomFor(int steps, int run) {
        return run + steps <= budget.steps();
    }

    /** What is used up; empty if there is some of everything. */
    Optional<Said> spent(int rounds, int steps) {
        if (looking.deadline().hasPassed(clock)) {
            return Optional.of(Said.of(OrchestratorSaying.TIME_OVER));
        }
        if (rounds >= budget.rounds() || steps >= budget.steps()) {
            return Optional.of(
                    Said.of(OrchestratorSaying.LOOKS_SPENT).number(rounds).number(steps));
        }
        return Optional.empty();
    }
}
