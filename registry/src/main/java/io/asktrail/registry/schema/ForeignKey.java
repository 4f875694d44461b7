package io.asktrail.registry.schema;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A column that names a row of another table by that table's key: many rows here, one there. */
public record ForeignKey(
        String column,
        TableId references,
        @JsonProperty("references_column") String referencesColumn) {}
