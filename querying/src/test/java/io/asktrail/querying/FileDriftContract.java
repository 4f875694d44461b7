package io.asktrail.querying;

import io.asktrail.querying.source.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

/** A folder of files as the source; each publication is a new one, for a source's files are never changed in place. */
abstract class FileDriftContract extends DriftContract {
    @TempDir
    private Path parent;

    private Path folder = Path.of("not-published-yet");

    abstract void write(Path into) throws IOException, SQLException;

    @Override
    final void publish() throws IOException, SQLException {
        folder = Files.createTempDirectory(parent, "tables-");
        write(folder);
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
