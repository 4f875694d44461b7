package io.asktrail.querying;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@Tag("trino")
@EnabledIfSystemProperty(named = TrinoServer.ARCHIVE, matches = ".+")
class TrinoValuesTest extends ValuesContract {
    TrinoValuesTest() {
        super(TrinoServer.connections());
    }
}
