package io.asktrail.querying;

class DuckDbPercentileTest extends PercentileContract {
    DuckDbPercentileTest() {
        super(SampleFiles.connections());
    }
}
