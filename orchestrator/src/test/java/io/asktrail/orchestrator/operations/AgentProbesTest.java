package io.asktrail.orchestrator.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.orchestrator.operations.OperationsView.AgentState;
import io.asktrail.orchestrator.operations.OperationsView.Health;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentProbesTest {
    private static final Caller ASHA = new Caller("asha", List.of(), List.of(), List.of(), List.of());

    @Test
    void tellApartWhoIsThereWhoIsIllAndWhoSaysNothing() throws IOException {
        // Given one that is well, one that is ill, one that listens and never answers, one that is gone, one in here
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var well = health(200);
            var ill = health(503);
            var gone = freePort();
            try {
                var probes = new AgentProbes(
                        List.of("router", "planner", "compute", "composer", "files"),
                        Map.of(
                                "router", at(well.getAddress().getPort()),
                                "planner", at(ill.getAddress().getPort()),
                                "compute", at(silent.getLocalPort()),
                                "composer", at(gone)),
                        Map.of(),
                        Clock.systemUTC());

                // When
                var seen = probes.ask(ASHA);

                // Then
                assertThat(seen)
                        .extracting(AgentState::state)
                        .containsExactly(Health.UP, Health.DOWN, Health.DOWN, Health.DOWN, Health.UP);
                assertThat(seen.getFirst().latencyMs()).isNotNull();
                assertThat(seen)
                        .extracting(AgentState::detail)
                        .satisfiesExactly(
                                detail -> assertThat(detail).isNull(),
                                detail -> assertThat(detail).contains("503"),
                                detail -> assertThat(detail).isNotBlank(),
                                detail -> assertThat(detail).isEqualTo("cannot be reached"),
                                detail -> assertThat(detail).isEqualTo("in this process"));
            } finally {
                well.stop(0);
                ill.stop(0);
            }
        }
    }

    private static HttpServer health(int status) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:%d".formatted(port));
    }
}
