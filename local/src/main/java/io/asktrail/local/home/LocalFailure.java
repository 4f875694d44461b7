package io.asktrail.local.home;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;

/** Why nothing could be started, as one sentence that says what to do. */
public final class LocalFailure extends RuntimeException {
    public LocalFailure(String sentence) {
        super(sentence);
    }

    public LocalFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static LocalFailure inFolder(Path folder, IOException cause) {
        var reason = cause instanceof FileSystemException fault && fault.getReason() != null
                ? fault.getReason()
                : Objects.requireNonNullElse(
                        cause.getMessage(), cause.getClass().getSimpleName());
        return new LocalFailure(
                "The folder %s cannot be used (%s). Make room or make it writable, or set ASKTRAIL_HOME to another place."
                        .formatted(folder, reason),
                cause);
    }
}
