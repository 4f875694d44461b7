package io.asktrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in front of the program, against folders that look like JDKs. */
class ScriptTest {
    private static final Path SCRIPT = Path.of("../asktrail").toAbsolutePath().normalize();

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
        assertThat(new ProcessBuilder("bash", "-n", SCRIPT.toString()).start().waitFor())
                .isZero();
    }

    @Test
    void takesJavaHomeWhereItIsNewEnough() throws Exception {
        // Given
        var chosen = jdk("mine", "26-ea");
        jdk("all/other", "25.0.1");

        // When
        var outcome = javaHome(
                SCRIPT,
                Map.of(
                        "JAVA_HOME",
                        chosen.toString(),
                        "ASKTRAIL_JDK_FOLDERS",
                        folder.resolve("all").toString()));

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
        assertThat(outcome.text())
                .startsWith("Asktrail needs a JDK 25 or newer")
                .contains("Temurin 25");
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

    /** A JVM that only tells its options, and leaves the files that they ask for. */
    private static final String TELLING_JAVA = """
            #!/bin/sh
            for word; do
                case $word in
                    -XX:AOTMode=*) mode=${word#*=} ;;
                    -XX:AOTConfiguration=*) recorded=${word#*=} ;;
                    -XX:AOTCache=*) cached=${word#*=} ;;
                esac
            done
            case ${mode:-} in
                record) echo classes >"$recorded" ;;
                create) cp "$recorded" "$cached" ;;
            esac
            printf '%s\\n' "$@"
            """;

    private Path distribution() throws IOException {
        var root = Files.createDirectories(folder.resolve("root"));
        Files.copy(SCRIPT, root.resolve("asktrail"));
        var dist = Files.createDirectories(root.resolve("target/dist"));
        Files.writeString(Files.createDirectories(dist.resolve("services")).resolve("cli.classpath"), "cli.jar");
        Files.writeString(Files.createDirectories(dist.resolve("lib")).resolve("cli.jar"), "");
        Files.writeString(dist.resolve("built"), "");
        return root;
    }

    private String options(Path root, Path java, String command) throws Exception {
        var builder = new ProcessBuilder("bash", root.resolve("asktrail").toString(), command, "net sales");
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        java.toString(),
                        "ASKTRAIL_HOME",
                        folder.resolve("home").toString()));
        var process = builder.redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        assertThat(text).contains("io.asktrail.cli.Asktrail\n" + command + "\nnet sales");
        return text;
    }

    @Test
    void keepsTheClassesThatAQuestionLoadedForTheNextOnes() throws Exception {
        // Given
        var java = jdk("mine", "25");
        Files.writeString(java.resolve("bin/java"), TELLING_JAVA);
        var root = distribution();
        var cache = folder.resolve("home/cache");

        // When, Then: only a question is recorded
        assertThat(options(root, java, "status")).doesNotContain("AOT");
        assertThat(options(root, java, "ask"))
                .contains("-XX:AOTMode=record", "-XX:AOTConfiguration=" + cache.resolve("cli.aotconf"));

        // And the next command has the cache made, and waits for nothing
        assertThat(options(root, java, "status")).doesNotContain("AOT");
        await(() -> Files.exists(cache.resolve("cli.aot")));
        assertThat(options(root, java, "status")).contains("-XX:AOTCache=" + cache.resolve("cli.aot"));
        await(() -> files(cache).equals(Set.of("cli.aot")));

        // And what did not come far enough, or is older than a jar, is made anew
        Files.writeString(cache.resolve("cli.aot.poor"), "");
        assertThat(options(root, java, "ask")).contains("-XX:AOTMode=record");
        var jar = root.resolve("target/dist/lib/cli.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(options(root, java, "ask")).contains("-XX:AOTMode=record");
    }

    private static Set<String> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        for (var tries = 0; tries < 1_000 && !condition.call(); tries++) {
            Thread.sleep(20);
        }
        assertThat(condition.call()).isTrue();
    }
}
