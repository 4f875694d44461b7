package io.asktrail.compute;

import io.asktrail.contracts.agent.ComputeAgent;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.loading.LiveRegistry;
import io.asktrail.registry.loading.RegistryLocation;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts agent-compute into any process; its HTTP door opens only in its own. */
@AutoConfiguration
@EnableConfigurationProperties(ComputeProperties.class)
class ComputeAutoConfiguration {
    static final String LOGIC = "computeLogic";

    @Bean
    @ConditionalOnMissingBean(CurrentRegistry.class)
    LiveRegistry currentRegistry(ComputeProperties properties) {
        return LiveRegistry.open(RegistryLocation.of(properties.registry(), properties.workspace()));
    }

    // Primary: in the agent's own process the controller is of the same type.
    @Bean(LOGIC)
    @Primary
    ComputeAgent computeLogic(CurrentRegistry registry) {
        return new Calculator(registry);
    }

    @Bean
    @ConditionalOnProperty(name = "asktrail.service", havingValue = ComputeService.NAME)
    ComputeController computeController(ComputeAgent computeLogic) {
        return new ComputeController(computeLogic);
    }
}
