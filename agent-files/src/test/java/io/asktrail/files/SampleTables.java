package io.asktrail.files;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns and rows for the tests of writers. */
public final class SampleTables {
    public static final List<Column> COLUMNS = List.of(
            new Column("order_id", "Order", ColumnType.TEXT, null),
            new Column("date", "Date", ColumnType.DATE, null),
            new Column("net_sales", "Net sales", ColumnType.NUMBER, "INR"),
            new Column("acos", "ACOS", ColumnType.NUMBER, "percent"),
            new Column("units", "Units", ColumnType.NUMBER, "count"));

    private SampleTables() {}

    /** A row from texts: a day as ISO, numbers as decimals, null for an empty cell. */
    public static List<@Nullable Object> row(
            @Nullable String id,
            @Nullable String date,
            @Nullable String sales,
            @Nullable String acos,
            @Nullable String units) {
        return new ArrayList<>(Arrays.asList(
                id, date == null ? null : LocalDate.parse(date), number(sales), number(acos), number(units)));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
