package io.asktrail.gateway;

import java.util.List;
import org.junit.jupiter.api.AfterAll;

/** The orchestrator is in the gateway's own process. */
class DoorsInOneProcessTest extends Doors {
    private final Suite suite = Suite.inOneProcess("asktrail.gateway.limits.burst=1000");

    @Override
    protected Suite suite() {
        return suite;
    }

    @Override
    protected List<String> innerHeaders() {
        return List.of("accept", "accept-language", "content-type", "content-length");
    }

    @AfterAll
    void stop() {
        suite.close();
    }
}
