package io.asktrail.service.tracing;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Spans on top of what Boot sets up. */
@AutoConfiguration(after = ObservationAutoConfiguration.class)
class TracingAutoConfiguration {
    @Bean
    Spans spans(ObservationRegistry observations) {
        return new Spans(observations);
    }
}
