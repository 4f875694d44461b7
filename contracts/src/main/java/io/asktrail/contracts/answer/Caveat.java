package io.asktrail.contracts.answer;

/** Something to know before passing the number on. */
public record Caveat(String code, String text) {}
