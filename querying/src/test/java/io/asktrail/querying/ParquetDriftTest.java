package io.asktrail.querying;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

class ParquetDriftTest extends FileDriftContract {
    ParquetDriftTest() {
        super(".parquet");
    }

    /** With PostgreSQL's types. */
    @Override
    void write(ChangingTables.Changed table, Path into) throws IOException, SQLException {
        SampleFiles.parquet(ChangingTables.settings(), table.query(), into, table.columnsIn(ChangingTables.Cell::type));
    }
}
