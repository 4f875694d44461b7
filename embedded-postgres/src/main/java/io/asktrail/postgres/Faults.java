package io.asktrail.postgres;

import io.asktrail.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what the operating system and PostgreSQL say into a sentence a person can act on. */
final class Faults {
    private Faults() {}

    static EmbeddedPostgresException inFolder(Path folder, IOException cause) {
        var said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("disk quota")) {
            return noSpace(folder, cause);
        }
        if (cause instanceof AccessDeniedException
                || said.contains("permission denied")
                || said.contains("read-only")) {
            return new EmbeddedPostgresException(
                    Reason.FOLDER_NOT_WRITABLE,
                    "The folder %s cannot be written; give this user write access or choose another folder."
                            .formatted(folder),
                    cause);
        }
        return new EmbeddedPostgresException(
                Reason.FAILED, "The database folder %s cannot be used: %s.".formatted(folder, detail(cause)), cause);
    }

    static EmbeddedPostgresException fromOutput(String what, Path folder, String output) {
        var said = output.toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("disk quota")) {
            return noSpace(folder, null);
        }
        if (said.contains("permission denied")) {
            return new EmbeddedPostgresException(
                    Reason.FOLDER_NOT_WRITABLE,
                    "PostgreSQL may not use the folder %s: %s.".formatted(folder, lastTelling(output)));
        }
        return new EmbeddedPostgresException(Reason.FAILED, "%s: %s.".formatted(what, lastTelling(output)));
    }

    private static EmbeddedPostgresException noSpace(Path folder, @Nullable Throwable cause) {
        return new EmbeddedPostgresException(
                Reason.NO_DISK_SPACE,
                "There is no disk space left for the database in %s; free some and start again.".formatted(folder),
                cause);
    }

    /** The line that names the fault; PostgreSQL follows it with hints and states that explain nothing alone. */
    private static String lastTelling(String output) {
        var lines = output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        var telling = lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .reduce((_, later) -> later);
        var line = telling.orElse(lines.isEmpty() ? "it said nothing" : lines.getLast());
        return line.replaceFirst("^.*?(FATAL|PANIC|error):\\s*", "").replaceFirst("\\.$", "");
    }

    private static String detail(IOException cause) {
        if (cause instanceof FileSystemException fault && fault.getReason() != null) {
            return fault.getFile() + " " + fault.getReason();
        }
        return cause.getClass().getSimpleName() + " " + cause.getMessage();
    }
}
