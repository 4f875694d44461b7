package io.asktrail.postgres;

import io.asktrail.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The PostgreSQL of one folder. {@link #start()} may be called by any number of threads and processes at once, at any
 * time, whatever was killed before: they all end up with the same single server.
 */
public final class EmbeddedPostgres {
    private final Path folder;
    private final Optional<Path> cache;
    private final Durability durability;

    private EmbeddedPostgres(Path folder, Optional<Path> cache, Durability durability) {
        this.folder = folder.toAbsolutePath().normalize();
        this.cache = cache;
        this.durability = durability;
    }

    /** The server that keeps its data, its password and its log in this folder. */
    public static EmbeddedPostgres at(Path folder) {
        return new EmbeddedPostgres(folder, Optional.empty(), Durability.KEPT);
    }

    /** Unpacks the programs there instead of in the user's cache. */
    public EmbeddedPostgres cachingBinariesIn(Path place) {
        return new EmbeddedPostgres(folder, Optional.of(place), durability);
    }

    EmbeddedPostgres thrownAwayLater() {
        return new EmbeddedPostgres(folder, cache, Durability.THROWN_AWAY);
    }

    /** Adopts the server if it runs, else starts it; at the first start makes the database. */
    public PostgresServer start() {
        try {
            var home = new Home(makeFolder());
            var binaries = BinaryCache.usableFrom(cache, home.folder()).unpacked();
            var plainUser = PlainUser.forServer(home.folder(), home.data(), binaries);
            var lock = HomeLock.of(home.folder());
            return lock.guarded(() -> startAlone(home, binaries, plainUser, lock));
        } catch (IOException e) {
            throw Faults.inFolder(folder, e);
        }
    }

    /** Stops a server that a killed process left behind; says false, and leaves it alone, if a process uses it. */
    public boolean stopIfUnused() {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try {
            var home = new Home(folder.toRealPath());
            var lock = HomeLock.of(home.folder());
            return lock.guarded(() -> stopIfUnused(home, lock));
        } catch (IOException e) {
            throw Faults.inFolder(folder, e);
        }
    }

    private boolean stopIfUnused(Home home, HomeLock lock) throws IOException {
        if (!lock.isUnused()) {
            return false;
        }
        if (Files.isDirectory(home.data())) {
            var binaries = BinaryCache.usableFrom(cache, home.folder()).unpacked();
            var plainUser = PlainUser.forServer(home.folder(), home.data(), binaries);
            new Postmaster(home, binaries, plainUser).stop();
        }
        return true;
    }

    private Path makeFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Folders.allow(folder, "rwx--x--x"); // the server may run as another user and must pass
        }
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
        return folder.toRealPath();
    }

    private PostgresServer startAlone(Home home, Binaries binaries, RunAs plainUser, HomeLock lock) throws IOException {
        new DataFolder(home, binaries, plainUser).makeOrCheck();
        var superuser = superuser(home);
        var postmaster = new Postmaster(home, binaries, plainUser);
        var running = postmaster.findRunning(superuser);
        var port = running.isPresent() ? running.get() : postmaster.launch(durability);
        if (running.isEmpty() && !Connections.answers(port, superuser, home)) {
            postmaster.stop();
            throw new EmbeddedPostgresException(
                    Reason.FAILED,
                    "PostgreSQL started in %s but lets nobody in; see %s.".formatted(folder, home.log()));
        }
        lock.join();
        return new PostgresServer(port, superuser, running.isPresent(), postmaster, lock);
    }

    private static Credentials superuser(Home home) throws IOException {
        var password = Secret.read(home.superuserPassword())
                .orElseThrow(() -> new EmbeddedPostgresException(
                        Reason.PASSWORD_UNKNOWN,
                        "The file %s is missing; put it back, or move the folder away to begin with an empty database."
                                .formatted(home.superuserPassword())));
        return new Credentials(Home.SUPERUSER, password);
    }
}
