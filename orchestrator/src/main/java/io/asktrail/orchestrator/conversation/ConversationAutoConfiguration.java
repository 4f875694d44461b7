package io.asktrail.orchestrator.conversation;

import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.registry.CurrentRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** What was said before. */
@AutoConfiguration
class ConversationAutoConfiguration {
    @Bean
    Conversations conversations(StateDatabase state, JsonMapper json) {
        return new Conversations(state, json);
    }

    @Bean
    History history(StateDatabase state, CurrentRegistry registries) {
        return new History(state, registries);
    }
}
