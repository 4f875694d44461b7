package io.asktrail.orchestrator.runs;

import io.asktrail.contracts.error.ErrorCode;

/** @param detail a sentence a person can act on */
public record RunFailure(ErrorCode code, String detail) {}
