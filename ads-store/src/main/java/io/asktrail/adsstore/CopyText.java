package io.asktrail.adsstore;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Writes rows in the text form of PostgreSQL's COPY, in pieces: the memory it takes does not grow with the report. */
final class CopyText {
    private static final int PIECE = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder pending = new StringBuilder(PIECE + 4_096);

    CopyText(CopyIn copy) {
        this.copy = copy;
    }

    void row(List<@Nullable Object> cells) throws SQLException {
        for (var i = 0; i < cells.size(); i++) {
            if (i > 0) {
                pending.append('\t');
            }
            cell(cells.get(i));
        }
        pending.append('\n');
        if (pending.length() >= PIECE) {
            send();
        }
    }

    void end() throws SQLException {
        send();
        copy.endCopy();
    }

    private void send() throws SQLException {
        var bytes = pending.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        pending.setLength(0);
    }

    private void cell(@Nullable Object value) {
        if (value == null) {
            pending.append("\\N");
            return;
        }
        var text = value.toString();
        for (var i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
    }

    private void character(char c) {
        switch (c) {
            case '\\' -> pending.append("\\\\");
            case '\t' -> pending.append("\\t");
            case '\n' -> pending.append("\\n");
            case '\r' -> pending.append("\\r");
            case '\0' -> {} // no text of PostgreSQL's may hold it
            default -> pending.append(c);
        }
    }
}
