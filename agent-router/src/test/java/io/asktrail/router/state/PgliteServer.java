package io.asktrail.router.state;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL with pgvector from npm's PGlite, run by the Node of this machine. */
final class PgliteServer implements AutoCloseable {
    private static final Path FOLDER = Path.of("src/test/pglite");

    private final Process process;
    private final int port;

    private PgliteServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Whether its packages were installed: {@code mvn -Ppgvector} does, or {@code npm ci} in its folder. */
    static boolean isInstalled() {
        return Files.isDirectory(FOLDER.resolve("node_modules/@electric-sql/pglite-pgvector"));
    }

    static PgliteServer start() {
        try {
            var process = new ProcessBuilder("node", "server.mjs")
                    .directory(FOLDER.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("port ")) {
                    return new PgliteServer(process, Integer.parseInt(line.substring(5)));
                }
            }
            throw new IllegalStateException("PGlite ended before it listened");
        } catch (IOException e) {
            throw new UncheckedIOException("PGlite cannot be started", e);
        }
    }

    /** For one connection at a time; it knows no prepared statements that outlive their use. */
    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?prepareThreshold=0&sslmode=disable".formatted(port);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
