package io.asktrail.planner;

import io.asktrail.contracts.id.ToolRef;

/** The three things arithmetic is asked for. */
final class ComputeTools {
    static final ToolRef AGGREGATE = ToolRef.parse("compute.aggregate");
    static final ToolRef COMPARE = ToolRef.parse("compute.compare");
    static final ToolRef CONVERT = ToolRef.parse("compute.convert");

    private ComputeTools() {}
}
