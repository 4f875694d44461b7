package io.asktrail.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryPostgresTest {
    @Test
    void takesItsFolderAlong() throws Exception {
        // Given
        Path data;
        try (var temporary = TemporaryPostgres.start();
                var sql = Sql.asAdmin(temporary.server())) {
            data = Path.of(sql.value("SHOW data_directory"));
            assertThat(data).isDirectory();
        }

        // Then
        assertThat(data.getParent()).doesNotExist();
    }

    @Test
    void makesWhatItCopiesOnAMachineThatHasNeverHadAServer(@TempDir Path root) throws Exception {
        // Given
        Folders.allow(root, "rwxr-xr-x");
        var cache = BinaryCache.usableFrom(Optional.of(root), root);

        // When
        var template = TemporaryPostgres.template(cache);

        // Then
        assertThat(template.data().resolve("PG_VERSION")).hasContent(String.valueOf(BinaryCache.majorVersion()));
    }

    @Test
    void sweepsAwayTheServerOfAKilledProcess() throws Exception {
        // Given
        var left = Files.createTempDirectory("asktrail-postgres-");
        Folders.allow(left, "rwx--x--x");
        var other = OtherProcess.starting(left);
        other.port();
        var pid = Files.readAllLines(left.resolve("data/postmaster.pid")).getFirst();
        var server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        other.kill();
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofMinutes(5))));

        // When
        TemporaryPostgres.start().close();

        // Then
        assertThat(left).doesNotExist();
        assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(5));
    }
}
