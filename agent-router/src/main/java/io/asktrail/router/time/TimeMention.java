package io.asktrail.router.time;

/** Words about time: the lexemes from {@code from} up to, not including, {@code to}. */
public record TimeMention(int from, int to, TimeMeaning meaning) {}
