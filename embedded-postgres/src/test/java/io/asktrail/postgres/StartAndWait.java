package io.asktrail.postgres;

import java.nio.file.Path;

/** A process of its own that starts a server, says its port, and then closes it (or is killed before it can). */
final class StartAndWait {
    private StartAndWait() {}

    public static void main(String[] args) throws Exception {
        var postgres = EmbeddedPostgres.at(Path.of(args[0]));
        try (var server = (args.length > 1 ? postgres.cachingBinariesIn(Path.of(args[1])) : postgres).start()) {
            System.out.println("port " + server.port());
            var _ = System.in.read();
        }
    }
}
