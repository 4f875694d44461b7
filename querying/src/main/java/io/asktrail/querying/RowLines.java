package io.asktrail.querying;

import io.asktrail.contracts.result.RowLine;
import io.asktrail.contracts.table.Column;
import io.asktrail.querying.statement.BuiltStatement;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the lines of a stream of rows. */
final class RowLines implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final JsonGenerator out;
    private final BuiltStatement statement;
    private final Places places;
    private long rows;
    private boolean truncated;

    RowLines(OutputStream stream, BuiltStatement statement, Places places) {
        this.places = places;
        this.out = JSON.createGenerator(stream);
        this.statement = statement;
    }

    /** Whoever asked for the rows has closed their end. */
    static final class NobodyReads extends RuntimeException {
        NobodyReads(JacksonException cause) {
            super("the reader of the rows is gone", cause);
        }
    }

    void write(RowLine line) {
        try {
            out.writePOJO(line);
            out.writeRaw('\n');
        } catch (JacksonException gone) {
            throw new NobodyReads(gone);
        }
    }

    void row(Record row) {
        if (!places.takes(row)) {
            return;
        }
        if (rows == statement.mostRows()) {
            truncated = true;
            return;
        }
        rows++;
        try {
            out.writeStartArray();
            for (var i = 0; i < statement.columns().size(); i++) {
                cell(statement.columns().get(i), row.get(i));
            }
            out.writeEndArray();
            out.writeRaw('\n');
        } catch (JacksonException gone) {
            throw new NobodyReads(gone);
        }
    }

    private void cell(Column column, @Nullable Object raw) {
        switch (raw == null ? null : TableShaper.exact(column, raw)) {
            case null -> out.writeNull();
            case BigDecimal number -> out.writeNumber(number);
            // Days and moments in the form of ISO.
            case Object other -> out.writeString(other.toString());
        }
    }

    long rows() {
        return rows;
    }

    /** Whether the source had a row more than may be given. */
    boolean truncated() {
        return truncated;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (JacksonException gone) {
            throw new NobodyReads(gone);
        }
    }
}
