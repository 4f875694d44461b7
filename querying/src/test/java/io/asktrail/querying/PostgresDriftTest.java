package io.asktrail.querying;

import io.asktrail.querying.source.ConnectionSettings;

class PostgresDriftTest extends DriftContract {
    // The tables are changed in this very database.
    @Override
    void publish() {}

    @Override
    ConnectionSettings settings() {
        return ChangingTables.settings();
    }

    @Override
    ConnectionSettings nowhere() {
        return new ConnectionSettings("jdbc:postgresql://127.0.0.1:1/none", "a", "b");
    }
}
