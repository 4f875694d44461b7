package io.asktrail.gateway;

/** The orchestrator is in the gateway's own process. */
class SocketsInOneProcessTest extends Sockets {
    @Override
    Suite suite() {
        return Suite.inOneProcess(SETTINGS);
    }
}
