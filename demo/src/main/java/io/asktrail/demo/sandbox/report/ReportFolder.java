package io.asktrail.demo.sandbox.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of one server lie; it goes with the server. */
final class ReportFolder implements AutoCloseable {
    private final Path path;

    private ReportFolder(Path path) {
        this.path = path;
    }

    static ReportFolder temporary() {
        try {
            return new ReportFolder(Files.createTempDirectory("asktrail-sandbox-"));
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox has nowhere to put its reports", e);
        }
    }

    Path file(String reportId) {
        return path.resolve(reportId + ".json.gz");
    }

    void delete(String reportId) {
        delete(file(reportId));
    }

    @Override
    public void close() {
        try (var files = Files.list(path)) {
            files.forEach(ReportFolder::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + path, e);
        }
        delete(path);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
