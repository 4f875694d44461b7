package io.asktrail.querying;

import io.asktrail.querying.source.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

/** A folder of files as the source; each publication is a new one, for a source's files are never changed in place. */
abstract class FileDriftContract extends DriftContract {
    @TempDir
    private Path parent;

    private final String ending;
    private Path folder = Path.of("not-published-yet");

    /** @param ending of the files' names */
    FileDriftContract(String ending) {
        this.ending = ending;
    }

    /** @param rows a connection to the database of {@link ChangingTables} */
    abstract void write(Connection rows, ChangingTables.Changed table, Path into) throws IOException, SQLException;

    @Override
    final void publish() throws IOException, SQLException {
        folder = Files.createTempDirectory(parent, "tables-");
        try (var rows = SampleTables.open(ChangingTables.settings())) {
            for (var table : ChangingTables.all()) {
                write(rows, table, folder.resolve(table.name().replace('.', '/') + ending));
            }
        }
    }

    @Override
    final ConnectionSettings settings() {
        return SampleFiles.settings(folder);
    }

    @Override
    final ConnectionSettings nowhere() {
        return SampleFiles.settings(parent.resolve("nowhere"));
    }
}
