package io.asktrail.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void install() throws IOException {
        installation =
                new Installation(home, home.resolve("dist"), Path.of(System.getProperty("java.home"), "bin", "java"));
        Files.createDirectories(installation.jars());
        installation.write(home.resolve("dist/services/local.classpath"), "fakes.jar");
        pack(installation.jars().resolve("fakes.jar"));
    }

    // A jar, as in a real distribution: of a folder the JVM cannot archive the classes, and ends with a complaint.
    private static void pack(Path jar) throws IOException {
        var classes = Path.of("target/test-classes");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.list(classes.resolve("io/asktrail/cli/launch"))) {
            for (var file :
                    files.filter(name -> name.toString().contains("FakeMains")).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    @AfterEach
    void stop() {
        stopper(Duration.ofSeconds(2)).stop();
    }

    private Stopper stopper(Duration patience) {
        return new Stopper(installation, terminal(), patience);
    }

    private Terminal terminal() {
        var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Terminal(stream, stream, false, false, Terminal.UNLIMITED);
    }

    private Running start(Class<?> main, Duration patience) {
        return new Launcher(installation, terminal(), patience).start(main.getName(), Form.LOCAL.archive());
    }

    private Running start(Class<?> main) {
        return start(main, Duration.ofSeconds(30));
    }

    @Test
    void waitsUntilItIsReadyAndShowsProgress() {
        // When
        var running = start(FakeMains.Ready.class);

        // Then
        assertThat(running.address()).isEqualTo("http://127.0.0.1:4711");
        assertThat(running.process().isAlive()).isTrue();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("Starting Asktrail…\nMaking demo data: 40 %…\n");
    }

    @Test
    void passesOnWhyItCouldNotStart() {
        // When, Then
        assertThatThrownBy(() -> start(FakeMains.Failing.class))
                .isInstanceOf(CliFailure.class)
                .hasMessage("Port 8080 is taken by another program.");
    }

    @Test
    void doesNotRepeatTheReasonOfAnEarlierFailure() {
        // Given
        installation.write(installation.run("failure"), "Something of yesterday.\n");

        // When, Then
        assertThatThrownBy(() -> start(FakeMains.Crashing.class))
                .hasMessageStartingWith("Asktrail could not be started; what it said is in");
    }

    @Test
    void joinsTheOneThatSomebodyElseIsStarting() throws Exception {
        // Given
        var other = Thread.ofVirtual().start(() -> start(FakeMains.Ready.class));

        // When
        var running = start(FakeMains.Taken.class);

        // Then
        assertThat(running.port()).isEqualTo(4711);
        other.join();
    }

    @Test
    void doesNotTakeALeftoverForARunningOne() throws Exception {
        // Given: a process that has ended, and one whose number is taken by a younger process.
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        installation.write(installation.run("ready"), "pid=%d\nport=1\n".formatted(ended.pid()));
        var afterKill = Running.find(installation);
        installation.write(
                installation.run("ready"),
                "pid=%d\nport=1\n".formatted(ProcessHandle.current().pid()));
        Files.setLastModifiedTime(
                installation.run("ready"), java.nio.file.attribute.FileTime.fromMillis(1_000_000_000_000L));

        // When
        var afterReuse = Running.find(installation);

        // Then
        assertThat(afterKill).isEmpty();
        assertThat(afterReuse).isEmpty();
        assertThat(start(FakeMains.Ready.class).port()).isEqualTo(4711);
    }

    @Test
    void stopsAndClearsUp() {
        // Given
        var running = start(FakeMains.Ready.class);

        // When
        var outcome = new Stopper(installation, terminal()).stop();

        // Then
        assertThat(outcome).isEqualTo(Stopper.Outcome.STOPPED);
        assertThat(running.process().isAlive()).isFalse();
        assertThat(installation.run("ready")).doesNotExist();
        assertThat(new Stopper(installation, terminal()).stop()).isEqualTo(Stopper.Outcome.NOTHING_RAN);
    }

    @Test
    void killsTheOneThatDoesNotListen() {
        // Given
        var running = start(FakeMains.Stubborn.class);

        // When
        var outcome = stopper(Duration.ofMillis(500)).stop();

        // Then
        assertThat(outcome).isEqualTo(Stopper.Outcome.KILLED);
        assertThat(running.process().isAlive()).isFalse();
    }

    @Test
    void waitsForTheOneThatStillWorksAndSaysWhatFor() {
        // Given: for longer than it is waited for without work, by itself and by a process of its own
        var running = start(FakeMains.Busy.class);
        var archive = installation.cache(Form.LOCAL.archive());
        assertThat(archive).doesNotExist();

        // When
        var outcome = stopper(Duration.ofSeconds(1)).stop();

        // Then
        assertThat(outcome).isEqualTo(Stopper.Outcome.STOPPED);
        assertThat(running.process().isAlive()).isFalse();
        assertThat(archive).as("written at its very end").exists();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .endsWith("Stopping Asktrail; it keeps what makes its next start faster…\n");
    }

    @Test
    void saysThatTheHomeCannotBeUsed() throws Exception {
        // Given: a file where a folder has to be, which stops even root.
        Files.writeString(home.resolve("run"), "");

        // When, Then
        assertThatThrownBy(() -> start(FakeMains.Ready.class))
                .isInstanceOf(CliFailure.class)
                .hasMessageContaining("set ASKTRAIL_HOME to another place");
        Files.delete(home.resolve("run"));
    }
}
