package io.asktrail.querying;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

class CsvDriftTest extends FileDriftContract {
    CsvDriftTest() {
        super(".csv");
    }

    @Override
    void write(Connection rows, ChangingTables.Changed table, Path into) throws IOException, SQLException {
        SampleFiles.csv(rows, table.query(), into);
    }
}
