package io.asktrail.querying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

class CsvDriftTest extends DriftContract {
    @TempDir
    private Path parent;

    private Path folder = Path.of("not-published-yet");

    @Override
    void publish() throws IOException, SQLException {
        folder = Files.createTempDirectory(parent, "tables-");
        ChangingTables.csv(folder);
    }

    @Override
    ConnectionSettings settings() {
        return SampleFiles.settings(folder);
    }

    @Override
    ConnectionSettings nowhere() {
        return SampleFiles.settings(parent.resolve("nowhere"));
    }
}
