package io.asktrail.orchestrator.drift;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.registry.CurrentRegistry;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Looks whether registry and sources still fit. */
@AutoConfiguration
@EnableConfigurationProperties(DriftProperties.class)
class DriftAutoConfiguration {
    @Bean(initMethod = "start")
    DriftWatch driftWatch(
            CurrentRegistry registries,
            AdsAgent ads,
            SalesAgent sales,
            StateDatabase state,
            DriftProperties properties,
            Clock clock) {
        return new DriftWatch(
                registries, Map.of("ads", ads, "sales", sales), new ValueSnapshots(state, clock), properties, clock);
    }
}
