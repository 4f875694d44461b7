package io.asktrail.querying;

class PostgresPercentileTest extends PercentileContract {
    PostgresPercentileTest() {
        super(SampleTables.connections());
    }
}
