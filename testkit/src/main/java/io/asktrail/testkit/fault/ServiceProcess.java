package io.asktrail.testkit.fault;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One service of a running suite, to be frozen, killed, and started again with other settings. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofMinutes(1);

    private final Path home;
    private final String service;
    private final List<String> command;
    private final int port;
    private ProcessHandle process;

    private ServiceProcess(Path home, String service, List<String> command, int port, ProcessHandle process) {
        this.home = home;
        this.service = service;
        this.command = command;
        this.port = port;
        this.process = process;
    }

    /** A service as the suite started it. */
    public static ServiceProcess of(Path home, String service) {
        try {
            var pid = Long.parseLong(Files.readString(home.resolve("run/%s.pid".formatted(service)))
                    .strip()
                    .split("\\s+")[0]);
            var arguments = Files.readString(Path.of("/proc/%d/cmdline".formatted(pid)), StandardCharsets.UTF_8);
            var settings = new Properties();
            settings.load(new StringReader(Files.readString(home.resolve("run/%s.properties".formatted(service)))));
            return new ServiceProcess(
                    home,
                    service,
                    List.of(arguments.split("\0")),
                    Integer.parseInt(settings.getProperty("server.port")),
                    ProcessHandle.of(pid).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its port on this machine. */
    public int port() {
        return port;
    }

    /** As {@code kill -STOP}: it keeps its connections and answers nothing. */
    public void freeze() {
        signal("STOP");
    }

    /** As {@code kill -CONT}. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            var sent = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (sent != 0) {
                throw new IllegalStateException("%s cannot be sent %s".formatted(service, name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** As {@code kill -9}; returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again at its own port, with settings that override its file's; returns when it answers. */
    public void start(String... settings) {
        process = launch(port, settings);
        await(port, process);
    }

    /** One more of the same service at another port. */
    public ServiceProcess another(int otherPort, String... settings) {
        var launched = launch(otherPort, settings);
        await(otherPort, launched);
        return new ServiceProcess(home, service, command, otherPort, launched);
    }

    private ProcessHandle launch(int at, String... settings) {
        var all = new ArrayList<>(command);
        all.add("--server.port=" + at);
        all.addAll(List.of(settings));
        try {
            return new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
                    .start()
                    .toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private File log() {
        return home.resolve("logs/%s.log".formatted(service)).toFile();
    }

    private void await(int at, ProcessHandle started) {
        var end = System.nanoTime() + START_WITHIN.toNanos();
        while (!answers(at)) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("%s did not start: see %s".formatted(service, log()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean answers(int at) {
        @Nullable HttpURLConnection health = null;
        try {
            health = (HttpURLConnection) URI.create("http://127.0.0.1:%d/health".formatted(at))
                    .toURL()
                    .openConnection();
            health.setConnectTimeout(500);
            health.setReadTimeout(2_000);
            return health.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        } finally {
            if (health != null) {
                health.disconnect();
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
