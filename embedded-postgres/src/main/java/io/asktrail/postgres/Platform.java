package io.asktrail.postgres;

import io.asktrail.postgres.EmbeddedPostgresException.Reason;
import java.util.Locale;

/** The machine kinds that the binaries are built for. */
enum Platform {
    LINUX_AMD64("postgres-linux-x86_64.txz"),
    LINUX_ARM64("postgres-linux-arm_64.txz"),
    MAC_AMD64("postgres-darwin-x86_64.txz"),
    MAC_ARM64("postgres-darwin-arm_64.txz");

    private final String archive;

    Platform(String archive) {
        this.archive = archive;
    }

    /** The resource, at the root of the class path, that holds this machine's binaries. */
    String archive() {
        return archive;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String system, String processor) {
        return switch (system.toLowerCase(Locale.ROOT).split(" ")[0] + " " + processor.toLowerCase(Locale.ROOT)) {
            case "linux amd64", "linux x86_64" -> LINUX_AMD64;
            case "linux aarch64" -> LINUX_ARM64;
            case "mac x86_64", "mac amd64" -> MAC_AMD64;
            case "mac aarch64" -> MAC_ARM64;
            default ->
                throw new EmbeddedPostgresException(
                        Reason.NO_BINARIES_FOR_PLATFORM,
                        "There is no embedded PostgreSQL for %s on %s; use Linux or macOS, or point Asktrail at a PostgreSQL of your own."
                                .formatted(system, processor));
        };
    }
}
