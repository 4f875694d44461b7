package io.asktrail.local;

import io.asktrail.local.home.LocalFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ports on loopback. */
final class Ports {
    private static final int DEFAULT = 8080;

    private Ports() {}

    /** The port that was asked for; a taken one is said now, before minutes are spent. */
    static int gateway(Map<String, String> environment) {
        var port = parse(environment.getOrDefault("ASKTRAIL_PORT", String.valueOf(DEFAULT)));
        try (var probe = new ServerSocket()) {
            // As Tomcat will: connections that linger from a process just stopped do not count as taken.
            probe.setReuseAddress(true);
            probe.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (IOException taken) {
            throw new LocalFailure(
                    "Port %d is taken by another program. Set ASKTRAIL_PORT to a free one, e.g. ASKTRAIL_PORT=%d."
                            .formatted(port, port + 1),
                    taken);
        }
    }

    private static int parse(String text) {
        try {
            var port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw new LocalFailure("ASKTRAIL_PORT is '%s': give a number from 1 to 65535.".formatted(text), notANumber);
        }
        throw new LocalFailure("ASKTRAIL_PORT is '%s': give a number from 1 to 65535.".formatted(text));
    }

    /** Ports that nobody uses now, all different. */
    static List<Integer> free(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (var i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new LocalFailure("No free port was found on this machine.", e);
        } finally {
            sockets.forEach(Ports::closeQuietly);
        }
    }

    private static void closeQuietly(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new LocalFailure("A port that was tried could not be let go.", e);
        }
    }
}
