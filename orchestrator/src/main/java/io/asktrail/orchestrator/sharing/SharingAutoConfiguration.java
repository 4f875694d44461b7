package io.asktrail.orchestrator.sharing;

import io.asktrail.orchestrator.answering.RightsPrints;
import io.asktrail.orchestrator.state.StateDatabase;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Links to answers. */
@AutoConfiguration
@EnableConfigurationProperties(SharingProperties.class)
class SharingAutoConfiguration {
    @Bean
    Sharing sharing(
            StateDatabase state, RightsPrints rights, SharingProperties properties, JsonMapper json, Clock clock) {
        return new Sharing(new ShareStore(state, json), rights, properties.linksOpenFor(), clock);
    }
}
