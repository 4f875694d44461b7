package io.asktrail.router;

import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.agent.DataAgent.Value;
import io.asktrail.contracts.agent.DataAgent.ValueFeed;
import io.asktrail.contracts.agent.DataAgent.ValueRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.dimension.DimensionDefinition;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the data agents for the values they hold, in the background, again and again. Until the first feed is in, the
 * values that the registry knows are understood; a source that cannot be asked leaves what it gave before.
 */
final class ValueFeedRefresher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ValueFeedRefresher.class);

    private final CurrentRegistry registry;
    private final VocabularyStore vocabulary;
    private final Supplier<List<? extends DataAgent>> sources;
    private final FeedProperties settings;
    private final Clock clock;
    private final Map<DimensionId, Map<Integer, ValueFeed>> held = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("router-values").factory());

    ValueFeedRefresher(
            CurrentRegistry registry,
            VocabularyStore vocabulary,
            Supplier<List<? extends DataAgent>> sources,
            FeedProperties settings,
            Clock clock) {
        this.registry = registry;
        this.vocabulary = vocabulary;
        this.sources = sources;
        this.settings = settings;
        this.clock = clock;
    }

    void start() {
        timer.execute(this::round);
    }

    private void round() {
        var complete = false;
        try {
            complete = refresh();
        } catch (RuntimeException broken) {
            LOG.atWarn().setCause(broken).log("values not refreshed");
        } finally {
            Duration pause = complete ? settings.every() : settings.retry();
            timer.schedule(this::round, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** One round over all sources and dimensions; false if a source could not be asked. */
    boolean refresh() {
        var complete = true;
        var changed = false;
        var agents = sources.get();
        for (var dimension : registry.get().dimensions().values()) {
            for (var n = 0; dimension.fed() && n < agents.size(); n++) {
                var known = held.getOrDefault(dimension.id(), Map.of()).get(n);
                var feed = ask(agents.get(n), dimension, known == null ? null : known.version());
                complete &= feed != null;
                // What the source did not send again is still right.
                if (feed != null && (known == null || !feed.isStill(known.version()))) {
                    held.computeIfAbsent(dimension.id(), _ -> new HashMap<>()).put(n, feed);
                    changed = true;
                }
            }
        }
        if (changed) {
            var together = together();
            vocabulary.feed(together);
            LOG.atDebug().addKeyValue("dimensions", together.size()).log("values refreshed");
        }
        return complete;
    }

    private @Nullable ValueFeed ask(DataAgent agent, DimensionDefinition dimension, @Nullable String known) {
        try {
            var feed = agent.values(service(), new ValueRequest(dimension.id(), settings.limit(), known));
            if (!feed.complete()) {
                LOG.atWarn().addKeyValue("dimension", dimension.id()).log("values cut at the limit");
            }
            return feed;
        } catch (RuntimeException unreachable) {
            LOG.atInfo().addKeyValue("dimension", dimension.id()).log("values not to be had just now");
            return null;
        }
    }

    // The index holds every value with its regions; what a caller may see is decided at each question.
    private CallContext service() {
        var caller = new Caller(RouterService.NAME, List.of(Role.ADMIN), List.of("*"), List.of(), List.of());
        return new CallContext(
                caller,
                Deadline.in(settings.patience(), clock),
                UUID.randomUUID().toString());
    }

    private Map<DimensionId, List<Value>> together() {
        var all = new HashMap<DimensionId, List<Value>>();
        held.forEach((dimension, bySource) -> {
            var merged = new LinkedHashMap<String, Value>();
            bySource.values()
                    .forEach(feed -> feed.values()
                            .forEach(value -> merged.merge(value.value(), value, ValueFeedRefresher::merge)));
            if (!merged.isEmpty()) {
                all.put(dimension, List.copyOf(merged.values()));
            }
        });
        return all;
    }

    private static Value merge(Value a, Value b) {
        // A value that one source shows to all is for all to see.
        var regions =
                a.regions().isEmpty() || b.regions().isEmpty() ? List.<String>of() : union(a.regions(), b.regions());
        return new Value(a.value(), union(a.aliases(), b.aliases()), regions);
    }

    private static List<String> union(List<String> a, List<String> b) {
        var both = new LinkedHashSet<>(a);
        both.addAll(b);
        return new ArrayList<>(both);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
