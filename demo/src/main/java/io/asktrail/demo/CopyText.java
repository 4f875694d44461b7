package io.asktrail.demo;

import io.asktrail.demo.ads.Measures;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in the text format of COPY. Values are the demo's own words, so nothing in them needs escaping. */
final class CopyText {
    private final StringBuilder text = new StringBuilder(1 << 16);

    CopyText put(String value) {
        text.append(value).append('\t');
        return this;
    }

    CopyText put(long value) {
        text.append(value).append('\t');
        return this;
    }

    CopyText put(@Nullable Long value) {
        return value == null ? put("\\N") : put(value.longValue());
    }

    CopyText put(LocalDate value) {
        text.append(value).append('\t');
        return this;
    }

    CopyText money(long paise) {
        text.append(paise / 100).append('.');
        long rest = paise % 100;
        if (rest < 10) {
            text.append('0');
        }
        text.append(rest).append('\t');
        return this;
    }

    CopyText put(Measures measures) {
        return put(measures.impressions())
                .put(measures.clicks())
                .money(measures.costPaise())
                .money(measures.salesPaise())
                .put(measures.orders())
                .put(measures.units())
                .put(measures.ntbOrders());
    }

    void endRow() {
        text.setCharAt(text.length() - 1, '\n');
    }

    /** Sends what was put and forgets it; says how many rows it was. */
    long into(String table, Connection connection) throws SQLException, IOException {
        if (text.isEmpty()) {
            return 0;
        }
        var copying = connection.unwrap(PGConnection.class).getCopyAPI();
        long rows = copying.copyIn("COPY " + table + " FROM STDIN", new StringReader(text.toString()), 1 << 16);
        text.setLength(0);
        return rows;
    }

    /** As {@link #into}, for a table that is secured by rows: COPY cannot write to one, so another table stands between. */
    long intoSecured(String table, Connection connection) throws SQLException, IOException {
        var incoming = "incoming_" + table.replace('.', '_');
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE IF NOT EXISTS %s (LIKE %s) ON COMMIT DELETE ROWS"
                    .formatted(incoming, table));
            long rows = into(incoming, connection);
            statement.executeUpdate("INSERT INTO %s SELECT * FROM %s".formatted(table, incoming));
            return rows;
        }
    }
}
