package io.asktrail.files.rows;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.Table;
import io.asktrail.guardrails.masking.Masking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a source as their reader may have them: personal data are hidden before a byte is written. */
public final class MaskedRows implements RowSource {
    private static final int AT_ONCE = 1_000;

    private final RowSource rows;
    private final Masking masking;
    private Iterator<List<@Nullable Object>> ready =
            List.<List<@Nullable Object>>of().iterator();

    public MaskedRows(RowSource rows, Masking masking) {
        this.rows = rows;
        this.masking = masking;
    }

    @Override
    public List<Column> columns() {
        return rows.columns();
    }

    @Override
    public @Nullable Instant readAt() {
        return rows.readAt();
    }

    @Override
    public @Nullable List<@Nullable Object> next() {
        if (!ready.hasNext()) {
            var more = new ArrayList<List<@Nullable Object>>(AT_ONCE);
            while (more.size() < AT_ONCE) {
                var row = rows.next();
                if (row == null) {
                    break;
                }
                more.add(row);
            }
            ready = masking.table(new Table(rows.columns(), more)).rows().iterator();
        }
        return ready.hasNext() ? ready.next() : null;
    }

    @Override
    public @Nullable List<@Nullable Object> totals() {
        return rows.totals();
    }

    @Override
    public Ending ending() {
        var plain = rows.ending();
        return new Ending(
                plain.truncated(),
                masking.textOrNull(plain.query()),
                plain.remarks().stream().map(masking::text).toList());
    }

    @Override
    public void close() {
        rows.close();
    }
}
