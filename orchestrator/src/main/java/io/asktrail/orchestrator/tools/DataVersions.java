package io.asktrail.orchestrator.tools;

import io.asktrail.registry.tool.ToolDefinition;

/** Which state of its data an agent answers from: a kept result holds as long as this stays. */
@FunctionalInterface
public interface DataVersions {
    /** Equal as long as nothing was loaded; never waits for an agent that was asked before. */
    String of(ToolDefinition.Agent agent);
}
