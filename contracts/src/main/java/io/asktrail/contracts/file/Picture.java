package io.asktrail.contracts.file;

/** A drawn chart, as PNG. */
public record Picture(byte[] png) {}
