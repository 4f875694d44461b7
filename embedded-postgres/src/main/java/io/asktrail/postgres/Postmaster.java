package io.asktrail.postgres;

import io.asktrail.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds, starts and stops the one server process of a folder. Every call is made under the folder's lock. */
final class Postmaster {
    private static final int ATTEMPTS = 20;
    private static final int START_SECONDS = 120;
    private static final int STOP_SECONDS = 30;
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final long LARGE_LOG = 10L << 20;

    private final Home home;
    private final Binaries binaries;
    private final RunAs plainUser;

    Postmaster(Home home, Binaries binaries, RunAs plainUser) {
        this.home = home;
        this.binaries = binaries;
        this.plainUser = plainUser;
    }

    /** The port of the server that runs already. One that is coming up or going down is waited for. */
    Optional<Integer> findRunning(Credentials superuser) throws IOException {
        var deadline = System.nanoTime() + SETTLING.toNanos();
        while (System.nanoTime() < deadline) {
            var server = running();
            if (server.isEmpty()) {
                return Optional.empty();
            }
            if (server.get().isReady() && Connections.answers(server.get().port(), superuser, home)) {
                return Optional.of(server.get().port());
            }
            Pause.briefly();
        }
        throw new EmbeddedPostgresException(
                Reason.TIMED_OUT,
                "A PostgreSQL runs in %s but does not answer; look into %s, end it and start again."
                        .formatted(home.data(), home.log()));
    }

    int launch(Durability durability) throws IOException {
        PostmasterFile.disarm(home.data());
        prepareLog();
        for (var attempt = 1; ; attempt++) {
            var port = attempt == 1 ? lastPortOrFree() : freePort();
            var done = control("start", START_SECONDS, "-o", Settings.commandLine(port, durability));
            if (done.worked()) {
                Files.writeString(home.lastPort(), port + "\n");
                return port;
            }
            if (attempt == ATTEMPTS || !mayWorkNextTime(done.output())) {
                throw Faults.fromOutput("PostgreSQL did not start", home.folder(), done.output());
            }
            Pause.briefly();
        }
    }

    /** Ends every session and writes everything down; what was committed needs no repair at the next start. */
    void stop() throws IOException {
        var server = running();
        if (server.isEmpty()) {
            return;
        }
        var done = control("stop", STOP_SECONDS, "-m", "fast");
        if (!done.worked() && running().isPresent()) {
            throw Faults.fromOutput("PostgreSQL did not stop", home.folder(), done.output());
        }
        waitForEnd(server.get());
    }

    /** The server deletes its file a moment before it ends, and nobody shall meet it in between. */
    private void waitForEnd(PostmasterFile server) {
        var deadline = System.nanoTime() + SETTLING.toNanos();
        while (server.isServerOf(home.data()) && System.nanoTime() < deadline) {
            Pause.briefly();
        }
    }

    private Optional<PostmasterFile> running() throws IOException {
        return PostmasterFile.read(home.data()).filter(found -> found.isServerOf(home.data()));
    }

    private Command.Result control(String action, int seconds, String... arguments) throws IOException {
        var words = plainUser.command(binaries.control(), arguments);
        words.addAll(List.of("-D", home.data().toString(), "-w", "-t", Integer.toString(seconds), action));
        return Command.run(words, home.log(), Duration.ofSeconds(seconds + 10L));
    }

    /** Someone took the port meanwhile, or workers of a killed server are about to see that it is gone. */
    private static boolean mayWorkNextTime(String output) {
        return output.contains("could not bind")
                || output.contains("could not create any TCP/IP sockets")
                || output.contains("pre-existing shared memory block");
    }

    private void prepareLog() throws IOException {
        if (Files.exists(home.log()) && Files.size(home.log()) > LARGE_LOG) {
            Files.move(home.log(), home.folder().resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(home.log())) {
            Files.createFile(
                    home.log(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private int lastPortOrFree() throws IOException {
        if (Files.exists(home.lastPort())) {
            try {
                var port = Integer.parseInt(Files.readString(home.lastPort()).strip());
                return openable(port) ? port : freePort();
            } catch (NumberFormatException torn) {
                return freePort();
            }
        }
        return freePort();
    }

    private static boolean openable(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException | IllegalArgumentException taken) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
