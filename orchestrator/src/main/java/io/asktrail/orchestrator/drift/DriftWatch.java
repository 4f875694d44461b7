package io.asktrail.orchestrator.drift;

import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.agent.DataAgent.ValueRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.DimensionDefinition;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every source after the start, each night and when it is told to. It reports and changes nothing: what is open to
 * whom is the registry's to say, whatever a database holds.
 */
public final class DriftWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DriftWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_VALUES = 1_000;

    private final CurrentRegistry registries;
    private final Map<String, DataAgent> agents;
    private final ValueSnapshots snapshots;
    private final DriftProperties settings;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("drift").factory());
    private volatile @Nullable DriftReport last;

    /** @param agents those with sources, by the name that reports call them */
    DriftWatch(
            CurrentRegistry registries,
            Map<String, DataAgent> agents,
            ValueSnapshots snapshots,
            DriftProperties settings,
            Clock clock) {
        this.registries = registries;
        this.agents = Map.copyOf(agents);
        this.snapshots = snapshots;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins to look by itself. */
    public void start() {
        timer.scheduleWithFixedDelay(
                this::lookQuietly,
                settings.afterStart().toMillis(),
                settings.every().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void lookQuietly() {
        try {
            var report = look(true);
            if (report.breaking() > 0) {
                log.atWarn()
                        .addKeyValue("breaking", report.breaking())
                        .addKeyValue("registry_version", report.registryVersion())
                        .log("sources have drifted from the registry");
            }
        } catch (RuntimeException failed) {
            // Thrown on, it would end the watch for good without a word.
            log.atWarn().setCause(failed).log("drift not looked for");
        }
    }

    /** The last look; empty before the first. */
    public Optional<DriftReport> last() {
        return Optional.ofNullable(last);
    }

    /** Looks now. The values that were kept stay as they are, so that a change is told until the night's look. */
    public DriftReport lookNow() {
        return look(false);
    }

    private DriftReport look(boolean keepValues) {
        var registry = registries.get();
        var found = new ArrayList<SchemaDrift>();
        agents.forEach((name, agent) -> {
            found.addAll(schemas(name, agent));
            registry.dimensions().values().stream()
                    .filter(dimension -> dimension.fed() && !isPersonal(registry, dimension))
                    .forEach(dimension ->
                            values(name, agent, dimension, keepValues).ifPresent(found::add));
        });
        found.sort(Comparator.comparing(
                (SchemaDrift difference) -> !difference.kind().isBreaking()));
        var report = DriftReport.of(clock.instant(), registry.version(), found);
        last = report;
        return report;
    }

    private List<SchemaDrift> schemas(String name, DataAgent agent) {
        try {
            return agent.drift(call());
        } catch (RuntimeException away) {
            log.atInfo().addKeyValue("agent", name).log("agent not asked for drift");
            return List.of(new SchemaDrift(
                    SchemaDrift.Kind.UNREACHABLE,
                    name,
                    "",
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    "agent-%s cannot be asked just now.".formatted(name)));
        }
    }

    private Optional<SchemaDrift> values(String name, DataAgent agent, DimensionDefinition dimension, boolean keep) {
        try {
            var feed = agent.values(call(), new ValueRequest(dimension.id(), MOST_VALUES));
            if (!feed.complete() || feed.values().isEmpty()) {
                return Optional.empty();
            }
            var now = feed.values().stream().map(DataAgent.Value::value).toList();
            var change = snapshots
                    .of(dimension.id(), name)
                    .flatMap(before -> ValueChange.between(dimension.id(), name, before, now));
            if (keep || snapshots.of(dimension.id(), name).isEmpty()) {
                snapshots.keep(dimension.id(), name, now);
            }
            return change;
        } catch (RuntimeException away) {
            // The look at the schemas has said already what is wrong.
            log.atDebug().addKeyValue("dimension", dimension.id()).log("values not looked at");
            return Optional.empty();
        }
    }

    // Values of people are kept nowhere but at their source.
    private static boolean isPersonal(Registry registry, DimensionDefinition dimension) {
        return dimension.columns().stream()
                .anyMatch(binding -> registry.table(binding.table()).columns().stream()
                        .filter(column -> column.name().equals(binding.column())
                                || column.name().equals(binding.key())
                                || column.name().equals(binding.title()))
                        .anyMatch(column -> column.pii() != null));
    }

    private CallContext call() {
        var caller = new Caller("orchestrator", List.of(Role.ADMIN), List.of("*"), List.of(), List.of());
        return new CallContext(
                caller, Deadline.in(PATIENCE, clock), UUID.randomUUID().toString());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
