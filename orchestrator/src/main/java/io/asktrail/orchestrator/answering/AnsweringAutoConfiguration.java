package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.agent.InsightsAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.guardrails.draft.DraftGuard;
import io.asktrail.orchestrator.agents.Observed;
import io.asktrail.orchestrator.diagnosis.AnomalyStates;
import io.asktrail.orchestrator.diagnosis.Diagnosing;
import io.asktrail.orchestrator.execution.PlanRunner;
import io.asktrail.orchestrator.planning.Planning;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.orchestrator.tools.DataVersions;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.service.tracing.Spans;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** From a task to its answer, and the answers that are kept. */
@AutoConfiguration
@EnableConfigurationProperties(AnsweringProperties.class)
class AnsweringAutoConfiguration {
    @Bean
    RightsPrints rightsPrints(CurrentRegistry registries) {
        return new RightsPrints(registries);
    }

    @Bean
    AnswerTags answerTags(JsonMapper json) {
        return new AnswerTags(json);
    }

    @Bean
    AnswerStore answerStore(StateDatabase state, JsonMapper json, RightsPrints rights) {
        return new AnswerStore(state, json, rights);
    }

    @Bean
    Composing composing(ComposerAgent composer, Spans spans) {
        return new Composing(Observed.composer(composer, spans), new DraftGuard());
    }

    @Bean
    TaskRunner taskRunner(Planning planning, PlanRunner runner, Composing composing) {
        return new TaskRunner(planning, runner, composing);
    }

    @Bean
    DiagnosisRunner diagnosisRunner(
            Diagnosing diagnosing, InsightsAgent insights, Composing composing, AnomalyStates anomalies, Spans spans) {
        return new DiagnosisRunner(diagnosing, Observed.insights(insights, spans), composing, anomalies);
    }

    @Bean
    HelpDesk helpDesk(ComposerAgent composer, AdsAgent ads, SalesAgent sales) {
        return new HelpDesk(composer, ads, sales);
    }

    @Bean
    Tasks tasks(
            TaskRunner runner,
            DiagnosisRunner diagnoses,
            HelpDesk help,
            DataVersions versions,
            RightsPrints rights,
            AnswerTags tags,
            AnsweringProperties properties,
            Clock clock) {
        return new Tasks(
                runner,
                diagnoses,
                help,
                new AnswerCache(properties.cacheFor(), properties.cacheEntries(), clock),
                versions,
                rights,
                tags,
                properties.partialAnswers());
    }
}
