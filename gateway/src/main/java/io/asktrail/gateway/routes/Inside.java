package io.asktrail.gateway.routes;

/** Where an outer address is found inside. */
final class Inside {
    private static final String ORCHESTRATOR = "/orchestrator";

    private Inside() {}

    static String path(String outer) {
        return ORCHESTRATOR + outer;
    }
}
