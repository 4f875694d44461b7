package io.asktrail.files.rows;

import io.asktrail.contracts.table.Column;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows one after the other, as the one whose file it becomes may have them. */
public interface RowSource extends AutoCloseable {
    List<Column> columns();

    /** When they were read; null for rows that were at hand, whose answer says it. */
    @Nullable
    Instant readAt();

    /** The next row, cells in column order; null after the last. */
    @Nullable
    List<@Nullable Object> next();

    /** What all rows come to; null if nobody worked that out. */
    @Nullable
    List<@Nullable Object> totals();

    /** What there is to say of them; to be asked for after the last row. */
    Ending ending();

    @Override
    void close();

    /**
     * @param truncated whether there were more rows
     * @param query what ran; null for rows that were at hand
     * @param remarks sentences about them
     */
    record Ending(boolean truncated, @Nullable String query, List<String> remarks) {
        public Ending {
            remarks = List.copyOf(remarks);
        }
    }
}
