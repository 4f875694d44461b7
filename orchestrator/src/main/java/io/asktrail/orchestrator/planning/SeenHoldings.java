package io.asktrail.orchestrator.planning;

import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.agent.DataAgent.ValueRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.plan.Holdings;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.schema.TableDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the data agents hold, as far as a caller may see it. An agent that does not answer leaves its numbers unknown: an
 * estimate is no reason to fail.
 */
public record SeenHoldings(Map<String, DateRange> daysByTitle, Map<DimensionId, Long> valueCounts) implements Holdings {
    private static final Logger log = LoggerFactory.getLogger(SeenHoldings.class);

    /** Of a dimension with more values than this it is only known that they are many. */
    private static final int MOST_VALUES = 20_000;

    public SeenHoldings {
        daysByTitle = Map.copyOf(daysByTitle);
        valueCounts = Map.copyOf(valueCounts);
    }

    /** Of what a task groups or counts by. */
    public static SeenHoldings of(CallContext call, List<DataAgent> agents, TaskSpec task, Registry registry) {
        var dimensions = new TreeSet<>(task.groupBy());
        task.calculations().stream()
                .map(Calculation::of)
                .filter(Objects::nonNull)
                .forEach(dimensions::add);
        return by(call, agents, dimensions, registry);
    }

    /** @param dimensions those whose values are to be counted */
    private static SeenHoldings by(
            CallContext call, List<DataAgent> agents, Set<DimensionId> dimensions, Registry registry) {
        var days = new HashMap<String, DateRange>();
        for (var agent : agents) {
            tryOr(List.<Freshness>of(), () -> agent.freshness(call)).forEach(fresh -> {
                if (fresh.coveredFrom() != null && fresh.coveredTo() != null) {
                    days.put(fresh.source(), new DateRange(fresh.coveredFrom(), fresh.coveredTo()));
                }
            });
        }
        var access = registry.accessOf(call.caller());
        var counts = new HashMap<DimensionId, Long>();
        dimensions.stream()
                .filter(dimension -> registry.findDimension(dimension)
                        .filter(found -> found.fed())
                        .isPresent())
                .forEach(dimension ->
                        count(call, agents, dimension, access).ifPresent(count -> counts.put(dimension, count)));
        return new SeenHoldings(days, counts);
    }

    private static OptionalLong count(CallContext call, List<DataAgent> agents, DimensionId dimension, Access access) {
        var values = new HashSet<String>();
        for (var agent : agents) {
            var feed = tryOr(
                    Optional.<DataAgent.ValueFeed>empty(),
                    () -> Optional.of(agent.values(call, new ValueRequest(dimension, MOST_VALUES))));
            if (feed.isEmpty() || !feed.get().complete()) {
                return OptionalLong.empty();
            }
            feed.get().values().stream()
                    .filter(value -> access.allRegions()
                            || value.regions().isEmpty()
                            || value.regions().stream().anyMatch(access.regions()::contains))
                    .forEach(value -> values.add(value.value()));
        }
        return OptionalLong.of(values.size());
    }

    private static <T> T tryOr(T otherwise, java.util.function.Supplier<T> ask) {
        try {
            return ask.get();
        } catch (SuiteException away) {
            log.atDebug().addKeyValue("code", away.code()).log("holdings not known");
            return otherwise;
        }
    }

    @Override
    public Optional<DateRange> daysOf(TableDefinition table) {
        return Optional.ofNullable(daysByTitle.get(table.title()));
    }

    @Override
    public OptionalLong valuesOf(DimensionId dimension) {
        var count = valueCounts.get(dimension);
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }
}
