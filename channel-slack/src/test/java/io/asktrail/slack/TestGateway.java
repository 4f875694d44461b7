package io.asktrail.slack;

import io.asktrail.service.channel.FrontDoor;
import io.asktrail.testkit.slack.FakeSlack;
import io.asktrail.testkit.slack.SlackSender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A process with this channel in it, and the service behind a stub. */
final class TestGateway implements AutoCloseable {
    static final String ASHA = "U0ASHA001";
    static final String RAVI = "U0RAVI001";
    static final String MAYA = "U0MAYA001";
    static final String NOBODY = "U0NOBODY1";

    private static final String PEOPLE = """
            workspaces:
              - team: %s
                contact: Priya in data
                people:
                  - {user: %s, sub: asha, roles: [analyst], regions: ["*"]}
                  - {user: %s, sub: ravi, roles: [viewer], regions: [Delhi]}
                  - {mail: Maya@example.com, sub: maya, roles: [viewer], regions: [Goa]}
                channels:
                  - channel: %s
                    open_to: {roles: [viewer, analyst], regions: ["*"]}
            """.formatted(SlackSender.TEAM, ASHA, RAVI, FakeSlack.OPEN_CHANNEL);

    private final ConfigurableApplicationContext context;

    private TestGateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static TestGateway start(FakeSlack slack, StubAsktrail asktrail, String... settings) {
        var all = new LinkedHashMap<String, String>();
        all.put("server.port", "0");
        all.put("asktrail.service", "gateway");
        all.put("asktrail.slack.api-url", slack.url() + "/api/");
        all.put("asktrail.slack.signing-secret", "file:" + written("signing", SlackSender.SECRET + "\n"));
        all.put("asktrail.slack.bot-token", "file:" + written("token", FakeSlack.TOKEN + "\n"));
        all.put("asktrail.slack.people", written("people", PEOPLE).toString());
        all.put("asktrail.slack.drain", "1s");
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        var application = new SpringApplication(Main.class);
        // Not the stub itself, which would be closed with the first gateway of several.
        application.addInitializers(
                started -> ((GenericApplicationContext) started).registerBean(FrontDoor.class, () -> asktrail::as));
        return new TestGateway(application.run(all.entrySet().stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new)));
    }

    static Path written(String name, String text) {
        try {
            var file = Files.createTempFile("slack-" + name, ".txt");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Main {}
}
