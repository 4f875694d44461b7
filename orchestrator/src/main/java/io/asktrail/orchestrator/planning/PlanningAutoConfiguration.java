package io.asktrail.orchestrator.planning;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.orchestrator.agents.Observed;
import io.asktrail.service.tracing.Spans;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** From a task to a plan that may be run. */
@AutoConfiguration
class PlanningAutoConfiguration {
    @Bean
    Planning planning(PlannerAgent planner, AdsAgent ads, SalesAgent sales, Spans spans) {
        return new Planning(Observed.planner(planner, spans), new PlanGuard(), List.of(ads, sales));
    }
}
