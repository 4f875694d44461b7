package io.asktrail.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What the JVM keeps of the classes of a program's first start: the next one takes a third less of the processor's time.
 * A home of a person has such an archive after its first start; here it is beside the distribution, for all homes of tests.
 */
final class ClassArchives {
    private static final String LOCAL = "local.jsa";

    private ClassArchives() {}

    /** For the product in one process and its small programs: they run from one class path. */
    private static Path local() {
        return Distribution.beside("class-archives").resolve(LOCAL);
    }

    /** What tells a JVM on the class path of module {@code local} to use the archive; nothing while there is none. */
    static List<String> options() {
        return Files.exists(local()) ? List.of("-XX:SharedArchiveFile=" + local()) : List.of();
    }

    /** What tells it to make the archive at its end, in a file that {@link #keep} takes. */
    static List<String> making(Path home) {
        return List.of("-XX:ArchiveClassesAtExit=" + home.resolve(LOCAL));
    }

    /** Keeps the archive that a start in this home has left, if it has. */
    static void keep(Path home) throws IOException {
        var made = home.resolve(LOCAL);
        if (Files.exists(made)) {
            var folder = Files.createDirectories(local().getParent());
            // Nobody sees half of one.
            var copy = Files.createTempFile(folder, "copy", null);
            Files.copy(made, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, local(), StandardCopyOption.ATOMIC_MOVE);
            Files.delete(made);
        }
    }
}
