package io.asktrail.orchestrator.audit;

import io.asktrail.orchestrator.state.StateDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** What was asked, written beside the answer. */
@AutoConfiguration
@EnableConfigurationProperties(AuditProperties.class)
class AuditAutoConfiguration {
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
}
