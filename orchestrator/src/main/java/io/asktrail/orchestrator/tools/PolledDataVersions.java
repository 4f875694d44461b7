package io.asktrail.orchestrator.tools;

import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.registry.tool.ToolDefinition.Agent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Versions from what the agents say of their freshness. The first question waits for it, a moment at most: an agent that
 * does not even say this must not use up a question's time. Later ones take what is known and have it looked up again
 * beside them.
 */
final class PolledDataVersions implements DataVersions {
    private static final Logger log = LoggerFactory.getLogger(PolledDataVersions.class);
    private static final Duration CURRENT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Caller NOBODY = new Caller("asktrail", List.of(), List.of(), List.of(), List.of());
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final String UNKNOWN = "unknown";

    private final Map<Agent, DataAgent> agents;
    private final Clock clock;
    private final Map<Agent, Known> known = new ConcurrentHashMap<>();
    private final Map<Agent, CompletableFuture<String>> firsts = new ConcurrentHashMap<>();
    private final Executor beside = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Agent, AtomicBoolean> lookingUp = new EnumMap<>(Agent.class);

    private record Known(String version, Instant at) {}

    PolledDataVersions(Map<Agent, DataAgent> agents, Clock clock) {
        this.agents = Map.copyOf(agents);
        this.clock = clock;
        agents.keySet().forEach(agent -> lookingUp.put(agent, new AtomicBoolean()));
    }

    @Override
    public String of(Agent agent) {
        @Nullable DataAgent source = agents.get(agent);
        if (source == null) {
            return "";
        }
        @Nullable Known seen = known.get(agent);
        if (seen == null) {
            return first(agent, source);
        }
        if (seen.at.plus(CURRENT).isBefore(clock.instant())) {
            lookUpBeside(agent, source);
        }
        return seen.version;
    }

    // All who come before the first reply wait for the same one.
    private String first(Agent agent, DataAgent source) {
        var looking =
                firsts.computeIfAbsent(agent, _ -> CompletableFuture.supplyAsync(() -> lookUp(agent, source), beside));
        try {
            return looking.get(FIRST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            known.putIfAbsent(agent, new Known(UNKNOWN, clock.instant()));
            return UNKNOWN;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SuiteException(ErrorCode.CANCELLED, "The caller went away, so the work was stopped.", stopped);
        }
    }

    private void lookUpBeside(Agent agent, DataAgent source) {
        var busy = lookingUp.get(agent);
        if (busy != null && busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("data-version").start(() -> {
                try {
                    lookUp(agent, source);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private String lookUp(Agent agent, DataAgent source) {
        try {
            var call = new CallContext(NOBODY, Deadline.in(PATIENCE, clock), "data-version");
            var version = source.freshness(call).stream()
                    .map(fresh -> "%s %s %s %s"
                            .formatted(fresh.source(), fresh.coveredFrom(), fresh.coveredTo(), fresh.loadedAt()))
                    .sorted()
                    .toList()
                    .toString();
            known.put(agent, new Known(version, clock.instant()));
            return version;
        } catch (RuntimeException away) {
            log.atDebug().setCause(away).addKeyValue("agent", agent).log("data version not known");
            return known.computeIfAbsent(agent, _ -> new Known(UNKNOWN, clock.instant())).version;
        }
    }
}
