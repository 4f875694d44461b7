package io.asktrail.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a server writes about itself into its data folder. */
record PostmasterFile(long pid, int port, String status) {
    private static final String NAME = "postmaster.pid";
    /** Larger than any process id that Linux or macOS hands out. */
    private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

    static Optional<PostmasterFile> read(Path data) throws IOException {
        try {
            return parse(Files.readAllLines(data.resolve(NAME)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    static Optional<PostmasterFile> parse(List<String> lines) {
        try {
            return lines.isEmpty() || lines.getFirst().isBlank()
                    ? Optional.empty()
                    : Optional.of(new PostmasterFile(
                            Math.abs(Long.parseLong(lines.getFirst().strip())),
                            lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0,
                            lines.size() > 7 ? lines.get(7).strip() : "starting"));
        } catch (NumberFormatException torn) {
            return Optional.empty();
        }
    }

    boolean isReady() {
        return status.equals("ready");
    }

    /**
     * Whether the process is a server of that folder, and not a stranger that was given its id after it had died. A server
     * works in its data folder; a process that hides its folder from us belongs to another user, so it is none of ours.
     */
    boolean isServerOf(Path data) {
        var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        var folder = Path.of("/proc", Long.toString(pid), "cwd");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            try {
                return folder.toRealPath().equals(data.toRealPath());
            } catch (IOException hidden) {
                return false;
            }
        }
        return process.get()
                .info()
                .command()
                .map(path -> path.endsWith("postgres"))
                .orElse(true);
    }

    /**
     * Makes a file that a dead server left harmless. It is not deleted: its line on shared memory is how PostgreSQL sees
     * that workers of the dead server are still at the data. A torn file says nothing and goes.
     */
    static void disarm(Path data) throws IOException {
        var file = data.resolve(NAME);
        if (!Files.exists(file)) {
            return;
        }
        var lines = Files.readAllLines(file);
        if (parse(lines).isEmpty()) {
            Files.delete(file);
            return;
        }
        lines.set(0, NOBODY);
        Files.write(file, lines);
    }
}
