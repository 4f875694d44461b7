package io.asktrail.querying.file;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.registry.schema.TableDefinition;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Copies the files of a table into a database file of DuckDB's. A column that is gone, or one of whose values is not what the
 * schema registry says, is left out: a statement that needs it fails as it would in a database without it, the others do not.
 */
final class FileCopy {
    /** The copying goes on when the question that waits for it is given up. */
    private static final Duration PATIENCE = Duration.ofHours(1);

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
     * @return what was seen of the files, the columns that were left out too
     * @throws SuiteException if no column can be read, or no file can
     */
    FileShape into(Path database, Path folder, Map<String, String> limits) throws SQLException {
        try (var jdbc = Sandbox.open(database.toString(), folder, limits)) {
            var shape = new FileLook(jdbc, files, PATIENCE).against(table);
            var sound = shape.sound();
            if (sound.isEmpty()) {
                throw new SuiteException(
                        ErrorCode.SOURCE_CHANGED,
                        "The files of the table %s of the source '%s' have no column that can be read as its schema file says."
                                .formatted(table.id(), ref));
            }
            var columns = sound.stream().map(FileColumn::read).collect(Collectors.joining(", "));
            // Prepared: the driver tells what is wrong with such a statement alone.
            try (var copy = jdbc.prepareStatement(
                    "create table rows as select %s from %s".formatted(columns, files.relation()))) {
                copy.execute();
            }
            return shape;
        } catch (SQLException e) {
            throw new SuiteException(
                    ErrorCode.SOURCE_DOWN,
                    "The files of the table %s of the source '%s' cannot be read as %s."
                            .formatted(table.id(), ref, files.format().title()),
                    e);
        }
    }
}
