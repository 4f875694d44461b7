package io.asktrail.orchestrator.faults;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.orchestrator.OrchestratorService;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.postgres.TemporaryPostgres;
import io.asktrail.service.token.InternalTokens;
import io.asktrail.service.token.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The orchestrator as a service of this process, with a database of its own or a shared one. */
public final class RunningOrchestrator implements AutoCloseable {
    private static final Path KEYS = keys();
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private RunningOrchestrator(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** With a database that nobody else has. */
    static RunningOrchestrator start(String agents, String... settings) {
        return start(freshDatabase(), agents, _ -> {}, settings);
    }

    /**
     * @param agents the address of all agents
     * @param beans what is put in the place of its own
     * @param settings {@code name=value}; {@code asktrail.agents.…} without a value leaves an agent to the beans
     */
    static RunningOrchestrator start(
            String database,
            String agents,
            ApplicationContextInitializer<ConfigurableApplicationContext> beans,
            String... settings) {
        var server = TemporaryPostgres.shared();
        var user = server.superuser();
        var all = new HashMap<String, Object>(Map.of(
                "asktrail.service", "orchestrator",
                "server.port", "0",
                "asktrail.internal.key-dir", KEYS.toString(),
                "asktrail.state.url", server.jdbcUrl(database),
                "asktrail.state.username", user.user(),
                "asktrail.state.password", user.password(),
                "logging.level.root", "error"));
        StubAgents.NAMES.forEach(agent -> all.put("asktrail.agents.%s.url".formatted(agent), agents));
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            if (parts[1].isEmpty()) {
                all.remove(parts[0]);
            } else {
                all.put(parts[0], parts[1]);
            }
        }
        var application = new SpringApplication(OrchestratorService.class);
        application.setDefaultProperties(all);
        application.addInitializers(beans);
        return new RunningOrchestrator(application.run());
    }

    static String freshDatabase() {
        var name = "faults_" + DATABASES.incrementAndGet();
        var server = TemporaryPostgres.shared();
        server.ensureDatabase(name, server.superuser().user());
        return name;
    }

    /** A day that nobody has asked for, so that nothing of the answer is kept anywhere. */
    static LocalDate freshDay() {
        return LocalDate.of(2025, 11, 15).minusDays(DAYS.incrementAndGet() % 1_000);
    }

    /** Spend and net sales of a day by channel, as anybody of that name with all rights. */
    HttpResponse<String> query(String sub, LocalDate day) {
        return begin(sub, day).join();
    }

    CompletableFuture<HttpResponse<String>> begin(String sub, LocalDate day) {
        return HTTP.sendAsync(request(sub, day), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String sub, LocalDate day) {
        return to("/orchestrator/v1/query", sub)
                .POST(HttpRequest.BodyPublishers.ofString(body(day)))
                .build();
    }

    private HttpRequest.Builder to(String path, String sub) {
        return to(path, new Caller(sub, List.of(Role.ADMIN), List.of("*"), List.of(), List.of()));
    }

    private HttpRequest.Builder to(String path, Caller caller) {
        var token =
                context.getBean(InternalTokens.class).towards("orchestrator").mint(caller);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port(), path)))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static String body(LocalDate day) {
        return """
            {"metrics":["spend","net_sales"],"group_by":["channel"],"time":{"start":"%1$s","end":"%1$s"}}\
            """.formatted(day);
    }

    /** The answer; fails on anything that is none. */
    Answer answer(LocalDate day) {
        return answer(query("asha", day));
    }

    static Answer answer(HttpResponse<String> reply) {
        if (reply.statusCode() != 200) {
            throw new IllegalStateException("HTTP %d: %s".formatted(reply.statusCode(), reply.body()));
        }
        return StubAgents.JSON.readValue(reply.body(), Answer.class);
    }

    /**
     * A request as this caller.
     *
     * @param path with what follows a question mark
     * @param headers names and values in turn
     */
    public HttpResponse<String> send(
            Caller caller, String method, String path, @Nullable String body, String... headers) {
        var request = to(path, caller)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private int port() {
        return Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    /** How the runs of this orchestrator's database stand, oldest first. */
    List<String> runs() {
        return context.getBean(StateDatabase.class)
                .jdbc()
                .sql("select status from runs order by created_at")
                .query(String.class)
                .list();
    }

    /** How many results of steps its database has for others. */
    int keptResults() {
        return context.getBean(StateDatabase.class)
                .jdbc()
                .sql("select count(*) from step_results")
                .query(Integer.class)
                .single();
    }

    /** The events of a run, as its owner is sent them from its beginning to its end. */
    String events(String sub, String run) {
        var request = to("/orchestrator/v1/runs/" + run, sub)
                .header("Accept", "text/event-stream")
                .GET()
                .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .join()
                .body();
    }

    /** The same question, to go on without its caller; the run's id. */
    String beginRun(String sub, LocalDate day) {
        var request = to("/orchestrator/v1/query", sub)
                .POST(HttpRequest.BodyPublishers.ofString(body(day).replaceFirst("}$", ",\"wait\":false}")))
                .build();
        var reply =
                HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
        return StubAgents.JSON.readTree(reply.body()).get("id").asString();
    }

    private static Path keys() {
        try {
            var folder = Files.createTempDirectory("keys");
            var names = new ArrayList<>(
                    StubAgents.NAMES.stream().map(agent -> "agent-" + agent).toList());
            names.add("orchestrator");
            names.forEach(name -> KeyFile.createIfAbsent(folder.resolve(name + ".key")));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
