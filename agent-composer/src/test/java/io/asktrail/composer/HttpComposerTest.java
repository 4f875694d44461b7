package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.ComposerAgent;
import io.asktrail.contracts.agent.ComposerAgent.DrawRequest;
import io.asktrail.contracts.answer.PictureFormat;
import io.asktrail.contracts.answer.PictureSize;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.Role;
import io.asktrail.service.call.AgentClients;
import io.asktrail.service.token.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The agent in a process of its own gives what it gives in ours. */
@SpringBootTest(
        classes = ComposerService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "asktrail.service=agent-composer")
class HttpComposerTest {
    @LocalServerPort
    private int port;

    @Autowired
    private AgentClients clients;

    @Autowired
    private ComposerAgent logic;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("asktrail.internal.key-dir", HttpComposerTest::keyDir);
    }

    private static Path keyDir() {
        try {
            var folder = Files.createTempDirectory("keys");
            KeyFile.createIfAbsent(folder.resolve("agent-composer.key"));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void answersOverHttpAsInOneProcess() {
        // Given
        var remote = clients.create(ComposerAgent.class, "agent-composer", URI.create("http://127.0.0.1:" + port));
        var task = Run.ask("spend").groupBy(List.of(Run.dimension("channel"))).build();
        var request = new Run(task)
                .gave(Run.table("channel spend\n SP 12345678.05\n SB -\n SD 3\n = - 12345681.05"))
                .request();

        // When
        var answer = remote.compose(Run.by(Role.ADMIN), request);

        // Then
        var local = logic.compose(Run.by(Role.ADMIN), request);
        assertThat(answer.text()).isEqualTo(local.text());
        assertThat(answer.figures()).isEqualTo(local.figures());
        assertThat(answer.table()).isEqualTo(local.table());
        assertThat(answer.method()).isEqualTo(local.method());
        assertThat(answer.followups()).isEqualTo(local.followups());
        var json = JsonMapper.builder().build();
        assertThat(json.writeValueAsString(answer.chart())).isEqualTo(json.writeValueAsString(local.chart()));
    }

    @Test
    void speaksHindiAndDrawsOverHttpAsInOneProcess() {
        // Given
        var remote = clients.create(ComposerAgent.class, "agent-composer", URI.create("http://127.0.0.1:" + port));
        var task = Run.ask("spend").groupBy(List.of(Run.dimension("channel"))).build();
        var request =
                new Run(task).gave(Run.table("channel spend\n SP 300\n SB 100")).request();
        var call = Run.by(Role.ADMIN).in(Language.HINDI);

        // When
        var answer = remote.compose(call, request);
        var draw = new DrawRequest(
                Objects.requireNonNull(answer.chart()), PictureFormat.SVG, new PictureSize(640, null, 1));
        var picture = remote.draw(call, draw);

        // Then
        assertThat(answer.text()).isEqualTo(logic.compose(call, request).text()).contains("में सबसे ज़्यादा");
        assertThat(picture.picture()).isEqualTo(logic.draw(call, draw).picture());
    }
}
