package io.asktrail.querying;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

class CsvDriftTest extends FileDriftContract {
    CsvDriftTest() {
        super(".csv");
    }

    @Override
    void write(ChangingTables.Changed table, Path into) throws IOException, SQLException {
        SampleFiles.csv(ChangingTables.settings(), table.query(), into);
    }
}
