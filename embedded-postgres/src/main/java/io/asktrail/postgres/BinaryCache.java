package io.asktrail.postgres;

import io.asktrail.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/** The unpacked programs of PostgreSQL, once per version and machine kind, shared by all folders of this user. */
final class BinaryCache {
    private static final String STAGING = ".unpacking-";
    private static final String VERSION = version();

    private final Path root;

    BinaryCache(Path root) {
        this.root = root;
    }

    /** The first place that can be written: the user's cache, else inside the database's own folder. */
    static BinaryCache usableFrom(Optional<Path> chosen, Path home) throws IOException {
        if (chosen.isPresent()) {
            return new BinaryCache(Files.createDirectories(chosen.get()).toRealPath());
        }
        var usual = usualRoot();
        try {
            if (!Files.isDirectory(usual)) {
                Files.createDirectories(usual);
                Folders.allow(usual, "rwxr-xr-x"); // whatever the umask: root's server runs as another user
            }
            if (Files.isWritable(usual)) {
                return new BinaryCache(usual.toRealPath());
            }
        } catch (IOException _) {
            // a read-only or missing home: the database's folder is writable by definition
        }
        return new BinaryCache(Files.createDirectories(home.resolve("cache")).toRealPath());
    }

    static int majorVersion() {
        return Integer.parseInt(VERSION.substring(0, VERSION.indexOf('.')));
    }

    static String versionLabel() {
        return VERSION;
    }

    Path root() {
        return root;
    }

    /** The folder with bin/, lib/ and share/; unpacks it if it is not there or not whole. */
    Binaries unpacked() throws IOException {
        var platform = Platform.current();
        var folder = root.resolve("postgres-%s-%s".formatted(VERSION, platform.label()));
        if (!Inventory.isComplete(folder)) {
            try {
                HomeLock.of(root).guarded(() -> unpack(platform, folder));
            } catch (IOException e) {
                throw Faults.inFolder(root, e);
            }
        }
        return new Binaries(folder);
    }

    private Path unpack(Platform platform, Path folder) throws IOException {
        if (Inventory.isComplete(folder)) { // another JVM did it while this one waited for the lock
            return folder;
        }
        Folders.deleteChildren(root, STAGING);
        var staging = Folders.makeStaging(root, STAGING);
        try {
            fill(staging, platform);
            Folders.delete(folder);
            return Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(staging); // a full disk is not left fuller
        }
    }

    private static void fill(Path staging, Platform platform) throws IOException {
        try (var archive = BinaryCache.class.getResourceAsStream("/" + platform.archive())) {
            if (archive == null) {
                throw new EmbeddedPostgresException(
                        Reason.NO_BINARIES_FOR_PLATFORM,
                        "The PostgreSQL programs for %s are not on the class path; build Asktrail on this machine."
                                .formatted(platform.label()));
            }
            Archive.unpack(archive, staging);
        }
        Folders.allow(staging, "rwxr-xr-x");
        Inventory.write(staging);
    }

    private static Path usualRoot() {
        if (RunAs.isRoot()) {
            return Path.of("/var/cache/asktrail"); // root's own cache is closed to the user that the server runs as
        }
        var base = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(text -> text.startsWith("/"));
        return base.map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("asktrail");
    }

    private static String version() {
        var properties = new Properties();
        try (var file = BinaryCache.class.getResourceAsStream("binaries.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
