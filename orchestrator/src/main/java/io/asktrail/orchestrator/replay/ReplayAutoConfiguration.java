package io.asktrail.orchestrator.replay;

import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.orchestrator.answering.Tasks;
import io.asktrail.orchestrator.asking.Asking;
import io.asktrail.registry.CurrentRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Stored answers, as they were given and run again. */
@AutoConfiguration
class ReplayAutoConfiguration {
    @Bean
    Replays replays(AnswerStore answers, Tasks tasks, Asking asking, CurrentRegistry registries, Clock clock) {
        return new Replays(answers, tasks, asking, registries, clock);
    }
}
