package io.asktrail.orchestrator.feedback;

import io.asktrail.orchestrator.state.StateDatabase;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** What people say of answers. */
@AutoConfiguration
class FeedbackAutoConfiguration {
    @Bean
    FeedbackStore feedbackStore(StateDatabase state, JsonMapper json) {
        return new FeedbackStore(state, json);
    }
}
