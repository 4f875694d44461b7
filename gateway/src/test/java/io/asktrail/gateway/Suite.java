package io.asktrail.gateway;

import io.asktrail.gateway.login.LocalTokens;
import io.asktrail.service.channel.FrontDoor;
import io.asktrail.service.token.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** The gateway and a fake orchestrator on free ports, in one process or as if in two. */
final class Suite implements AutoCloseable {
    private static final String GATEWAY = "io.asktrail.gateway.";

    private final List<ConfigurableApplicationContext> processes = new ArrayList<>();
    private final Path folder;

    private Suite() {
        try {
            folder = Files.createTempDirectory("gateway");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        KeyFile.createIfAbsent(folder.resolve("orchestrator.key"));
    }

    static Suite inOneProcess(String... settings) {
        var suite = new Suite();
        suite.start(Together.class, "asktrail.service=local", settings);
        return suite;
    }

    /** One process with something else inside. */
    static Suite around(Class<?> inside, String... settings) {
        var suite = new Suite();
        suite.start(inside, "asktrail.service=local", settings);
        return suite;
    }

    static Suite inTwoProcesses(String... settings) {
        var suite = new Suite();
        suite.startOrchestrator();
        suite.startAnotherGateway(settings);
        return suite;
    }

    /** A gateway beside those that there are, before the same orchestrator. */
    void startAnotherGateway(String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.add("asktrail.gateway.orchestrator-url=http://127.0.0.1:" + port(processes.getFirst()));
        start(GatewayService.class, "asktrail.service=gateway", all.toArray(String[]::new));
    }

    /** Stops it as the end of its process does. */
    void stopOldestGateway() {
        processes.remove(1).close();
    }

    List<Integer> gatewayPorts() {
        return processes.stream().skip(1).map(Suite::port).toList();
    }

    /** The next process is given another key for the orchestrator than it has itself. */
    static Suite withDifferentKeys() {
        var suite = new Suite();
        var port = suite.startOrchestrator();
        try {
            Files.delete(suite.folder.resolve("orchestrator.key"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        KeyFile.createIfAbsent(suite.folder.resolve("orchestrator.key"));
        suite.start(
                GatewayService.class,
                "asktrail.service=gateway",
                "asktrail.gateway.orchestrator-url=http://127.0.0.1:" + port);
        return suite;
    }

    /** A gateway whose orchestrator is not there. */
    static Suite withNobodyInside() {
        var suite = new Suite();
        suite.start(
                GatewayService.class,
                "asktrail.service=gateway",
                "asktrail.gateway.orchestrator-url=http://127.0.0.1:1");
        return suite;
    }

    private int startOrchestrator() {
        start(
                Orchestrator.class,
                "asktrail.service=orchestrator",
                "spring.autoconfigure.exclude="
                        + String.join(
                                ",",
                                GATEWAY + "channel.ChannelAutoConfiguration",
                                GATEWAY + "login.LoginAutoConfiguration",
                                GATEWAY + "limits.LimitAutoConfiguration",
                                GATEWAY + "pages.PageAutoConfiguration",
                                GATEWAY + "routes.RouteAutoConfiguration",
                                GATEWAY + "socket.SocketAutoConfiguration"));
        return port();
    }

    private void start(Class<?> main, String name, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--" + name,
                "--server.port=0",
                "--asktrail.internal.key-dir=" + folder,
                "--asktrail.gateway.key-file=" + folder.resolve("outside.key")));
        for (var setting : settings) {
            arguments.add("--" + setting);
        }
        processes.add(SpringApplication.run(main, arguments.toArray(String[]::new)));
    }

    /** The port of what was started last: the gateway. */
    int port() {
        return port(processes.getLast());
    }

    private static int port(ConfigurableApplicationContext process) {
        return process.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    LocalTokens tokens() {
        return LocalTokens.open(folder.resolve("outside.key"), Clock.systemUTC());
    }

    FrontDoor frontDoor() {
        return processes.getLast().getBean(FrontDoor.class);
    }

    byte[] outsideKey() {
        KeyFile.createIfAbsent(folder.resolve("outside.key"));
        return KeyFile.read(folder.resolve("outside.key"));
    }

    @Override
    public void close() {
        processes.reversed().forEach(ConfigurableApplicationContext::close);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(FakeOrchestrator.class)
    static class Together {}

    /** The module's class path has Spring Security on it, which a real orchestrator's has not. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(FakeOrchestrator.class)
    static class Orchestrator {
        @Bean
        SecurityFilterChain none(HttpSecurity http) {
            return http.csrf(AbstractHttpConfigurer::disable)
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }
}
