package io.asktrail.orchestrator.execution;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.ComputeAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.orchestrator.tools.DataVersions;
import io.asktrail.orchestrator.tools.KeptResults;
import io.asktrail.orchestrator.tools.ToolCalls;
import io.asktrail.service.tracing.Spans;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Running a plan. */
@AutoConfiguration
class ExecutionAutoConfiguration {
    @Bean
    StepCalls stepCalls(
            AdsAgent ads,
            SalesAgent sales,
            ComputeAgent compute,
            ToolCalls tools,
            KeptResults kept,
            DataVersions versions,
            JsonMapper json) {
        return new StepCalls(new StepCaller(ads, sales, compute), tools, kept, versions, json);
    }

    @Bean
    PlanRunner planRunner(StepCalls steps, Spans spans, Clock clock) {
        return new PlanRunner(steps, spans, clock);
    }
}
