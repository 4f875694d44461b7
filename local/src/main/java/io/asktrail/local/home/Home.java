package io.asktrail.local.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;

/**
 * The folder of a local installation ({@code .asktrail}, or {@code ASKTRAIL_HOME}).
 *
 * <pre>
 * postgres/   the embedded server and its data     logs/       one file a process
 * secrets/    keys and passwords, 0600             run/        what is up now; may be deleted when nothing is
 * workspace   the name of the workspace in use     cache/      what only makes starts faster
 * exports/    files of answers, until they expire
 * </pre>
 */
public record Home(Path root) {
    private static final String DEFAULT_WORKSPACE = "demo";

    public static Home from(Map<String, String> environment) {
        var root = Objects.requireNonNullElse(environment.get("ASKTRAIL_HOME"), ".asktrail");
        return new Home(Path.of(root).toAbsolutePath().normalize());
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path run() {
        return root.resolve("run");
    }

    /** Files that wait to be fetched. */
    public Path exports() {
        return root.resolve("exports");
    }

    /** The key that signs the tokens of local users. */
    public Path loginKey() {
        return secrets().resolve("login.key");
    }

    /** One key for each internal audience. */
    public Path internalKeys() {
        return secrets().resolve("internal");
    }

    /** A token of the local owner, renewed while Asktrail is up. */
    public Path ownerToken() {
        return run().resolve("owner.token");
    }

    /** The workspace in use: the demo until something was loaded. */
    public String workspace() {
        try {
            var file = root.resolve("workspace");
            return Files.exists(file) ? Files.readString(file).strip() : DEFAULT_WORKSPACE;
        } catch (IOException e) {
            throw LocalFailure.inFolder(root, e);
        }
    }

    public void useWorkspace(String name) {
        write(root.resolve("workspace"), name + "\n");
    }

    /** Makes the folders; what is secret is for the owner alone. */
    public Home prepare() {
        try {
            Files.createDirectories(root);
            for (var folder : new Path[] {logs(), run()}) {
                Files.createDirectories(folder);
            }
            for (var folder : new Path[] {secrets(), internalKeys(), exports()}) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return this;
        } catch (IOException e) {
            throw LocalFailure.inFolder(root, e);
        }
    }

    /** Replaces a file at once, so that a reader sees the old content or the new and nothing between; 0600. */
    public void write(Path file, String content) {
        try {
            var next = Files.createTempFile(file.getParent(), ".", ".tmp");
            Files.writeString(next, content, StandardCharsets.UTF_8);
            try {
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw LocalFailure.inFolder(root, e);
        }
    }
}
