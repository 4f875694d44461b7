package io.asktrail.orchestrator.claims;

import io.asktrail.orchestrator.state.StateDatabase;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Work that one of several processes does. */
@AutoConfiguration
class ClaimAutoConfiguration {
    @Bean
    ClaimStore claimStore(StateDatabase state) {
        return new ClaimStore(state);
    }
}
