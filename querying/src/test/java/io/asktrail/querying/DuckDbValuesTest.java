package io.asktrail.querying;

class DuckDbValuesTest extends ValuesContract {
    DuckDbValuesTest() {
        super(SampleFiles.connections());
    }
}
