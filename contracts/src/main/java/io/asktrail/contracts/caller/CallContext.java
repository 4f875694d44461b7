package io.asktrail.contracts.caller;

/**
 * What travels with every call to an agent: for whom, until when, and under which key a repetition is recognised.
 * In one process it is passed as it is; over HTTP it becomes an internal token and two headers, never a body field
 * that a receiver would have to believe.
 */
public record CallContext(Caller caller, Deadline deadline, String idempotencyKey) {}
