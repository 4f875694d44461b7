package io.asktrail.cli.launch;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.ExitCodes;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where things are on this machine.
 *
 * @param home what is kept and what runs ({@code .asktrail})
 * @param dist the built programs ({@code target/dist})
 * @param java the program that runs them: the one that runs this command
 */
public record Installation(Path home, Path dist, Path java) {
    private static final String DEFAULT_WORKSPACE = "demo";

    /** As the command's script has found it. */
    public static Installation ofProcess(Map<String, String> environment) {
        return new Installation(
                absolute(environment.getOrDefault("ASKTRAIL_HOME", ".asktrail")),
                absolute(System.getProperty("asktrail.dist", "target/dist")),
                Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    /** The class path of a module's programs, as Java takes it. */
    public String classPath(String module) {
        var list = dist.resolve("services").resolve(module + ".classpath");
        var jars = text(list);
        if (jars.isEmpty()) {
            throw new CliFailure(
                    ExitCodes.UNREACHABLE,
                    "%s is missing: delete %s and try again, and it is built anew."
                            .formatted(list, dist.resolve("built")));
        }
        return Stream.of(jars.split(":"))
                .map(jar -> jars().resolve(jar).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Where the jars of all programs lie. */
    public Path jars() {
        return dist.resolve("lib");
    }

    /** Written by the build when it ends. */
    public Path built() {
        return dist.resolve("built");
    }

    public Path run(String file) {
        return home.resolve("run").resolve(file);
    }

    public Path logs() {
        return home.resolve("logs");
    }

    public Path cache(String file) {
        return home.resolve("cache").resolve(file);
    }

    /** Tells the script to throw away the archive of this command's classes, which is written after our end. */
    public void discardArchive() {
        if (Files.isDirectory(home.resolve("cache"))) {
            write(cache("cli.aot.poor"), "");
        }
    }

    /** The workspace that the next start uses. */
    public String workspace() {
        var name = text(home.resolve("workspace"));
        return name.isEmpty() ? DEFAULT_WORKSPACE : name;
    }

    public void useWorkspace(String name) {
        write(home.resolve("workspace"), name + "\n");
    }

    /** A small file's text without the blanks around it; empty if there is no such file. */
    public String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Makes the folder too. */
    public void write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    public void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    static CliFailure unusable(Path file, IOException cause) {
        return new CliFailure(
                ExitCodes.UNREACHABLE,
                "%s cannot be used (%s). Make room or make it writable, or set ASKTRAIL_HOME to another place."
                        .formatted(file, reason(cause)),
                cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException fault when fault.getReason() != null -> fault.getReason();
            default ->
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
        };
    }
}
