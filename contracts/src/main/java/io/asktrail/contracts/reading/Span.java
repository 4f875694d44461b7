package io.asktrail.contracts.reading;

/**
 * A part of the question that was used.
 *
 * @param from first character, as an index into the question's UTF-16 code units
 * @param to one past the last character
 * @param role what it was used as: {@code metric}, {@code dimension}, {@code entity}, {@code time}, {@code compare},
 *     {@code filter}, {@code order}, {@code limit}, {@code grain}, {@code intent}, …
 * @param id what it became: a registry id, a value, a range
 */
public record Span(int from, int to, String text, String role, String id) {}
