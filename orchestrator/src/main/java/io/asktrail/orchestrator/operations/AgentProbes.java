package io.asktrail.orchestrator.operations;

import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.orchestrator.operations.OperationsView.AgentState;
import io.asktrail.orchestrator.operations.OperationsView.Health;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks all agents at once whether they are there, and waits a second. One of another process is asked for its health; one
 * with data is asked how fresh they are, wherever it is, so that a source that is down is seen behind an agent that is up.
 */
final class AgentProbes {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int NANOS_IN_A_MILLI = 1_000_000;

    private final List<String> names;
    private final Map<String, URI> addresses;
    private final Map<String, DataAgent> sources;
    private final Clock clock;
    private final Executor beside = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .executor(beside)
            .build();

    /**
     * @param names all agents, in the order in which a question meets them
     * @param addresses of those in other processes
     * @param sources those with data
     */
    AgentProbes(List<String> names, Map<String, URI> addresses, Map<String, DataAgent> sources, Clock clock) {
        this.names = List.copyOf(names);
        this.addresses = Map.copyOf(addresses);
        this.sources = Map.copyOf(sources);
        this.clock = clock;
    }

    List<AgentState> ask(Caller caller) {
        var asked = names.stream()
                .map(name -> CompletableFuture.supplyAsync(() -> state(name, caller), beside)
                        .completeOnTimeout(silent(name), PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private AgentState state(String name, Caller caller) {
        @Nullable DataAgent source = sources.get(name);
        @Nullable URI address = addresses.get(name);
        if (source != null) {
            return timed(name, () -> fresh(source, caller));
        }
        return address == null
                ? new AgentState(name, Health.UP, null, "in this process")
                : timed(name, () -> healthy(address));
    }

    private static AgentState silent(String name) {
        return new AgentState(name, Health.DOWN, null, "no reply within %d ms".formatted(PATIENCE.toMillis()));
    }

    private static AgentState timed(String name, Callable<@Nullable String> question) {
        var began = System.nanoTime();
        try {
            var trouble = question.call();
            var took = (System.nanoTime() - began) / NANOS_IN_A_MILLI;
            return new AgentState(name, trouble == null ? Health.UP : Health.DOWN, took, trouble);
        } catch (SuiteException failure) {
            return new AgentState(name, Health.DOWN, null, failure.forCaller());
        } catch (IOException away) {
            return new AgentState(name, Health.DOWN, null, "cannot be reached");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new AgentState(name, Health.UNKNOWN, null, null);
        } catch (Exception unforeseen) {
            return new AgentState(
                    name, Health.UNKNOWN, null, unforeseen.getClass().getSimpleName());
        }
    }

    private @Nullable String fresh(DataAgent source, Caller caller) {
        source.freshness(new CallContext(
                caller, Deadline.in(PATIENCE, clock), UUID.randomUUID().toString()));
        return null;
    }

    private @Nullable String healthy(URI address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/health"))
                .timeout(PATIENCE)
                .GET()
                .build();
        var status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        return status == 200 ? null : "its health answers with HTTP %d".formatted(status);
    }
}
