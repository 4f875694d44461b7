package io.asktrail.registry.schema;

import io.asktrail.contracts.id.DimensionId;

/** Rows are seen by those whose claim lists the row's value of the dimension, e.g. {@code regions} opens {@code geo}. */
public record RowFilter(Claim claim, DimensionId dimension) {
    /** Claims that open rows. */
    public enum Claim {
        @com.fasterxml.jackson.annotation.JsonProperty("regions")
        REGIONS
    }
}
