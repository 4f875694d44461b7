package io.asktrail.gateway;

/** The orchestrator is somewhere else. */
class SocketsInTwoProcessesTest extends Sockets {
    @Override
    Suite suite() {
        return Suite.inTwoProcesses(SETTINGS);
    }
}
