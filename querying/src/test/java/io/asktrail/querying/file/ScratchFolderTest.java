package io.asktrail.querying.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
    @TempDir
    private Path parent;

    @Test
    void removesWhatAKilledProcessHasLeft() throws Exception {
        // Given: a process that made one, with a copy in it, and was killed
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.asktrail.querying.file.ScratchFolderTest$Holder",
                        parent.toString())
                .start();
        var left = Path.of(process.inputReader().readLine());
        Files.writeString(left.resolve("copy_1.duckdb"), "rows");

        // When
        try (var own = ScratchFolder.in(parent)) {
            // Then: as long as it lives, its folder does
            assertThat(left.resolve("copy_1.duckdb")).exists();
            assertThat(own.path()).isNotEqualTo(left);
        }

        // When
        process.destroyForcibly().waitFor();
        try (var own = ScratchFolder.in(parent)) {
            // Then
            assertThat(left).doesNotExist();
            assertThat(own.path()).exists();
        }
    }

    /** Another process: makes a folder, says where, and waits to be killed. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            var held = ScratchFolder.in(Path.of(arguments[0]));
            System.out.println(held.path());
            Thread.currentThread().join();
        }
    }

    @Test
    void leavesThoseOfThisProcessAloneAndGoesWhenClosed() throws IOException {
        // Given
        var first = ScratchFolder.in(parent);

        // When
        try (var second = ScratchFolder.in(parent)) {
            // Then
            assertThat(first.path()).exists();
            assertThat(second.path()).exists();
        }
        first.close();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void removesAnOldOneWithoutALockAndSparesOneThatIsJustBeingMade() throws IOException {
        // Given
        var old = Files.createDirectory(parent.resolve("asktrail-duckdb-1"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        var young = Files.createDirectory(parent.resolve("asktrail-duckdb-2"));
        var another = Files.createDirectory(parent.resolve("something-else"));
        Files.setLastModifiedTime(another, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        // When
        try (var own = ScratchFolder.in(parent)) {
            // Then
            assertThat(parent).isDirectoryContaining(own.path()::equals);
            assertThat(old).doesNotExist();
            assertThat(young).exists();
            assertThat(another).exists();
        }
    }
}
