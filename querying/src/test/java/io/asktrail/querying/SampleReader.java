package io.asktrail.querying;

import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.querying.session.Connections;
import io.asktrail.registry.tool.ToolDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/** Both sample agents behind one call; each request goes to the one whose tool it names. */
public final class SampleReader {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T06:00:00Z"), ZoneOffset.UTC);

    private final TableReader ads;
    private final TableReader shop;

    public SampleReader(int maxResultRows) {
        this(maxResultRows, SampleTables.connections());
    }

    public SampleReader(int maxResultRows, Connections connections) {
        var registry = SampleRegistry.make(maxResultRows);
        ads = TableReader.open(
                new ServedTools(ToolDefinition.Agent.ADS, Set.of(ToolDefinition.Kind.API)),
                () -> registry,
                connections,
                CLOCK);
        shop = TableReader.open(
                new ServedTools(ToolDefinition.Agent.SALES, Set.of(ToolDefinition.Kind.SQL)),
                () -> registry,
                connections,
                CLOCK);
    }

    public StepResult fetch(Caller caller, DataAgent.FetchRequest request) {
        return fetch(caller, request, Duration.ofSeconds(10));
    }

    public StepResult fetch(Caller caller, DataAgent.FetchRequest request, Duration left) {
        var agent = request.tool().tool().value().startsWith("ads") ? ads : shop;
        return agent.fetch(call(caller, left), request);
    }

    TableReader ads() {
        return ads;
    }

    TableReader shop() {
        return shop;
    }

    public static CallContext call(Caller caller, Duration left) {
        return new CallContext(caller, Deadline.in(left, CLOCK), "key");
    }
}
