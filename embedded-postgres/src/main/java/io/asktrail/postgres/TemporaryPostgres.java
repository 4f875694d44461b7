package io.asktrail.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An empty server for tests, in a folder that is deleted with it. It copies a database that was made once on this machine,
 * so it is up in well under a second; it never waits for the disk, so it is no place for data.
 */
public final class TemporaryPostgres implements AutoCloseable {
    private static final String PREFIX = "asktrail-postgres-";
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final Path folder;
    private final PostgresServer server;

    private TemporaryPostgres(Path folder, PostgresServer server) {
        this.folder = folder;
        this.server = server;
    }

    /** One server for all tests of this JVM, which goes with it. Take a database of your own in it. */
    public static PostgresServer shared() {
        return Shared.INSTANCE.server();
    }

    /** A server of one's own. */
    public static TemporaryPostgres start() {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            sweepAll(temporary);
            var folder = Files.createTempDirectory(temporary, PREFIX);
            Folders.allow(folder, "rwx--x--x");
            copyTemplate(folder);
            return new TemporaryPostgres(
                    folder, EmbeddedPostgres.at(folder).thrownAwayLater().start());
        } catch (IOException e) {
            throw Faults.inFolder(temporary, e);
        }
    }

    public PostgresServer server() {
        return server;
    }

    @Override
    public void close() {
        server.stop();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw Faults.inFolder(folder, e);
        }
    }

    private static void copyTemplate(Path folder) throws IOException {
        var template = template(BinaryCache.usableFrom(Optional.empty(), folder));
        var copied =
                Command.run(List.of("cp", "-Rp", template.data().toString(), folder.toString()), Duration.ofMinutes(1));
        if (!copied.worked()) {
            throw Faults.fromOutput("The empty database could not be copied", folder, copied.output());
        }
        Secret.write(
                new Home(folder).superuserPassword(),
                Secret.read(template.superuserPassword()).orElseThrow());
    }

    /** The database that is copied; the first who asks for it on this machine makes it. */
    static Home template(BinaryCache cache) throws IOException {
        var template = new Home(cache.root().resolve("empty-database-" + BinaryCache.versionLabel()));
        if (!Files.exists(template.data())) {
            var binaries = cache.unpacked(); // before the lock below, which unpacking takes too
            HomeLock.of(cache.root()).guarded(() -> makeTemplate(template, binaries));
        }
        return template;
    }

    private static Path makeTemplate(Home template, Binaries binaries) throws IOException {
        Files.createDirectories(template.folder());
        Folders.allow(template.folder(), "rwx--x--x");
        var plainUser = PlainUser.forServer(template.folder(), template.data(), binaries);
        new DataFolder(template, binaries, plainUser).makeOrCheck();
        return template.data();
    }

    /** Servers whose JVM was killed go with the next one that comes. */
    private static void sweepAll(Path temporary) throws IOException {
        try (var folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (var folder : folders) {
                if (isLeftBehind(folder)) {
                    sweep(folder);
                }
            }
        }
    }

    private static boolean isLeftBehind(Path folder) throws IOException {
        return (int) Files.getAttribute(folder, "unix:uid") == RunAs.self().owner()
                && Files.getLastModifiedTime(folder)
                        .toInstant()
                        .isBefore(Instant.now().minus(YOUNG));
    }

    private static void sweep(Path folder) throws IOException {
        if (EmbeddedPostgres.at(folder).stopIfUnused()) {
            Folders.delete(folder);
        }
    }

    /** Made at the first call of {@link #shared()}, not when this class is loaded. */
    private static final class Shared {
        private static final TemporaryPostgres INSTANCE = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(INSTANCE::close, "stop-shared-postgres"));
        }
    }
}
