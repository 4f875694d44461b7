package io.asktrail.orchestrator.exports;

import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.agent.FilesAgent;
import io.asktrail.orchestrator.agents.Observed;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.orchestrator.approvals.Approvals;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.task.TaskResolver;
import io.asktrail.service.tracing.Spans;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Answers and rows as files. */
@AutoConfiguration
@EnableConfigurationProperties(ExportProperties.class)
class ExportAutoConfiguration {
    @Bean
    Exports exports(
            AnswerStore answers,
            FilesAgent files,
            ComposerAgent composer,
            Approvals approvals,
            CurrentRegistry registries,
            ExportProperties properties,
            Spans spans,
            Clock clock) {
        return new Exports(
                answers,
                Observed.files(files, spans),
                Observed.composer(composer, spans),
                approvals,
                registries,
                properties.longest(),
                clock);
    }

    @Bean
    TaskReading taskReading(TaskResolver resolver, CurrentRegistry registries) {
        return new TaskReading(resolver, registries);
    }
}
