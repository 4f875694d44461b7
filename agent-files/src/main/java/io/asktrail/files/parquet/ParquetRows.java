package io.asktrail.files.parquet;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.files.format.Cover;
import io.asktrail.files.format.RowWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Parquet with numbers as decimals and dates as dates. Which decimals is known only after the last row, so rows are kept
 * as texts in a database of this file's own, on disk, and become a Parquet file at the end: no digit is ever lost.
 */
public final class ParquetRows implements RowWriter {
    private static final String MEMORY = "256MB";

    private final Path target;
    private final List<Column> columns;
    private final List<String> names;
    private final List<Digits> digits;
    private final Path workplace;
    private final DuckDBConnection database;
    private final DuckDBAppender rows;

    public ParquetRows(Path target, List<Column> columns) throws IOException {
        this.target = target;
        this.columns = List.copyOf(columns);
        this.names = names(columns);
        this.digits = columns.stream().map(_ -> new Digits()).toList();
        this.workplace = Files.createTempDirectory(target.toAbsolutePath().getParent(), ".parquet-");
        try {
            this.database = Workplace.open(workplace, MEMORY);
            this.rows = begin();
        } catch (SQLException | RuntimeException broken) {
            clear();
            throw new IOException("the workplace of a Parquet file cannot be set up", broken);
        }
    }

    // Two columns of one name could not be told apart by their readers.
    private static List<String> names(List<Column> columns) {
        var taken = new HashSet<String>();
        return columns.stream()
                .map(column -> {
                    var name = column.id();
                    for (var n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
                        name = column.id() + "_" + n;
                    }
                    return name;
                })
                .toList();
    }

    private DuckDBAppender begin() throws SQLException {
        var list = IntStream.range(0, columns.size())
                .mapToObj(i -> "c%d %s".formatted(i, columns.get(i).type() == ColumnType.DATE ? "DATE" : "VARCHAR"))
                .collect(Collectors.joining(", "));
        try (var statement = database.createStatement()) {
            statement.execute("CREATE TABLE staged (%s)".formatted(list));
        }
        return database.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "staged");
    }

    @Override
    public void add(List<@Nullable Object> row) throws IOException {
        try {
            rows.beginRow();
            for (var i = 0; i < row.size(); i++) {
                append(i, row.get(i));
            }
            rows.endRow();
        } catch (SQLException broken) {
            throw new IOException("a row cannot be kept", broken);
        }
    }

    private void append(int column, @Nullable Object cell) throws SQLException {
        switch (cell) {
            case null -> rows.appendNull();
            case BigDecimal number -> {
                digits.get(column).see(number);
                rows.append(number.toPlainString());
            }
            case java.time.LocalDate date -> rows.append(date);
            default -> rows.append(cell.toString());
        }
    }

    /** Totals are left out: whoever adds the column up would count everything twice. */
    @Override
    public void finish(Finish finish) throws IOException {
        try {
            rows.close();
            try (var statement = database.createStatement()) {
                statement.execute(
                        "COPY (SELECT %s FROM staged) TO %s (FORMAT parquet, COMPRESSION zstd, KV_METADATA {%s})"
                                .formatted(selected(), Workplace.text(target.toString()), metadata(finish.cover())));
            }
        } catch (SQLException broken) {
            throw new IOException("the rows cannot be written as Parquet", broken);
        }
    }

    private String selected() {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "%s AS %s".formatted(expression(i), Workplace.name(names.get(i))))
                .collect(Collectors.joining(", "));
    }

    private String expression(int column) {
        return columns.get(column).type() == ColumnType.NUMBER
                ? digits.get(column).cast("c" + column)
                : "c" + column;
    }

    // What the file says of itself, for readers that look at it.
    private static String metadata(Cover cover) {
        var said = cover.lines().stream()
                .map(line -> line.heading().isEmpty() ? "  " + line.text() : line.heading() + ": " + line.text())
                .collect(Collectors.joining("\n"));
        return "asktrail: " + Workplace.text(said);
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
            database.close();
        } catch (SQLException broken) {
            throw new IOException("the workplace of a Parquet file cannot be closed", broken);
        } finally {
            clear();
        }
    }

    private void clear() throws IOException {
        try (var all = Files.walk(workplace)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
