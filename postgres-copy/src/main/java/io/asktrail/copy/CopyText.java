package io.asktrail.copy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows in the text form of PostgreSQL's COPY, in pieces: the memory it takes does not grow with the file. A connection
 * has one at a time, and can do nothing else until it was ended or given up.
 */
public final class CopyText {
    private static final int PIECE = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder pending = new StringBuilder(PIECE + 4_096);

    private CopyText(CopyIn copy) {
        this.copy = copy;
    }

    /** @param target a table with its columns in brackets, as the statement has it */
    public static CopyText into(Connection connection, String target) throws SQLException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        return new CopyText(copies.copyIn("COPY " + target + " FROM STDIN"));
    }

    /** @param cells in the order of the columns, each as its text says; the character zero is left out of them */
    public void row(@Nullable Object... cells) throws SQLException {
        for (var i = 0; i < cells.length; i++) {
            if (i > 0) {
                pending.append('\t');
            }
            cell(cells[i]);
        }
        pending.append('\n');
        if (pending.length() >= PIECE) {
            send();
        }
    }

    public void end() throws SQLException {
        send();
        copy.endCopy();
    }

    /** Leaves it, with nothing copied; without effect once it was ended. */
    public void giveUp() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
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
