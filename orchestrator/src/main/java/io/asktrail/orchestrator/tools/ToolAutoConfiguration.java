package io.asktrail.orchestrator.tools;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.registry.tool.ToolDefinition.Agent;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** What stands between a step and a tool. */
@AutoConfiguration
@EnableConfigurationProperties({ToolProperties.class, KeptResultProperties.class})
class ToolAutoConfiguration {
    @Bean
    SharedOpenBreakers openBreakers(StateDatabase state, Clock clock) {
        return new SharedOpenBreakers(state.jdbc(), clock);
    }

    @Bean
    ToolBreakers toolBreakers(OpenBreakers others, ToolProperties properties, Clock clock) {
        return new ToolBreakers(properties.leftAlone(), others, clock);
    }

    @Bean
    ToolCalls toolCalls(StateDatabase state, ToolBreakers breakers, ToolProperties properties, Clock clock) {
        return new ToolCalls(
                new SharedQuotas(state.dataSource(), clock),
                breakers,
                new ToolPlaces(properties.places(), properties.patience()),
                new RetryBudget(properties.retryShare()),
                new Backoff(properties.firstPause(), properties.longestPause(), RandomGenerator.getDefault()),
                clock);
    }

    @Bean
    DataVersions dataVersions(AdsAgent ads, SalesAgent sales, Clock clock) {
        return new PolledDataVersions(Map.of(Agent.ADS, ads, Agent.SALES, sales), clock);
    }

    @Bean
    KeptResults keptResults(StateDatabase state, KeptResultProperties properties, JsonMapper json, Clock clock) {
        var shared =
                properties.sharedResults() ? new SharedResultsInPostgres(state.jdbc(), json) : SharedResults.none();
        return new KeptResults(properties.cacheCells(), shared, clock);
    }
}
