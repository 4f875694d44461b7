package io.asktrail.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.ComputeAgent;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.service.call.AgentClients;
import io.asktrail.service.token.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The agent in a process of its own gives what it gives in ours. */
@SpringBootTest(
        classes = ComputeService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "asktrail.service=agent-compute")
class HttpComputeTest {
    @LocalServerPort
    private int port;

    @Autowired
    private AgentClients clients;

    @Autowired
    private ComputeAgent logic;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("asktrail.internal.key-dir", HttpComputeTest::keyDir);
    }

    private static Path keyDir() {
        try {
            var folder = Files.createTempDirectory("keys");
            KeyFile.createIfAbsent(folder.resolve("agent-compute.key"));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void answersOverHttpAsInOneProcess() {
        // Given
        var remote = clients.create(ComputeAgent.class, "agent-compute", URI.create("http://127.0.0.1:" + port));
        var inputs = Steps.joined("campaign")
                .formulas("blended_roas=net_sales/spend")
                .build();
        var request = Shop.request(
                inputs,
                Shop.table("campaign spend\n A 3.30\n B 0"),
                Shop.table("campaign net_sales\n A 10.05\n C 12345678901234567.10"));

        // When
        var answer = (StepResult.Rows) remote.compute(Shop.call(), request);

        // Then
        var local = (StepResult.Rows) logic.compute(Shop.call(), request);
        assertThat(answer.table()).isEqualTo(local.table());
        assertThat(answer.notes()).isEqualTo(local.notes()).isNotEmpty();
    }
}
