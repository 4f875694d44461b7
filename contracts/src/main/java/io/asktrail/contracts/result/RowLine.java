package io.asktrail.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.table.Column;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a stream of rows that is no row. A stream is JSON values, one a line: a {@link Head}, each row as an array of
 * cells in column order, and an {@link End} or a {@link Failed}. One without either was cut off.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "line")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RowLine.Head.class, name = "head"),
    @JsonSubTypes.Type(value = RowLine.End.class, name = "end"),
    @JsonSubTypes.Type(value = RowLine.Failed.class, name = "failed")
})
public sealed interface RowLine {
    /** @param readAt when the source was asked */
    record Head(
            List<Column> columns, @JsonProperty("read_at") Instant readAt) implements RowLine {
        public Head {
            columns = List.copyOf(columns);
        }
    }

    /**
     * @param truncated whether there were more rows than may be given
     * @param query what ran, for the trail
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record End(
            long rows,
            boolean truncated,
            String query,
            @Nullable Freshness freshness,
            List<Note> notes) implements RowLine {
        public End {
            notes = List.copyOf(notes);
        }
    }

    /** @param reason a sentence a person can act on */
    record Failed(ErrorCode code, String reason) implements RowLine {}
}
