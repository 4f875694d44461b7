package io.asktrail.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asktrail.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    private Path temporary;

    private Path home;

    @BeforeEach
    void chooseHome() throws IOException {
        Folders.allow(temporary, "rwx--x--x");
        home = temporary.resolve("postgres");
    }

    @AfterEach
    void stopWhatIsLeft() {
        EmbeddedPostgres.at(home).stopIfUnused();
    }

    @Test
    void keepsDataBetweenStarts() throws Exception {
        // Given
        try (var first = EmbeddedPostgres.at(home).start();
                var sql = Sql.asAdmin(first)) {
            sql.run("CREATE TABLE kept AS SELECT 42 AS answer");
        }

        // When
        try (var second = EmbeddedPostgres.at(home).start();
                var sql = Sql.asAdmin(second)) {
            // Then
            assertThat(second.adopted()).isFalse();
            assertThat(sql.value("SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void adoptsTheServerThatAKilledProcessLeftBehind() throws Exception {
        // Given
        var other = OtherProcess.starting(home);
        var port = other.port();
        other.kill();

        // When
        try (var server = EmbeddedPostgres.at(home).start()) {
            // Then
            assertThat(server.adopted()).isTrue();
            assertThat(server.port()).isEqualTo(port);
        }
        assertThat(answers(port)).isFalse();
    }

    @Test
    void leavesTheServerToTheProcessThatStillUsesIt() throws Exception {
        // Given
        try (var other = OtherProcess.starting(home)) {
            var port = other.port();

            // When
            EmbeddedPostgres.at(home).start().close();

            // Then
            assertThat(answers(port)).isTrue();
            assertThat(EmbeddedPostgres.at(home).stopIfUnused()).isFalse();
        }
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void recoversWhatWasCommittedWhenTheServerIsKilled() throws Exception {
        // Given
        var first = EmbeddedPostgres.at(home).start();
        try (var sql = Sql.asAdmin(first)) {
            sql.run("CREATE TABLE kept AS SELECT 42 AS answer");
        }
        ProcessHandle.of(pid()).orElseThrow().destroyForcibly();

        // When
        try (var second = EmbeddedPostgres.at(home).start();
                var sql = Sql.asAdmin(second)) {
            // Then
            assertThat(second.adopted()).isFalse();
            assertThat(sql.value("SELECT answer FROM kept")).isEqualTo("42");
        }
        first.close();
    }

    @Test
    void isNotFooledByAStrangerWithTheProcessIdOfADeadServer() throws Exception {
        // Given
        EmbeddedPostgres.at(home).start().close();
        var stranger = new ProcessBuilder("sleep", "60").start();
        var file = home.resolve("data/postmaster.pid");
        Files.write(file, List.of("" + stranger.pid(), home + "/data", "1", "5432", "", "127.0.0.1", "1 1", "ready"));

        // When
        try (var server = EmbeddedPostgres.at(home).start()) {
            // Then
            assertThat(server.adopted()).isFalse();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void letsAllWhoStartAtOnceShareOneServer() throws Exception {
        // Given
        try (var other = OtherProcess.starting(home);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<PostgresServer> start = EmbeddedPostgres.at(home)::start;

            // When
            var here = threads.invokeAll(List.of(start, start)).stream()
                    .map(Future::resultNow)
                    .toList();

            // Then
            var port = other.port();
            assertThat(here).extracting(PostgresServer::port).containsOnly(port);
            here.forEach(PostgresServer::close);
            assertThat(answers(port)).isTrue();
        }
    }

    @Test
    void beginsAnewWhenTheFirstStartWasKilledHalfWay() throws Exception {
        // Given
        Files.createDirectories(home.resolve("initialising-0123/data/base"));
        Folders.allow(home, "rwx--x--x");

        // When
        try (var server = EmbeddedPostgres.at(home).start()) {
            // Then
            assertThat(answers(server.port())).isTrue();
            assertThat(home.resolve("initialising-0123")).doesNotExist();
        }
    }

    @Test
    void refusesDataOfAnotherVersion() throws Exception {
        // Given
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/PG_VERSION"), "16\n");

        // When / Then
        assertThatExceptionOfType(EmbeddedPostgresException.class)
                .isThrownBy(EmbeddedPostgres.at(home)::start)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.OTHER_DATA_VERSION))
                .withMessageContaining("PostgreSQL 16");
    }

    @Test
    void refusesAFolderThatHoldsSomethingElse() throws Exception {
        // Given
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/holiday.txt"), "photos");

        // When / Then
        assertThatExceptionOfType(EmbeddedPostgresException.class)
                .isThrownBy(EmbeddedPostgres.at(home)::start)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_A_DATA_FOLDER));
        assertThat(home.resolve("data/holiday.txt")).exists();
    }

    @Test
    void saysWhichFolderCannotBeMade() throws Exception {
        // Given
        var file = Files.writeString(temporary.resolve("file"), "");

        // When / Then
        assertThatExceptionOfType(EmbeddedPostgresException.class)
                .isThrownBy(EmbeddedPostgres.at(file.resolve("postgres"))::start)
                .withMessageContaining(file.toString());
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst());
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
