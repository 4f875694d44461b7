package io.asktrail.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One difference between what the registry says of a database and what is there.
 *
 * @param connection the name of the connection, as schemas write it
 * @param table as {@code schema.table}
 * @param column null where the whole table is meant
 * @param expected what the registry says, e.g. a type; null if it says nothing
 * @param found what is there; null if nothing is
 * @param likely what it is probably called now; null if nothing there is like it
 * @param metrics those that cannot be worked out for it, the derived ones too
 * @param dimensions those that rows of some source cannot be split by for it
 * @param sentence all of this for a person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SchemaDrift(
        Kind kind,
        String connection,
        String table,
        @Nullable String column,
        @Nullable String expected,
        @Nullable String found,
        @Nullable String likely,
        List<MetricId> metrics,
        List<DimensionId> dimensions,
        String sentence) {
    /** What kind of difference. */
    public enum Kind {
        @JsonProperty("table_gone")
        TABLE_GONE(true),
        @JsonProperty("table_closed")
        TABLE_CLOSED(true),
        @JsonProperty("table_new")
        TABLE_NEW(false),
        @JsonProperty("column_gone")
        COLUMN_GONE(true),
        @JsonProperty("column_closed")
        COLUMN_CLOSED(true),
        @JsonProperty("column_retyped")
        COLUMN_RETYPED(true),
        @JsonProperty("column_new")
        COLUMN_NEW(false),
        @JsonProperty("values_changed")
        VALUES_CHANGED(false),
        @JsonProperty("unreachable")
        UNREACHABLE(true);

        private final boolean breaking;

        Kind(boolean breaking) {
            this.breaking = breaking;
        }

        /** Whether a question may fail for it. */
        public boolean isBreaking() {
            return breaking;
        }
    }

    public SchemaDrift {
        metrics = metrics == null ? List.of() : List.copyOf(metrics);
        dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
    }
}
