package io.asktrail.orchestrator.asking;

/** A question that has words, of a bearable length, with the conversation it belongs to. */
record WellFormed(String text, String conversationId) {}
