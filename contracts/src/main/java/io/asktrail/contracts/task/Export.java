package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The file that is wanted of an answer. */
public record Export(Format format) {
    /** File formats of agent-files. */
    public enum Format {
        @JsonProperty("csv")
        CSV,
        @JsonProperty("xlsx")
        XLSX,
        @JsonProperty("parquet")
        PARQUET
    }
}
