package io.asktrail.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The built distribution that the tests run. */
final class Distribution {
    private Distribution() {}

    /** @throws IllegalStateException if there is none */
    static Path folder() {
        var place = System.getProperty("asktrail.dist");
        if (place == null || !Files.isDirectory(Path.of(place))) {
            throw new IllegalStateException("no distribution at asktrail.dist=%s: run mvn verify".formatted(place));
        }
        return Path.of(place);
    }

    /** A folder for what tests have made with this build of it; the next build has others. */
    static Path beside(String name) {
        try {
            var built = Files.getLastModifiedTime(folder().resolve("built")).toMillis();
            return folder().resolveSibling("test-runs").resolve(name + "-" + built);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a program of it needs to run. */
    static String classPath(String program) {
        var lib = folder().resolve("lib");
        try {
            var names = Files.readString(folder().resolve("services").resolve(program + ".classpath"))
                    .strip();
            return String.join(
                    File.pathSeparator,
                    List.of(names.split(":")).stream()
                            .map(name -> lib.resolve(name).toString())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
