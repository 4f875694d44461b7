package io.asktrail.orchestrator.state;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The orchestrator's own database. */
@AutoConfiguration
@EnableConfigurationProperties(StateProperties.class)
class StateAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    StateDatabase stateDatabase(StateProperties properties) {
        return new StateDatabase(properties);
    }

    @Bean
    StateAdvice stateAdvice() {
        return new StateAdvice();
    }
}
