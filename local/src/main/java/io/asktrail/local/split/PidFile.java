package io.asktrail.local.split;

import io.asktrail.local.home.LocalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A process in a file: its id and when it began, since ids are used again. */
final class PidFile {
    private PidFile() {}

    static void write(Path file, ProcessHandle process) {
        try {
            Files.writeString(file, "%d %s\n".formatted(process.pid(), began(process)));
        } catch (IOException e) {
            throw new LocalFailure("%s cannot be written.".formatted(file), e);
        }
    }

    /** The process, if it is the one that was written and still runs. */
    static Optional<ProcessHandle> read(Path file) {
        try {
            var parts = Files.readString(file).strip().split(" ", 2);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(process -> parts.length == 2 && began(process).equals(parts[1]));
        } catch (IOException | NumberFormatException unreadable) {
            // A half-written file names nobody; what it meant is found by its port being taken, if at all.
            return Optional.empty();
        }
    }

    private static String began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
