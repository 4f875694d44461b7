package io.asktrail.files.rows;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.RowLine;
import io.asktrail.contracts.table.Column;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a stream, read as they come. A stream that ends without saying that it is whole is a failure. */
public final class StreamedRows implements RowSource {
    private final InputStream stream;
    private final JsonParser parser;
    private final RowLine.Head head;
    private RowLine.@Nullable End end;
    private long read;

    /** Takes the stream over: it is closed with this, and at once if its first line is none. */
    public StreamedRows(InputStream stream, JsonMapper json) {
        this.stream = stream;
        this.parser = json.createParser(stream);
        try {
            this.head = line(RowLine.Head.class);
        } catch (RuntimeException broken) {
            close();
            throw broken;
        }
    }

    @Override
    public List<Column> columns() {
        return head.columns();
    }

    @Override
    public Instant readAt() {
        return head.readAt();
    }

    @Override
    public @Nullable List<@Nullable Object> next() {
        if (end != null) {
            return null;
        }
        try {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                read++;
                return row();
            }
        } catch (JacksonException | DateTimeException broken) {
            throw cutOff(broken);
        }
        end = lineHere(RowLine.End.class);
        if (end.rows() != read) {
            throw cutOff(new IllegalStateException("%d rows came of %d".formatted(read, end.rows())));
        }
        return null;
    }

    @Override
    public @Nullable List<@Nullable Object> totals() {
        return null;
    }

    @Override
    public Ending ending() {
        var last = Objects.requireNonNull(end, "asked for before the last row");
        return new Ending(
                last.truncated(),
                last.query(),
                last.notes().stream().map(Note::text).toList());
    }

    @Override
    public void close() {
        try (stream) {
            parser.close();
        } catch (IOException | JacksonException _) {
            // What was to be read was read, or its failure is on its way.
        }
    }

    private List<@Nullable Object> row() {
        var cells = new ArrayList<@Nullable Object>(head.columns().size());
        for (var column : head.columns()) {
            var token = parser.nextToken();
            cells.add(token == JsonToken.VALUE_NULL ? null : cell(column));
        }
        if (parser.nextToken() != JsonToken.END_ARRAY) {
            throw cutOff(new IllegalStateException("a row has more cells than columns"));
        }
        return cells;
    }

    private Object cell(Column column) {
        return switch (column.type()) {
            case TEXT -> parser.getString();
            case NUMBER -> parser.getDecimalValue();
            case DATE -> LocalDate.parse(parser.getString());
        };
    }

    private <T extends RowLine> T line(Class<T> wanted) {
        try {
            parser.nextToken();
        } catch (JacksonException broken) {
            throw cutOff(broken);
        }
        return lineHere(wanted);
    }

    private <T extends RowLine> T lineHere(Class<T> wanted) {
        if (parser.currentToken() == null) {
            throw cutOff(new IllegalStateException("the stream has no end"));
        }
        RowLine line;
        try {
            line = parser.readValueAs(RowLine.class);
        } catch (JacksonException broken) {
            throw cutOff(broken);
        }
        if (line instanceof RowLine.Failed(var code, var reason)) {
            throw new SuiteException(code, reason);
        }
        if (!wanted.isInstance(line)) {
            throw cutOff(new IllegalStateException("a line stands where it may not"));
        }
        return wanted.cast(line);
    }

    private static SuiteException cutOff(Exception cause) {
        return new SuiteException(
                ErrorCode.AGENT_DOWN, "The rows broke off on their way, so no file was written: try again.", cause);
    }
}
