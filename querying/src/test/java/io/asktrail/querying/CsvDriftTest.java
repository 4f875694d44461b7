package io.asktrail.querying;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

class CsvDriftTest extends FileDriftContract {
    @Override
    void write(Path into) throws IOException, SQLException {
        ChangingTables.csv(into);
    }
}
