package io.asktrail.gateway;

import java.util.List;
import org.junit.jupiter.api.AfterAll;

/** The orchestrator is somewhere else. */
class DoorsInTwoProcessesTest extends Doors {
    private final Suite suite = Suite.inTwoProcesses("asktrail.gateway.limits.burst=1000");

    @Override
    protected Suite suite() {
        return suite;
    }

    @Override
    protected List<String> innerHeaders() {
        return List.of(
                "accept",
                "accept-language",
                "content-type",
                "content-length",
                "transfer-encoding",
                "host",
                "connection",
                "authorization",
                "traceparent");
    }

    @AfterAll
    void stop() {
        suite.close();
    }
}
