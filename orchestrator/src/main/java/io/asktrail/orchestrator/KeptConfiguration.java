package io.asktrail.orchestrator;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.orchestrator.answering.AnswerTags;
import io.asktrail.orchestrator.answering.RightsPrints;
import io.asktrail.orchestrator.audit.AuditLog;
import io.asktrail.orchestrator.audit.AuditProperties;
import io.asktrail.orchestrator.audit.AuditRetention;
import io.asktrail.orchestrator.audit.AuditStore;
import io.asktrail.orchestrator.conversation.History;
import io.asktrail.orchestrator.drift.DriftWatch;
import io.asktrail.orchestrator.feedback.FeedbackStore;
import io.asktrail.orchestrator.freshness.FreshnessBoard;
import io.asktrail.orchestrator.operations.AgentProbes;
import io.asktrail.orchestrator.operations.AuditFigures;
import io.asktrail.orchestrator.operations.Operations;
import io.asktrail.orchestrator.sharing.ShareStore;
import io.asktrail.orchestrator.sharing.Sharing;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.orchestrator.tools.ToolBreakers;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.tool.ToolDefinition.Agent;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** What people keep, and what operators see of it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class KeptConfiguration {
    /** Those that a question meets, in that order. */
    private static final List<String> AGENTS =
            List.of("router", "planner", "ads", "sales", "compute", "insights", "composer", "files");

    @Bean
    RightsPrints rightsPrints(CurrentRegistry registries) {
        return new RightsPrints(registries);
    }

    @Bean
    AnswerTags answerTags(JsonMapper json) {
        return new AnswerTags(json);
    }

    @Bean
    History history(StateDatabase state, CurrentRegistry registries) {
        return new History(state, registries);
    }

    @Bean
    FeedbackStore feedbackStore(StateDatabase state, JsonMapper json) {
        return new FeedbackStore(state, json);
    }

    @Bean
    Sharing sharing(
            StateDatabase state, RightsPrints rights, OrchestratorProperties properties, JsonMapper json, Clock clock) {
        return new Sharing(new ShareStore(state, json), rights, properties.linksOpenFor(), clock);
    }

    @Bean
    FreshnessBoard freshnessBoard(CurrentRegistry registries, AdsAgent ads, SalesAgent sales, Clock clock) {
        return new FreshnessBoard(registries, Map.of(Agent.ADS, ads, Agent.SALES, sales), clock);
    }

    @Bean
    AuditStore auditStore(StateDatabase state, JsonMapper json) {
        return new AuditStore(state, json);
    }

    @Bean
    AuditLog auditLog(AuditStore store, AuditProperties properties, MeterRegistry meters, Clock clock) {
        return new AuditLog(store, properties.room(), properties.writeEvery(), meters, clock);
    }

    @Bean(initMethod = "start")
    AuditRetention auditRetention(AuditStore store, AuditProperties properties, Clock clock) {
        return new AuditRetention(store, properties.keep(), properties.forgetEvery(), clock);
    }

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
