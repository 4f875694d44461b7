package io.asktrail.querying;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.querying.session.Connections;
import io.asktrail.registry.Registry;
import io.asktrail.registry.tool.ToolDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tools of one agent: those that name it, of the kinds that it has code for. */
public record ServedTools(ToolDefinition.Agent agent, Set<ToolDefinition.Kind> kinds) {
    public ServedTools {
        kinds = Set.copyOf(kinds);
    }

    Stream<ToolDefinition> in(Registry registry) {
        return registry.tools().values().stream().filter(tool -> tool.agent() == agent);
    }

    /** @throws SuiteException if the tool is another agent's, or of a kind that no code here serves */
    ToolDefinition tool(Registry registry, ToolRef ref) {
        var tool = registry.tool(ref.tool());
        if (tool.agent() != agent || !kinds.contains(tool.kind())) {
            throw new SuiteException(
                    ErrorCode.UNKNOWN_TOOL, "%s does not serve the tool '%s'.".formatted(agent.serviceName(), ref));
        }
        return tool;
    }

    /**
     * Refuses a registry whose tools of this agent could never be called, all faults at once: better at the start than at
     * the first question.
     */
    public void check(Registry registry) {
        var faults =
                in(registry).flatMap(tool -> faultsOf(tool, registry).stream()).toList();
        refuse(faults);
    }

    /**
     * Refuses tools that promise what their database cannot do. What is not connected yet is found out at its first use.
     */
    void checkRowPolicies(Registry registry, Connections connections) {
        var faults = in(registry)
                .filter(ToolDefinition::rls)
                .flatMap(tool -> Stream.ofNullable(tool.connectionRef())
                        .flatMap(ref -> connections.known(ref).stream())
                        .filter(engine -> !engine.hasRowPolicies())
                        .map(engine -> "the tool '%s' says rls: true, and %s closes no rows itself: write rls: false"
                                .formatted(tool.id(), engine.title())))
                .toList();
        refuse(faults);
    }

    private void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new SuiteException(
                    ErrorCode.BROKEN_INVARIANT,
                    "%s cannot serve the registry: %s.".formatted(agent.serviceName(), String.join("; ", faults)));
        }
    }

    private List<String> faultsOf(ToolDefinition tool, Registry registry) {
        var faults = new ArrayList<String>();
        if (!kinds.contains(tool.kind())) {
            faults.add("no code serves the tool '%s' of kind %s".formatted(tool.id(), tool.kind()));
        }
        if (tool.connectionRef() == null) {
            faults.add("the tool '%s' has no connection_ref".formatted(tool.id()));
        }
        for (var capability : tool.capabilities()) {
            if (!capability.runsTemplates()
                    && (capability.table() == null || !registry.tables().containsKey(capability.table()))) {
                faults.add("the capability '%s.%s' reads no known table".formatted(tool.id(), capability.name()));
            }
        }
        return faults;
    }
}
