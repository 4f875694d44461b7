package io.asktrail.contracts.diagnosis;

import java.util.List;

/**
 * One round of a diagnosis, as its scratchpad has it.
 *
 * @param round from 1
 * @param thought why it looked
 * @param looks what it looked at, as dimensions: empty names for the whole
 * @param seen what came of each look, a sentence each, in the same order
 */
public record Thought(int round, String thought, List<String> looks, List<String> seen) {
    public Thought {
        looks = List.copyOf(looks);
        seen = List.copyOf(seen);
    }
}
