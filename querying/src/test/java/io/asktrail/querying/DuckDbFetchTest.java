package io.asktrail.querying;

class DuckDbFetchTest extends FetchContract {
    DuckDbFetchTest() {
        super(SampleFiles.connections());
    }
}
