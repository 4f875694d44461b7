package io.asktrail.querying;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.registry.schema.TableDefinition;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Copies the files of a table into a database file of DuckDB's, checked against the schema registry. */
final class FileCopy {
    private final String ref;
    private final TableDefinition table;
    private final TableFiles files;

    FileCopy(String ref, TableDefinition table, TableFiles files) {
        this.ref = ref;
        this.table = table;
        this.files = files;
    }

    /**
     * @param folder the only one that is read
     * @param database a file that is not there yet; its table {@code rows} holds the copy
     * @throws SuiteException if the files are not as the schema file says; which column, never which value
     */
    void into(Path database, Path folder, Map<String, String> limits) throws SQLException {
        try (var jdbc = Sandbox.open(database.toString(), folder, limits)) {
            var columns = new FileColumns(table);
            var select =
                    switch (files.format()) {
                        case CSV -> {
                            refuseMisfits(jdbc, columns);
                            yield columns.ofTexts();
                        }
                        case PARQUET -> columns.ofTyped(types(jdbc));
                    };
            // Prepared: the driver tells what is wrong with such a statement alone.
            try (var copy =
                    jdbc.prepareStatement("create table rows as select %s from %s".formatted(select, reading()))) {
                copy.execute();
            }
        } catch (SQLException e) {
            throw new SuiteException(
                    ErrorCode.SOURCE_DOWN,
                    "The files of the table %s of the source '%s' are not as its schema file says%s."
                            .formatted(table.id(), ref, missing(e)),
                    e);
        }
    }

    // DuckDB names the column that a file does not have; other failures may quote a value.
    private static String missing(SQLException failure) {
        var text = String.valueOf(failure.getMessage());
        return text.startsWith("Binder Error")
                ? ": " + text.lines().findFirst().orElse("").replace("Binder Error: ", "")
                : "";
    }

    private String reading() {
        var list = files.files().stream()
                .map(file -> Sandbox.text(file.file().toString()))
                .collect(Collectors.joining(", "));
        return switch (files.format()) {
            case CSV ->
                "read_csv([%s], all_varchar = true, header = true, union_by_name = true, hive_partitioning = false)"
                        .formatted(list);
            case PARQUET -> "read_parquet([%s], union_by_name = true, hive_partitioning = false)".formatted(list);
        };
    }

    private void refuseMisfits(Connection jdbc, FileColumns columns) throws SQLException {
        var typed = columns.typedColumns();
        if (typed.isEmpty()) {
            return;
        }
        try (var statement = jdbc.prepareStatement("select %s from %s".formatted(columns.misfits(), reading()));
                var counts = statement.executeQuery()) {
            counts.next();
            var faults = new ArrayList<String>();
            for (var i = 0; i < typed.size(); i++) {
                var count = counts.getLong(i + 1);
                if (count > 0) {
                    faults.add("'%s' has %d that are no %s"
                            .formatted(
                                    typed.get(i).name(),
                                    count,
                                    typed.get(i).type().name().toLowerCase(java.util.Locale.ROOT)));
                }
            }
            if (!faults.isEmpty()) {
                throw new SuiteException(
                        ErrorCode.SOURCE_DOWN,
                        "The files of the table %s of the source '%s' hold values that its schema file calls something else: %s (decimals have at most %d places)."
                                .formatted(table.id(), ref, String.join("; ", faults), FileColumns.MOST_PLACES));
            }
        }
    }

    private Map<String, String> types(Connection jdbc) throws SQLException {
        var types = new HashMap<String, String>();
        try (var statement = jdbc.prepareStatement("describe select * from " + reading());
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                types.put(rows.getString(1), rows.getString(2));
            }
        }
        return types;
    }
}
