package io.asktrail.composer.chart;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kinds of picture. What data gives which is decided in {@link ChartWriter}. */
public enum Shape {
    /** A number or a few, written large. */
    @JsonProperty("number")
    NUMBER,
    /** Members side by side, lying down so that their names can be read. */
    @JsonProperty("bar")
    BAR,
    /** Points over time. */
    @JsonProperty("line")
    LINE,
    /** Points over time, and points ahead within the range they are likely to fall in. */
    @JsonProperty("forecast")
    FORECAST,
    /** Several numbers of each member, one under the other. */
    @JsonProperty("grouped")
    GROUPED,
    /** Parts of each member, end to end. */
    @JsonProperty("stacked")
    STACKED,
    /** Two numbers of each member against each other. */
    @JsonProperty("scatter")
    SCATTER,
    /** From one number to another by the parts of the change. */
    @JsonProperty("waterfall")
    WATERFALL
}
