package io.asktrail.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshServerTest {
    @TempDir
    private static Path temporary;

    private static PostgresServer server;

    @BeforeAll
    static void start() throws IOException {
        Folders.allow(temporary, "rwx--x--x");
        server = EmbeddedPostgres.at(temporary.resolve("postgres")).start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync,on",
        "synchronous_commit,on",
        "full_page_writes,on",
        "listen_addresses,127.0.0.1",
        "unix_socket_directories,''",
        "server_encoding,UTF8",
        "log_timezone,UTC"
    })
    void isSetAsPromised(String setting, String value) throws Exception {
        try (var sql = Sql.asAdmin(server)) {
            assertThat(sql.value("SELECT setting FROM pg_settings WHERE name = '%s'".formatted(setting)))
                    .isEqualTo(value);
        }
    }

    @Test
    void knowsLettersBeyondAscii() throws Exception {
        try (var sql = Sql.asAdmin(server)) {
            assertThat(sql.value("SELECT upper('ä')")).isEqualTo("Ä");
        }
    }

    @Test
    void asksEverybodyForAPassword() throws Exception {
        // Given
        var wrong = new Credentials(server.superuser().user(), "wrong");

        // When / Then
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Sql.as(wrong, server, "postgres"))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
        try (var sql = Sql.asAdmin(server)) {
            assertThat(sql.value("SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
        }
    }

    @Test
    void keepsThePasswordToItsOwner() throws Exception {
        var file = temporary.resolve("postgres/superuser.password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(server.superuser().toString())
                .doesNotContain(server.superuser().password());
    }

    @Test
    void makesARoleAndADatabaseAgainWithoutHarm() throws Exception {
        // Given
        var owner = new Credentials("o'wner\"s", "pa'ss\\word");

        // When
        for (var round = 0; round < 2; round++) {
            server.ensureRole(owner);
            server.ensureDatabase("its \"own\"", owner.user());
        }

        // Then
        try (var sql = Sql.asAdmin(server)) {
            assertThat(sql.value("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'its \"own\"'"))
                    .isEqualTo(owner.user());
        }
        try (var sql = Sql.as(owner, server, "its%20%22own%22")) {
            assertThat(sql.value("SELECT current_user")).isEqualTo(owner.user());
        }
    }
}
