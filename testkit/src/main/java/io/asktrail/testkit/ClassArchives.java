package io.asktrail.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeSet;

/**
 * What the JVM keeps of the classes of a program's first start: with it a start takes half of the processor's time, and
 * without it the end takes as long again. A home of a person has such archives after its first start; here they are beside
 * the distribution, for all homes of tests.
 */
final class ClassArchives {
    private static final String ENDING = ".jsa";

    private ClassArchives() {}

    private static Path folder() {
        return Distribution.beside("class-archives");
    }

    /** For the product in one process, what supervises its services, and its small programs: one class path for all. */
    private static Path local() {
        return folder().resolve("local" + ENDING);
    }

    private static Path services() {
        return folder().resolve("services");
    }

    /** What tells a JVM on the class path of module {@code local} to use the archive; nothing while there is none. */
    static List<String> options() {
        return Files.exists(local()) ? List.of("-XX:SharedArchiveFile=" + local()) : List.of();
    }

    /** What tells it to make the archive at its end, in a file that {@link #keepLocal} takes. */
    static List<String> making(Path home) {
        return List.of("-XX:ArchiveClassesAtExit=" + home.resolve("local" + ENDING));
    }

    /** Keeps the archive that a start in this home has left, if it has. */
    static void keepLocal(Path home) throws IOException {
        var made = home.resolve("local" + ENDING);
        if (Files.exists(made)) {
            Files.createDirectories(folder());
            // Nobody sees half of one.
            var copy = Files.createTempFile(folder(), "copy", null);
            Files.copy(made, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, local(), StandardCopyOption.ATOMIC_MOVE);
            Files.delete(made);
        }
    }

    private static boolean haveServices() {
        return Files.exists(services());
    }

    /** Keeps the archives that the services of a home have left at their end, unless one was ended before it could. */
    static void keepServices(Path home) {
        try {
            var left = names(home.resolve("cache"), ENDING);
            if (haveServices() || left.isEmpty() || !left.equals(names(home.resolve("run"), ".pid"))) {
                return;
            }
            Files.createDirectories(folder());
            var whole = Files.createTempDirectory(folder(), "copy");
            for (var service : left) {
                Files.copy(home.resolve("cache").resolve(service + ENDING), whole.resolve(service + ENDING));
            }
            Files.move(whole, services());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> names(Path folder, String ending) throws IOException {
        var names = new TreeSet<String>();
        if (!Files.exists(folder)) {
            return names;
        }
        try (var files = Files.newDirectoryStream(folder, "*" + ending)) {
            for (var file : files) {
                var name = file.getFileName().toString();
                names.add(name.substring(0, name.length() - ending.length()));
            }
        }
        return names;
    }

    /** Puts the archives of the services, where there are any, to where those of this home look for theirs. */
    static void lend(Path home) {
        if (!haveServices()) {
            return;
        }
        try {
            var cache = Files.createDirectories(home.resolve("cache"));
            for (var service : names(services(), ENDING)) {
                var place = cache.resolve(service + ENDING);
                if (!Files.exists(place)) {
                    Files.createSymbolicLink(place, services().resolve(service + ENDING));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
