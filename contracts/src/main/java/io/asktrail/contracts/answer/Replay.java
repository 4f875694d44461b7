package io.asktrail.contracts.answer;

/**
 * A stored answer's task answered again, under today's registry and data.
 *
 * @param answer the new answer, which is kept under an id of its own
 * @param since what is other than in the stored one
 */
public record Replay(Answer answer, Since since) {}
