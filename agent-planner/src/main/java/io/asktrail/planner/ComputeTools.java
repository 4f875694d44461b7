package io.asktrail.planner;

import io.asktrail.contracts.id.ToolRef;

/** The two things arithmetic is asked for. */
final class ComputeTools {
    static final ToolRef AGGREGATE = ToolRef.parse("compute.aggregate");
    static final ToolRef COMPARE = ToolRef.parse("compute.compare");

    private ComputeTools() {}
}
