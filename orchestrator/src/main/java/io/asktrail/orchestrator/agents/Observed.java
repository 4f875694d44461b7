package io.asktrail.orchestrator.agents;

import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.RouterAgent;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.caller.CallContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;

/** Agents with a span around each call, so that a trace shows them in one process as it does across several. */
public final class Observed {
    private Observed() {}

    public static RouterAgent router(RouterAgent router, ObservationRegistry observations) {
        return (call, question) ->
                in("agent-router interpret", observations, () -> router.interpret(call, question));
    }

    public static PlannerAgent planner(PlannerAgent planner, ObservationRegistry observations) {
        return (call, request) -> in("agent-planner plan", observations, () -> planner.plan(call, request));
    }

    public static ComposerAgent composer(ComposerAgent composer, ObservationRegistry observations) {
        return new ComposerAgent() {
            @Override
            public Draft compose(CallContext call, ComposeRequest request) {
                return in("agent-composer compose", observations, () -> composer.compose(call, request));
            }

            @Override
            public Draft help(CallContext call, HelpRequest request) {
                return in("agent-composer help", observations, () -> composer.help(call, request));
            }
        };
    }

    private static <T> T in(String name, ObservationRegistry observations, Supplier<T> work) {
        return Observation.createNotStarted("asktrail.agent", observations)
                .contextualName(name)
                .observe(work);
    }
}
