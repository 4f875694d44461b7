package io.asktrail.router.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.RouterAgent;
import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.agent.VerifiedAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.verified.VerifiedChange;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.router.RouterService;
import io.asktrail.service.call.AgentClients;
import io.asktrail.service.token.KeyFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.json.JsonMapper;

/** The router as a process of its own with a database, called as the orchestrator calls it. */
class RouterServiceTest {
    private static final Question USUAL =
            new Question("the usual", LocalDate.of(2025, 8, 20), ZoneId.of("Asia/Kolkata"), Memory.EMPTY);

    private static CallContext admin() {
        return new CallContext(
                new Caller("ravi", List.of(Role.ADMIN), List.of("*"), List.of(), List.of()),
                Deadline.in(Duration.ofSeconds(20), Clock.systemUTC()),
                "test-1");
    }

    @Test
    void approvesOverHttpWhatIsThenRead(@TempDir Path keys) {
        // Given
        KeyFile.createIfAbsent(keys.resolve("agent-router.key"));
        var state = TestDatabase.settings("router_service_test");
        var arguments = new String[] {
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--asktrail.service=agent-router",
            "--asktrail.internal.key-dir=" + keys,
            "--asktrail.router.state.url=" + state.url(),
            "--asktrail.router.state.username=" + state.username(),
            "--asktrail.router.state.password=" + state.password()
        };
        try (var service = SpringApplication.run(RouterService.class, arguments)) {
            var url = URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
            var clients = service.getBean(AgentClients.class);
            var router = clients.create(RouterAgent.class, "agent-router", url);
            var desk = clients.create(VerifiedAgent.class, "agent-router", url);
            var task = JsonMapper.shared().readValue("{\"metrics\":[\"spend\"]}", TaskRequest.class);
            var before = router.interpret(admin(), USUAL);

            // When
            desk.approve(admin(), new VerifiedQuestion(new VerifiedId("usual"), List.of("the usual {time}"), task));
            var approved = router.interpret(admin(), USUAL);
            var listed = desk.list(admin());
            var removed = desk.remove(admin(), new VerifiedId("usual"));
            var after = router.interpret(admin(), USUAL);

            // Then
            assertThat(before).isInstanceOf(Reading.Unclear.class);
            assertThat(approved).isInstanceOfSatisfying(Reading.Understood.class, understood -> {
                assertThat(understood.by()).isEqualTo(Reading.By.VERIFIED);
                assertThat(understood.reader()).isEqualTo("usual");
                assertThat(understood.task().metrics()).containsExactly(new MetricId("spend"));
            });
            assertThat(listed).anySatisfy(vouched -> assertThat(vouched.by()).isEqualTo("ravi"));
            assertThat(removed.verified().id()).isEqualTo(new VerifiedId("usual"));
            assertThat(after).isInstanceOf(Reading.Unclear.class);
            assertThat(desk.changes(admin()))
                    .extracting(VerifiedChange::action)
                    .containsExactly(VerifiedChange.Action.REMOVED, VerifiedChange.Action.APPROVED);
        }
    }
}
