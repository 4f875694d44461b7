package io.asktrail.planner;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.registry.tool.Capability;
import io.asktrail.registry.tool.ToolDefinition;
import java.util.List;

/** A capability of a data agent, with the tool it belongs to. */
record Source(ToolDefinition tool, Capability capability) {
    static final DimensionId CHANNEL = new DimensionId("channel");

    ToolRef ref() {
        return new ToolRef(tool.id(), capability.name());
    }

    /** Whether none of these ad channels is unknown to it. */
    boolean coversChannels(List<String> channels) {
        return capability.channels().isEmpty() || capability.channels().containsAll(channels);
    }
}
