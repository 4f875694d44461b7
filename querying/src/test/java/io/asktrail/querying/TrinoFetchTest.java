package io.asktrail.querying;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@Tag("trino")
@EnabledIfSystemProperty(named = TrinoServer.ARCHIVE, matches = ".+")
class TrinoFetchTest extends FetchContract {
    TrinoFetchTest() {
        super(TrinoServer.connections());
    }
}
