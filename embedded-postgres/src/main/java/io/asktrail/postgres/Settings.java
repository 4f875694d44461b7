package io.asktrail.postgres;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How every server of ours is set. The settings go on the command line, where neither a file nor ALTER SYSTEM can change
 * them.
 */
final class Settings {
    private static final List<String> ALWAYS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=", // the path of a socket may have 107 characters: too few for any folder
            "max_connections=100",
            "shared_buffers=128MB",
            "random_page_cost=1.1", // no disk that turns: at the default of 4 the cost of reading hides that of sorting
            "timezone=UTC",
            "log_timezone=UTC",
            "password_encryption=scram-sha-256",
            "logging_collector=off",
            "wal_level=minimal", // nobody replicates from a laptop, and loads are faster
            "max_wal_senders=0");

    static final String HOST_RULES = "host all all 127.0.0.1/32 scram-sha-256\n";

    private Settings() {}

    static String commandLine(int port, Durability durability) {
        return Stream.of(Stream.of("port=" + port), ALWAYS.stream(), durability.settings().stream())
                .flatMap(settings -> settings)
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" "));
    }
}
