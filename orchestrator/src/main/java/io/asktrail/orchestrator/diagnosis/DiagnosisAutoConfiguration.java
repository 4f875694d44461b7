package io.asktrail.orchestrator.diagnosis;

import io.asktrail.contracts.agent.PlaybookAgent;
import io.asktrail.orchestrator.agents.Observed;
import io.asktrail.orchestrator.execution.PlanRunner;
import io.asktrail.orchestrator.planning.Planning;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.service.tracing.Spans;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Finding out why. */
@AutoConfiguration
@EnableConfigurationProperties(DiagnosisBudget.class)
class DiagnosisAutoConfiguration {
    @Bean
    FirstLooks firstLooks(PlaybookAgent playbooks, Planning planning, Spans spans) {
        return new FirstLooks(Observed.playbooks(playbooks, spans), planning);
    }

    @Bean
    Diagnosing diagnosing(
            PlaybookAgent playbooks,
            Planning planning,
            PlanRunner runner,
            DiagnosisBudget budget,
            Spans spans,
            Clock clock) {
        return new Diagnosing(Observed.playbooks(playbooks, spans), planning, runner, budget, clock);
    }

    @Bean
    AnomalyStates anomalyStates(StateDatabase state, JsonMapper json, Clock clock) {
        return new AnomalyStates(state, json, clock);
    }
}
