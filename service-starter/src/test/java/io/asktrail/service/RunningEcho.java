package io.asktrail.service;

import io.asktrail.service.token.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The echo service on a free port, with a key of its own and one for a service that is somewhere else. */
@SpringBootTest(
        classes = EchoService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "asktrail.service=agent-echo")
public abstract class RunningEcho {
    protected static final Path KEYS = keys();

    @LocalServerPort
    protected int port;

    protected Web web = new Web(0);

    @Autowired
    protected Environment environment;

    @DynamicPropertySource
    static void keyDir(DynamicPropertyRegistry properties) {
        properties.add("asktrail.internal.key-dir", () -> KEYS);
    }

    @BeforeEach
    void connect() {
        web = new Web(port);
    }

    private static Path keys() {
        try {
            var folder = Files.createTempDirectory("keys");
            KeyFile.createIfAbsent(folder.resolve("agent-echo.key"));
            KeyFile.createIfAbsent(folder.resolve("agent-other.key"));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
