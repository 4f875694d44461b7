package io.asktrail.files.format;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of one format under way. Its columns were named when it was opened; rows come one after the other, and {@link
 * #finish} ends it. What was not finished is no file.
 */
public interface RowWriter extends AutoCloseable {
    /** @param row cells in column order, of the types that the columns say */
    void add(List<@Nullable Object> row) throws IOException;

    /** Ends the file with what could be known only now. */
    void finish(Finish finish) throws IOException;

    /** Lets go of what is held; without {@link #finish} before, of a file that is thrown away. */
    @Override
    void close() throws IOException;

    /**
     * @param totals what all rows come to; null if nobody worked that out
     * @param cover what has to be known of the rows, where the format has a place for it
     */
    record Finish(@Nullable List<@Nullable Object> totals, Cover cover) {}
}
