package io.asktrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in front of the program, against folders that look like JDKs. */
class ScriptTest {
    private static final Path SCRIPT =
            Path.of("../asktrail").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Path jdk(String name, String version) throws IOException {
        var home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        for (var program : new String[] {"java", "javac"}) {
            var file = Files.writeString(home.resolve("bin").resolve(program), "#!/bin/sh\nexit 1\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"%s\"".formatted(version));
        return home;
    }

    private record Outcome(int exitCode, String text) {}

    private Outcome javaHome(Path script, Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder("bash", script.toString(), "--print-java-home").redirectErrorStream(true);
        var variables = builder.environment();
        variables.remove("JAVA_HOME");
        variables.put("PATH", "/usr/bin:/bin");
        variables.put("ASKTRAIL_HOME", folder.resolve("home").toString());
        variables.putAll(environment);
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Outcome(process.waitFor(), text);
    }

    @Test
    void isBash() throws Exception {
        assertThat(new ProcessBuilder("bash", "-n", SCRIPT.toString()).start().waitFor()).isZero();
    }

    @Test
    void takesJavaHomeWhereItIsNewEnough() throws Exception {
        // Given
        var chosen = jdk("mine", "26-ea");
        jdk("all/other", "25.0.1");

        // When
        var outcome = javaHome(
                SCRIPT,
                Map.of("JAVA_HOME", chosen.toString(), "ASKTRAIL_JDK_FOLDERS", folder.resolve("all").toString()));

        // Then
        assertThat(outcome).isEqualTo(new Outcome(0, chosen.toString()));
    }

    @Test
    void passesOverOldOnesAndRemembersWhatItFound() throws Exception {
        // Given: an old java on the PATH, an old JAVA_HOME, and a new JDK as macOS lays it out.
        var old = jdk("old", "17.0.15");
        jdk("all/a-21", "21.0.2");
        jdk("all/b-8", "1.8.0_402");
        var found = jdk("all/temurin-25.jdk/Contents/Home", "25");
        var environment = Map.of(
                "JAVA_HOME", old.toString(),
                "PATH", old.resolve("bin") + ":/usr/bin:/bin",
                "ASKTRAIL_JDK_FOLDERS", folder.resolve("all").toString());

        // When
        var outcome = javaHome(SCRIPT, environment);

        // Then
        assertThat(outcome).isEqualTo(new Outcome(0, found.toString()));
        assertThat(folder.resolve("home/cache/java-home")).hasContent(found.toString());
    }

    @Test
    void saysWhatToInstallWhereThereIsNone() throws Exception {
        // Given
        var old = jdk("old", "17.0.15");

        // When
        var outcome = javaHome(
                SCRIPT,
                Map.of("PATH", old.resolve("bin") + ":/usr/bin:/bin", "ASKTRAIL_JDK_FOLDERS", folder + "/none"));

        // Then
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.text()).startsWith("Asktrail needs a JDK 25 or newer").contains("Temurin 25");
    }

    @Test
    void findsItsOwnFolderThroughLinks() throws Exception {
        // Given
        var chosen = jdk("mine", "25");
        var first = Files.createSymbolicLink(folder.resolve("first"), SCRIPT);
        var second = Files.createSymbolicLink(folder.resolve("second"), folder.relativize(first));

        // When
        var outcome = javaHome(second, Map.of("JAVA_HOME", chosen.toString()));

        // Then
        assertThat(outcome).isEqualTo(new Outcome(0, chosen.toString()));
    }

    @Test
    void saysThatItsHomeCannotBeWritten() throws Exception {
        // Given: a file where the folder has to be, which stops even root.
        Files.writeString(folder.resolve("home"), "");

        // When
        var outcome = javaHome(SCRIPT, Map.of());

        // Then
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.text()).contains("cannot be written", "ASKTRAIL_HOME");
    }
}
