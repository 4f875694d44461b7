package io.asktrail.querying;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

class ParquetDriftTest extends FileDriftContract {
    @Override
    void write(Path into) throws IOException, SQLException {
        ChangingTables.parquet(into);
    }
}
