package io.asktrail.querying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class CsvDriftTest extends DriftContract {
    @TempDir
    private Path parent;

    @Override
    Connections published() throws IOException, SQLException {
        var folder = Files.createTempDirectory(parent, "tables-");
        ChangingTables.csv(folder);
        return new Connections(Map.of("ads", SampleFiles.settings(folder), "shop", SampleFiles.settings(folder)));
    }

    @Override
    Connections nowhere() {
        var settings = SampleFiles.settings(parent.resolve("nowhere"));
        return new Connections(Map.of("ads", settings, "shop", settings));
    }
}
