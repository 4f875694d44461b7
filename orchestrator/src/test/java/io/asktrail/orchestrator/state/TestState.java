package io.asktrail.orchestrator.state;

import io.asktrail.testkit.database.TestDatabase;

/** State databases of tests. */
public final class TestState {
    private TestState() {}

    /** @param connections at most */
    public static StateDatabase of(String test, int connections) {
        var database = new TestDatabase(test);
        return new StateDatabase(
                new StateProperties(database.url(), database.user(), database.password(), connections));
    }
}
