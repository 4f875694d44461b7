package io.asktrail.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to run that depend on who starts; without root there is one way only, and the other tests take it. */
class PlainUserTest {
    @TempDir
    private Path temporary;

    @BeforeEach
    void onlyRootCanBeSomebodyElse() throws IOException {
        assumeTrue(RunAs.isRoot(), "these tests change the user, which only root can");
        Folders.allow(temporary, "rwx--x--x");
    }

    @Test
    void startsAsAPlainUser() throws Exception {
        // Given
        var nobody = RunAs.asUser(RunAs.idOf("-u", "nobody"), RunAs.idOf("-g", "nobody"))
                .getFirst();
        var folder = Files.createDirectory(temporary.resolve("of-nobody"));
        nobody.give(folder);
        var classPath = readableClassPath();
        var cache = BinaryCache.usableFrom(Optional.empty(), temporary);
        cache.unpacked();

        // When
        try (var other = OtherProcess.run(
                nobody.prefix(),
                classPath,
                List.of(folder + "/postgres", cache.root().toString()))) {
            var port = other.port();

            // Then
            assertThat(port).isPositive();
            assertThat(Files.getOwner(folder.resolve("postgres/data")).getName())
                    .isEqualTo("nobody");
        }
        assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void startsInAFolderThatOnlyRootCanReach() throws Exception {
        // Given
        var closed = Files.createDirectory(temporary.resolve("closed"));
        Folders.allow(closed, "rwx------");
        var namespaces = Command.run(RunAs.inNamespace(1).command(Path.of("true")), Duration.ofSeconds(5));
        assumeTrue(namespaces.worked(), "this machine lets nobody make a user namespace");

        // When
        try (var server = EmbeddedPostgres.at(closed.resolve("postgres")).start();
                var sql = Sql.asAdmin(server)) {
            // Then
            assertThat(sql.value("SELECT 6 * 7")).isEqualTo("42");
        }
        try (var again = EmbeddedPostgres.at(closed.resolve("postgres")).start()) {
            assertThat(again.adopted()).isFalse();
        }
    }

    /** The build may lie below a folder that is closed to others. */
    private String readableClassPath() throws IOException {
        var copies = Files.createDirectory(temporary.resolve("classes"));
        Folders.allow(copies, "rwxr-xr-x");
        var entries = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var copy = copies.resolve(
                    Integer.toString(entries.size()) + Path.of(entry).getFileName());
            if (Command.run(List.of("cp", "-R", entry, copy.toString()), Duration.ofSeconds(20))
                    .worked()) {
                entries.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }
}
