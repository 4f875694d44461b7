package io.asktrail.orchestrator.asking;

import io.asktrail.contracts.agent.RouterAgent;
import io.asktrail.guardrails.question.QuestionGuard;
import io.asktrail.orchestrator.agents.Observed;
import io.asktrail.orchestrator.answering.Tasks;
import io.asktrail.orchestrator.audit.AuditLog;
import io.asktrail.orchestrator.conversation.Conversations;
import io.asktrail.orchestrator.exports.Exports;
import io.asktrail.orchestrator.runs.AttachedRuns;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.task.TaskResolver;
import io.asktrail.service.tracing.Spans;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The door, and a question's whole way from there. */
@AutoConfiguration
@EnableConfigurationProperties(DoorProperties.class)
class AskingAutoConfiguration {
    @Bean
    Admission admission(DoorProperties door) {
        return new Admission(door.places(), door.patience(), door.processorWait());
    }

    /** Before the login of a gateway in this process. */
    @Bean
    FilterRegistrationBean<FullHouseFilter> fullHouse(Admission admission) {
        var registration = new FilterRegistrationBean<>(new FullHouseFilter(admission));
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    Asking asking(
            CurrentRegistry registries,
            Admission admission,
            RouterAgent router,
            Conversations conversations,
            TaskResolver resolver,
            Tasks tasks,
            Exports exports,
            AttachedRuns runs,
            AuditLog audit,
            Spans spans) {
        return new Asking(
                registries,
                admission,
                new QuestionDoor(new QuestionGuard()),
                Observed.router(router, spans),
                conversations,
                resolver,
                tasks,
                exports,
                runs,
                new QuestionLog(),
                audit);
    }

    @Bean
    AnswerStreams answerStreams(Clock clock) {
        return new AnswerStreams(clock);
    }
}
