package io.asktrail.orchestrator.operations;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.orchestrator.drift.DriftWatch;
import io.asktrail.orchestrator.freshness.FreshnessBoard;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.orchestrator.tools.ToolBreakers;
import io.asktrail.registry.CurrentRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** What operators see. */
@AutoConfiguration
class OperationsAutoConfiguration {
    /** Those that a question meets, in that order. */
    private static final List<String> AGENTS =
            List.of("router", "planner", "ads", "sales", "compute", "insights", "composer", "files");

    @Bean
    AgentProbes agentProbes(Environment environment, AdsAgent ads, SalesAgent sales, Clock clock) {
        var addresses = AGENTS.stream()
                .filter(agent -> environment.containsProperty(addressOf(agent)))
                .collect(Collectors.toMap(
                        agent -> agent, agent -> URI.create(environment.getRequiredProperty(addressOf(agent)))));
        return new AgentProbes(AGENTS, addresses, Map.of("ads", ads, "sales", sales), clock);
    }

    private static String addressOf(String agent) {
        return "asktrail.agents.%s.url".formatted(agent);
    }

    @Bean
    Operations operations(
            StateDatabase state,
            AgentProbes agents,
            FreshnessBoard freshness,
            ToolBreakers breakers,
            DriftWatch drift,
            CurrentRegistry registries,
            Clock clock) {
        return new Operations(new AuditFigures(state), agents, freshness, breakers, drift, registries, clock);
    }
}
