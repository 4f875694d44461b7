package io.asktrail.testkit;

import io.asktrail.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The product in processes of its own, from the built distribution, in a home of its own that is deleted after. */
public final class RunningAsktrail implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofMinutes(10);

    /** One process for all, or one a service. */
    public enum Form {
        LOCAL("io.asktrail.local.LocalMain"),
        SPLIT("io.asktrail.local.SplitMain");

        private final String mainClass;

        Form(String mainClass) {
            this.mainClass = mainClass;
        }
    }

    private final Form form;
    private final Path home;
    private final Process process;
    private final int port;

    private RunningAsktrail(Form form, Path home, Process process, int port) {
        this.form = form;
        this.home = home;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the demo in a home and at a port of its own, and waits until it answers and all ad reports have come. The demo
     * is made once and copied: a test of the first start takes {@link #start(Form, Path, int, LocalDate)}.
     *
     * @param demoUntil the last day of its data
     */
    public static RunningAsktrail start(Form form, LocalDate demoUntil) throws InterruptedException {
        return start(form, demoUntil, Map.of());
    }

    /**
     * The same with settings of its own.
     *
     * @param settings more variables of its environment, e.g. {@code ASKTRAIL_REGISTRY}
     */
    public static RunningAsktrail start(Form form, LocalDate demoUntil, Map<String, String> settings)
            throws InterruptedException {
        try {
            var running = start(form, DemoHomes.copy(demoUntil), demoUntil, settings);
            running.awaitAds();
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts the demo in a home, which {@link #close} deletes, and waits until it answers: ad reports may still come.
     *
     * @throws IllegalStateException with what it printed, if it does not start
     */
    public static RunningAsktrail start(Form form, Path home, int port, LocalDate demoUntil)
            throws InterruptedException {
        return start(form, home, port, demoUntil, Map.of());
    }

    /** The same at a port of its own, with settings of its own. */
    public static RunningAsktrail start(Form form, Path home, LocalDate demoUntil, Map<String, String> settings)
            throws InterruptedException {
        return start(form, home, freePort(), demoUntil, settings);
    }

    private static RunningAsktrail start(
            Form form, Path home, int port, LocalDate demoUntil, Map<String, String> settings)
            throws InterruptedException {
        var running = launched(form, home, port, demoUntil, settings);
        running.awaitReady();
        return running;
    }

    /** The same, without waiting: {@link #awaitReady} does. */
    public static RunningAsktrail launched(
            Form form, Path home, int port, LocalDate demoUntil, Map<String, String> settings) {
        return new RunningAsktrail(form, home, launch(form, home, port, demoUntil, settings), port);
    }

    /** The demo's first start in a home, which leaves an archive of its classes there when it is stopped. */
    static RunningAsktrail first(Path home, LocalDate demoUntil) throws InterruptedException {
        var port = freePort();
        var command = command(Form.LOCAL, ClassArchives.making(home));
        var running = new RunningAsktrail(Form.LOCAL, home, launch(command, home, port, demoUntil, Map.of()), port);
        running.awaitReady();
        return running;
    }

    /** The process alone, whatever becomes of it. */
    public static Process launch(Form form, Path home, int port, LocalDate demoUntil) {
        return launch(form, home, port, demoUntil, Map.of());
    }

    private static Process launch(Form form, Path home, int port, LocalDate demoUntil, Map<String, String> settings) {
        if (form == Form.SPLIT) {
            ClassArchives.lend(home);
        }
        return launch(command(form, ClassArchives.options()), home, port, demoUntil, settings);
    }

    private static Process launch(
            List<String> command, Path home, int port, LocalDate demoUntil, Map<String, String> settings) {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("test.log").toFile());
            builder.environment().putAll(settings);
            builder.environment().put("ASKTRAIL_HOME", home.toString());
            builder.environment().put("ASKTRAIL_PORT", String.valueOf(port));
            builder.environment().put("ASKTRAIL_DEMO_UNTIL", demoUntil.toString());
            // Tests ask more than any one person does.
            builder.environment().put("ASKTRAIL_GATEWAY_LIMITS_PERMINUTE", "1000000");
            builder.environment().put("ASKTRAIL_GATEWAY_LIMITS_BURST", "1000000");
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Form form, List<String> archive) {
        return java(archive, List.of("-Xmx768m", "-Dasktrail.dist=" + Distribution.folder()), form.mainClass);
    }

    private static List<String> java(List<String> archive, List<String> options, String mainClass) {
        return Stream.of(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseCompactObjectHeaders",
                                "-Xlog:disable",
                                "-Xlog:all=error:stderr"),
                        archive,
                        options,
                        List.of("-cp", Distribution.classPath("local"), mainClass))
                .flatMap(List::stream)
                .toList();
    }

    /** A port that nobody uses now. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until it answers.
     *
     * @throws IllegalStateException with what it printed, if it does not start
     */
    public void awaitReady() throws InterruptedException {
        var end = System.nanoTime() + START_WITHIN.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                var log = read(home.resolve("test.log"));
                stop();
                throw new IllegalStateException("Asktrail did not start:\n" + log);
            }
            Thread.sleep(100);
        }
    }

    // Of this process: one that was killed has left its own behind.
    private boolean isReady() {
        var ready = home.resolve("run/ready");
        return Files.exists(ready) && read(ready).lines().anyMatch(("pid=" + process.pid())::equals);
    }

    /**
     * Waits until the sync has ended.
     *
     * @return what {@code ./asktrail ads status --json} says then
     * @throws IllegalStateException with that, if something is not there
     */
    public String awaitAds() throws InterruptedException {
        try {
            var looking = program("io.asktrail.local.AdsStatusMain", List.of("--json", "--wait"));
            var status = new String(looking.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (looking.waitFor() != 0 || !status.contains("\"complete\":true")) {
                throw new IllegalStateException("the ad reports are not all there: " + status);
            }
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process program(String mainClass, List<String> arguments) throws IOException {
        var command = new ArrayList<>(java(ClassArchives.options(), List.of(), mainClass));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        builder.environment().put("ASKTRAIL_HOME", home.toString());
        return builder.start();
    }

    /**
     * A token of the local login, as {@code ./asktrail token} makes it.
     *
     * @param options e.g. {@code --sub asha --role analyst --region Delhi}
     */
    public String token(String... options) {
        try {
            var minting = program("io.asktrail.local.TokenMain", List.of(options));
            var token = new String(minting.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (minting.waitFor() != 0) {
                throw new IllegalStateException("no token for %s".formatted(List.of(options)));
            }
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Where the gateway listens. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The token of the local owner: admin, all regions. */
    public String ownerToken() {
        return read(home.resolve("run/owner.token"));
    }

    /** The folder of its data, secrets and logs. */
    public Path home() {
        return home;
    }

    /** What a file of the home holds, without blanks at its ends. */
    public static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills its process, as {@code kill -9} does; its database lives on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        if (form == Form.SPLIT) {
            ClassArchives.keepServices(home);
        }
        delete(home);
    }

    /** Ends it as {@code ./asktrail down} does: the first one writes the archives of its classes. The home stays. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    /** Deletes a home with all that is in it, after the database that a killed process may have left in it. */
    public static void delete(Path home) {
        if (!Files.exists(home)) {
            return;
        }
        EmbeddedPostgres.at(home.resolve("postgres")).stopIfUnused();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
