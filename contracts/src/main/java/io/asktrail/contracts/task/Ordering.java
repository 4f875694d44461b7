package io.asktrail.contracts.task;

import io.asktrail.contracts.id.FieldId;

/** Which rows come first. */
public record Ordering(FieldId field, Direction direction) {}
