package io.asktrail.demo.sandbox.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of one server lie; it goes with the server. */
final class ReportFolder implements AutoCloseable {
    private static final String SUFFIX = ".json.gz";

    private final Path path;

    private ReportFolder(Path path) {
        this.path = path;
    }

    /** Empties it of what a server that was killed has left there. */
    static ReportFolder at(Path path) {
        try {
            Files.createDirectories(path);
            var folder = new ReportFolder(path);
            folder.empty();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox cannot put its reports into " + path, e);
        }
    }

    Path file(String reportId) {
        return path.resolve(reportId + SUFFIX);
    }

    void delete(String reportId) {
        delete(file(reportId));
    }

    /** May be closed again: what failed to start closes what it had, and so does the end of the process. */
    @Override
    public void close() {
        if (!Files.isDirectory(path)) {
            return;
        }
        empty();
        delete(path);
    }

    private void empty() {
        try (var files = Files.list(path)) {
            files.filter(file -> file.toString().endsWith(SUFFIX)).forEach(ReportFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + path, e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
