package io.asktrail.composer.chart;

import org.jspecify.annotations.Nullable;

/**
 * What an axis of numbers measures.
 *
 * @param title empty where the legend says it
 * @param unit as in a table's column; null for a plain number
 */
public record Axis(String title, @Nullable String unit) {}
