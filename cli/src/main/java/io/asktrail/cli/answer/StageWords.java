package io.asktrail.cli.answer;

import java.nio.charset.StandardCharsets;

/** What the events on the way to an answer say. */
public final class StageWords {
    private StageWords() {}

    /** How many steps a plan has; none if it is not one. */
    public static int steps(String plan) {
        return JsonTree.parse(plan.getBytes(StandardCharsets.UTF_8))
                .map(node -> Math.toIntExact(Nodes.items(node, "steps").count()))
                .orElse(0);
    }
}
