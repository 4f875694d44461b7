package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The file that is wanted of an answer.
 *
 * @param rows null for the rows that the answer shows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Export(Format format, @Nullable Rows rows) {
    /** Of the rows that the answer shows. */
    public Export(Format format) {
        this(format, null);
    }

    /** Which rows, where it is not those that the answer shows. */
    public enum Rows {
        /** The single rows of the table behind the metrics, such as order lines, instead of groups of them. */
        @JsonProperty("raw")
        RAW
    }

    /** File formats of agent-files. */
    public enum Format {
        @JsonProperty("csv")
        CSV("csv", "text/csv;charset=utf-8"),
        @JsonProperty("xlsx")
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        @JsonProperty("parquet")
        PARQUET("parquet", "application/vnd.apache.parquet");

        private final String extension;
        private final String contentType;

        Format(String extension, String contentType) {
            this.extension = extension;
            this.contentType = contentType;
        }

        /** What a file's name ends with, without the dot. */
        public String extension() {
            return extension;
        }

        /** The media type that a file is sent as. */
        public String contentType() {
            return contentType;
        }
    }
}
