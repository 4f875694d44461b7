package io.asktrail.service.agents;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.agent.ComputeAgent;
import io.asktrail.contracts.agent.FilesAgent;
import io.asktrail.contracts.agent.InsightsAgent;
import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.PlaybookAgent;
import io.asktrail.contracts.agent.RouterAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.contracts.agent.VerifiedAgent;
import io.asktrail.service.call.AgentClients;
import java.net.URI;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Agents of other processes: one that has an address ({@code asktrail.agents.<name>.url}) is reached by HTTP, one that
 * has none is a bean of this process, or is not called by it.
 */
@AutoConfiguration
public class RemoteAgentsAutoConfiguration {
    private final AgentClients clients;

    RemoteAgentsAutoConfiguration(AgentClients clients) {
        this.clients = clients;
    }

    @Bean
    @ConditionalOnProperty("asktrail.agents.router.url")
    RouterAgent remoteRouter(Environment environment) {
        return clients.create(RouterAgent.class, "agent-router", url(environment, "router"));
    }

    @Bean
    @ConditionalOnProperty("asktrail.agents.router.url")
    VerifiedAgent remoteVerified(Environment environment) {
        return clients.create(VerifiedAgent.class, "agent-router", url(environment, "router"));
    }

    @Bean
    @ConditionalOnProperty("asktrail.agents.planner.url")
    PlannerAgent remotePlanner(Environment environment) {
        return clients.create(PlannerAgent.class, "agent-planner", url(environment, "planner"));
    }

    @Bean
    @ConditionalOnProperty("asktrail.agents.ads.url")
    AdsAgent remoteAds(Environment environment) {
        return clients.create(AdsAgent.class, "agent-ads", url(environment, "ads"));
    }

    @Bean
    @ConditionalOnProperty("asktrail.agents.sales.url")
    SalesAgent remoteSales(Environment environment) {
        return clients.create(SalesAgent.class, "agent-sales", url(environment, "sales"));
    }

    @Bean
    @ConditionalOnProperty("asktrail.agents.compute.url")
    ComputeAgent remoteCompute(Environment environment) {
        return clients.create(ComputeAgent.class, "agent-compute", url(environment, "compute"));
    }

    @Bean
    @ConditionalOnProperty("asktrail.agents.composer.url")
    ComposerAgent remoteComposer(Environment environment) {
        return clients.create(ComposerAgent.class, "agent-composer", url(environment, "composer"));
    }

    @Bean
    @ConditionalOnProperty("asktrail.agents.planner.url")
    PlaybookAgent remotePlaybooks(Environment environment) {
        return clients.create(PlaybookAgent.class, "agent-planner", url(environment, "planner"));
    }

    @Bean
    @ConditionalOnProperty("asktrail.agents.insights.url")
    InsightsAgent remoteInsights(Environment environment) {
        return clients.create(InsightsAgent.class, "agent-insights", url(environment, "insights"));
    }

    @Bean
    @ConditionalOnProperty("asktrail.agents.files.url")
    FilesAgent remoteFiles(Environment environment) {
        return clients.create(FilesAgent.class, "agent-files", url(environment, "files"));
    }

    private static URI url(Environment environment, String agent) {
        return URI.create(environment.getRequiredProperty("asktrail.agents.%s.url".formatted(agent)));
    }
}
