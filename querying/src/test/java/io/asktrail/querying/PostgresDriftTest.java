package io.asktrail.querying;

import java.util.Map;

class PostgresDriftTest extends DriftContract {
    @Override
    Connections published() {
        return new Connections(Map.of("ads", ChangingTables.settings(), "shop", ChangingTables.settings()));
    }

    @Override
    Connections nowhere() {
        var settings = new ConnectionSettings("jdbc:postgresql://127.0.0.1:1/none", "a", "b");
        return new Connections(Map.of("ads", settings, "shop", settings));
    }
}
