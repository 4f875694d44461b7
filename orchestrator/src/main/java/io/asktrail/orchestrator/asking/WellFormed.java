package io.asktrail.orchestrator.asking;

/**
 * A question that has words, of a bearable length, with the conversation it belongs to.
 *
 * @param begins whether the conversation was made for it, so that nobody can have said anything in it
 */
record WellFormed(String text, String conversationId, boolean begins) {}
