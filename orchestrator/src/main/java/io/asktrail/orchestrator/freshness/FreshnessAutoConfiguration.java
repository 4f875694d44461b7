package io.asktrail.orchestrator.freshness;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.tool.ToolDefinition.Agent;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** How far the sources' data reach. */
@AutoConfiguration
class FreshnessAutoConfiguration {
    @Bean
    FreshnessBoard freshnessBoard(CurrentRegistry registries, AdsAgent ads, SalesAgent sales, Clock clock) {
        return new FreshnessBoard(registries, Map.of(Agent.ADS, ads, Agent.SALES, sales), clock);
    }
}
