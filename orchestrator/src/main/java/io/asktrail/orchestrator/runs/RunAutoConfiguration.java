package io.asktrail.orchestrator.runs;

import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.orchestrator.state.StateDatabase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Runs that outlive their callers, and the process that began them. */
@AutoConfiguration
@EnableConfigurationProperties(RunProperties.class)
class RunAutoConfiguration {
    @Bean
    RunStore runStore(StateDatabase state, AnswerStore answers, RunProperties properties, JsonMapper json) {
        var owner = UUID.randomUUID().toString();
        return new RunStore(state, answers, json, owner, properties.lease());
    }

    @Bean
    AttachedRuns attachedRuns(RunStore store, AnswerStore answers) {
        return new AttachedRuns(store, answers);
    }

    @Bean
    Runs runs(
            RunStore store, AnswerStore answers, RunWork work, RunProperties properties, JsonMapper json, Clock clock) {
        return new Runs(
                store, answers, work, json, properties.longest(), properties.most(), properties.watchEvery(), clock);
    }

    @Bean
    RunFollower runFollower(Runs runs, AnswerStore answers, RunProperties properties) {
        return new RunFollower(runs, answers, properties.longest());
    }
}
