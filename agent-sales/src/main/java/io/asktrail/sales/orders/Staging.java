package io.asktrail.sales.orders;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.asktrail.copy.CopyText;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends a file's lines to the database as they are read, cleaned or set aside, and counts them. */
final class Staging {
    private final CopyText copy;
    private final LineCleaner cleaner;
    private final SortedMap<String, Long> setAside = new TreeMap<>();
    private long read;
    private long kept;

    Staging(CopyText copy, LineCleaner cleaner) {
        this.copy = copy;
        this.cleaner = cleaner;
    }

    void takeAll(Iterator<CsvRecord> lines) throws SQLException {
        while (lines.hasNext()) {
            take(lines.next());
        }
        copy.end();
    }

    long read() {
        return read;
    }

    long kept() {
        return kept;
    }

    SortedMap<String, Long> setAside() {
        return setAside;
    }

    private void take(CsvRecord raw) throws SQLException {
        read++;
        switch (cleaner.clean(raw.getFields())) {
            case LineCleaner.Outcome.Clean(var line) -> {
                kept++;
                send(raw.getStartingLineNumber(), line);
            }
            case LineCleaner.Outcome.SetAside(var reason) -> {
                setAside.merge(reason, 1L, Long::sum);
                sendAside(raw, reason);
            }
        }
    }

    private void send(long fileLine, OrderLine line) throws SQLException {
        copy.row(
                fileLine,
                null,
                null,
                line.orderId(),
                line.date(),
                line.sku(),
                line.style(),
                line.category(),
                line.size(),
                line.asin(),
                line.state(),
                line.city(),
                line.postalCode(),
                line.status(),
                line.fulfilment(),
                line.salesChannel(),
                line.serviceLevel(),
                line.courierStatus(),
                line.quantity(),
                line.currency(),
                line.amount().toPlainString(),
                line.b2b(),
                line.promotions());
    }

    private void sendAside(CsvRecord raw, String reason) throws SQLException {
        var cells = new @Nullable Object[23];
        cells[0] = raw.getStartingLineNumber();
        cells[1] = reason;
        cells[2] = String.join("\t", raw.getFields());
        copy.row(cells);
    }
}
