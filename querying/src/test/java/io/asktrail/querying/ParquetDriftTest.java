package io.asktrail.querying;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

class ParquetDriftTest extends FileDriftContract {
    ParquetDriftTest() {
        super(".parquet");
    }

    /** With PostgreSQL's types. */
    @Override
    void write(Connection rows, ChangingTables.Changed table, Path into) throws IOException, SQLException {
        SampleFiles.parquet(rows, table.query(), into, table.columnsIn(ChangingTables.Cell::type));
    }
}
