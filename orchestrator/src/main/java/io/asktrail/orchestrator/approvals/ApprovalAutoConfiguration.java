package io.asktrail.orchestrator.approvals;

import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.registry.CurrentRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** What needs somebody else's consent. */
@AutoConfiguration
@EnableConfigurationProperties(ApprovalProperties.class)
class ApprovalAutoConfiguration {
    @Bean
    Approvals approvals(
            StateDatabase state,
            CurrentRegistry registries,
            ApprovalProperties properties,
            JsonMapper json,
            Clock clock) {
        var store = new ApprovalStore(state, json, clock);
        return new Approvals(store, registries, json, properties.openFor(), properties.approvedFor(), clock);
    }
}
