package io.asktrail.planner;

import static io.asktrail.planner.Planned.outcomeOf;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.PlannerAgent.PlanRequest;
import io.asktrail.contracts.agent.PlaybookAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Intent;
import io.asktrail.service.call.AgentClients;
import io.asktrail.service.token.KeyFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** The planner as a process of its own, called as the orchestrator calls it. */
class PlannerServiceTest {
    @Test
    void plansOverHttpAsItDoesInProcess(@TempDir Path keys) {
        // Given
        KeyFile.createIfAbsent(keys.resolve("agent-planner.key"));
        var arguments = new String[] {
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--asktrail.service=agent-planner",
            "--asktrail.internal.key-dir=" + keys
        };
        try (var service = SpringApplication.run(PlannerService.class, arguments)) {
            var url = URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
            var planner = service.getBean(AgentClients.class).create(PlannerAgent.class, "agent-planner", url);
            var call = new CallContext(
                    new Caller("asha", List.of(Role.ANALYST), List.of("*"), List.of(), List.of()),
                    Deadline.in(Duration.ofSeconds(10), Clock.systemUTC()),
                    "test-1");

            // When
            var outcome = planner.plan(call, new PlanRequest(task("roas").build(), List.of()));

            // Then
            assertThat(outcome).isEqualTo(outcomeOf(task("roas").build()));
            assertThat(service.getBean(PlannerAgent.class)).isInstanceOf(RulePlanner.class);
            assertPlaybooksAreServed(service.getBean(AgentClients.class), url, call);
        }
    }

    private static void assertPlaybooksAreServed(AgentClients clients, URI url, CallContext call) {
        var playbooks = clients.create(PlaybookAgent.class, "agent-planner", url);
        var why = task("spend")
                .intent(Intent.DIAGNOSTICS)
                .diagnosis(new Diagnosis(Diagnosis.Kind.CHANGE))
                .build();
        assertThat(playbooks.next(call, new PlaybookAgent.NextRequest(why, List.of())))
                .isInstanceOf(NextLook.Look.class);
    }
}
