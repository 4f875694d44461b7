package io.asktrail.gateway.pages;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of several kinds that are told apart by a value, not by which properties they have: as all of those may be absent, one
 * thing fits several kinds, and {@code oneOf} would refuse it.
 */
final class Kinds {
    private static final String EXACTLY_ONE = "oneOf";
    private static final String AT_LEAST_ONE = "anyOf";
    private static final String TOLD_APART = "discriminator";

    private Kinds() {}

    /** Lets kinds overlap wherever the document does not say how they are told apart. */
    static void mayOverlapIn(JsonNode described) {
        if (described instanceof ObjectNode object && object.has(EXACTLY_ONE) && !object.has(TOLD_APART)) {
            object.set(AT_LEAST_ONE, object.remove(EXACTLY_ONE));
        }
        for (var inner : described.values()) {
            mayOverlapIn(inner);
        }
    }
}
