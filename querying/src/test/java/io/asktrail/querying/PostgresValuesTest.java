package io.asktrail.querying;

class PostgresValuesTest extends ValuesContract {
    PostgresValuesTest() {
        super(SampleTables.connections());
    }
}
