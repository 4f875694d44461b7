package io.asktrail.insights;

import io.asktrail.contracts.agent.InsightsAgent;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.loading.LiveRegistry;
import io.asktrail.registry.loading.RegistryLocation;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts agent-insights into any process; its HTTP door opens only in its own. */
@AutoConfiguration
@EnableConfigurationProperties(InsightsProperties.class)
class InsightsAutoConfiguration {
    static final String LOGIC = "insightsLogic";

    @Bean
    @ConditionalOnMissingBean(CurrentRegistry.class)
    LiveRegistry currentRegistry(InsightsProperties properties) {
        return LiveRegistry.open(RegistryLocation.of(properties.registry(), properties.workspace()));
    }

    // Primary: in the agent's own process the controller is of the same type.
    @Bean(LOGIC)
    @Primary
    InsightsAgent insightsLogic(CurrentRegistry registry) {
        return new Insights(registry);
    }

    @Bean
    @ConditionalOnProperty(name = "asktrail.service", havingValue = InsightsService.NAME)
    InsightsController insightsController(InsightsAgent insightsLogic) {
        return new InsightsController(insightsLogic);
    }
}
