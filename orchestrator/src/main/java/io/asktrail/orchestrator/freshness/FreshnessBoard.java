package io.asktrail.orchestrator.freshness;

import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.orchestrator.freshness.SourceFreshness.State;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import io.asktrail.registry.tool.ToolDefinition;
import io.asktrail.registry.tool.ToolDefinition.Agent;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the agents with sources how fresh they are, all at once, and does not wait long for any. */
public final class FreshnessBoard {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    // Days come at night: the one before the last may be all there is until the morning.
    private static final int DAYS_OF_GRACE = 2;

    private final CurrentRegistry registries;
    private final SortedMap<Agent, DataAgent> agents;
    private final Clock clock;
    private final Executor beside = Executors.newVirtualThreadPerTaskExecutor();

    FreshnessBoard(CurrentRegistry registries, Map<Agent, DataAgent> agents, Clock clock) {
        this.registries = registries;
        this.agents = new TreeMap<>(agents);
        this.clock = clock;
    }

    /** Every table of every source, as its agent tells it now. */
    public List<SourceFreshness> of(Caller caller) {
        var registry = registries.get();
        var today = today();
        var asked = agents.entrySet().stream()
                .map(agent -> CompletableFuture.supplyAsync(
                        () -> sources(agent.getKey(), agent.getValue(), caller, registry, today), beside))
                .toList();
        var agent = agents.keySet().iterator();
        return asked.stream()
                .flatMap(one -> settled(one, agent.next(), registry))
                .toList();
    }

    /** The day that counts as today where the business is. */
    public LocalDate today() {
        return LocalDate.now(
                clock.withZone(registries.get().calendar().definition().tz()));
    }

    private static Stream<SourceFreshness> settled(
            CompletableFuture<List<SourceFreshness>> asked, Agent agent, Registry registry) {
        try {
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).stream();
        } catch (TimeoutException | ExecutionException silent) {
            return silent(agent, registry, State.UNKNOWN).stream();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SuiteException(ErrorCode.CANCELLED, "The caller went away, so the work was stopped.", stopped);
        }
    }

    private List<SourceFreshness> sources(
            Agent agent, DataAgent source, Caller caller, Registry registry, LocalDate today) {
        try {
            var call = new CallContext(
                    caller, Deadline.in(PATIENCE, clock), UUID.randomUUID().toString());
            return source.freshness(call).stream()
                    .map(fresh -> told(fresh, registry, today))
                    .toList();
        } catch (SuiteException failure) {
            var isThere = failure.code() == ErrorCode.SOURCE_DOWN || failure.code() == ErrorCode.SOURCE_CHANGED;
            return silent(agent, registry, isThere ? State.FAILING : State.UNKNOWN);
        }
    }

    private static SourceFreshness told(Freshness fresh, Registry registry, LocalDate today) {
        var to = fresh.coveredTo();
        var isBehind = to == null || to.isBefore(today.minusDays(DAYS_OF_GRACE));
        return new SourceFreshness(
                toolOf(fresh.source(), registry),
                fresh.source(),
                to,
                fresh.provisionalFrom(),
                fresh.loadedAt(),
                isBehind ? State.BEHIND : State.OK);
    }

    // Agents tell tables by their titles; what reads a table is whatever has its connection.
    private static @Nullable String toolOf(String title, Registry registry) {
        return registry.tables().values().stream()
                .filter(table -> table.title().equals(title))
                .flatMap(table -> registry.tools().values().stream()
                        .filter(tool -> table.connection().equals(tool.connectionRef())))
                .map(tool -> tool.id().value())
                .findFirst()
                .orElse(null);
    }

    private static List<SourceFreshness> silent(Agent agent, Registry registry, State state) {
        return registry.tools().values().stream()
                .filter(tool -> tool.agent() == agent)
                .map((ToolDefinition tool) ->
                        new SourceFreshness(tool.id().value(), tool.purpose(), null, null, null, state))
                .toList();
    }
}
