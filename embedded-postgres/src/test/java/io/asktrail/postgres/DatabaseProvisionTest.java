package io.asktrail.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseProvisionTest {
    private static final String DENIED = "42501";
    private static final String READ_ONLY = "25006";

    @TempDir
    private static Path secrets;

    private static PostgresServer server;
    private static ServiceLogins logins;

    @BeforeAll
    static void provisionTwice() throws SQLException {
        server = TemporaryPostgres.shared();
        var provision = DatabaseProvision.withSecretsIn(secrets)
                .andWarehouse("warehouse_orders")
                .andAdsStore("ads_orders");
        provision.applyTo(server);
        logins = provision.applyTo(server);
        fill("warehouse");
        fill("warehouse_orders");
        fill("ads_orders");
        fill("ads");
    }

    private static void fill(String database) throws SQLException {
        try (var loader = as(ServiceRole.LOADER, database)) {
            loader.run("CREATE TABLE facts AS SELECT 7 AS figure");
            loader.run("CREATE SCHEMA later");
            loader.run("CREATE TABLE later.facts AS SELECT 8 AS figure");
        }
    }

    @ParameterizedTest
    @CsvSource({"SALES,warehouse", "SALES,warehouse_orders", "ADS,ads", "ADS,ads_orders"})
    void letsAReaderReadWhatTheLoaderMakes(ServiceRole reader, String database) throws Exception {
        try (var sql = as(reader, database)) {
            assertThat(sql.value("SELECT figure FROM facts")).isEqualTo("7");
            assertThat(sql.value("SELECT figure FROM later.facts")).isEqualTo("8");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO facts VALUES (1)",
                "DELETE FROM facts",
                "DROP TABLE facts",
                "CREATE TABLE mine (id int)",
                "CREATE SCHEMA mine"
            })
    void stopsAReaderThatWritesEvenInAWritingTransaction(String statement) throws Exception {
        try (var sql = as(ServiceRole.SALES, "warehouse")) {
            assertThat(stateOf(() -> sql.run(statement))).isEqualTo(READ_ONLY);
            sql.run("SET default_transaction_read_only = off");
            assertThat(stateOf(() -> sql.run(statement))).isEqualTo(DENIED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SALES,asktrail",
        "SALES,ads",
        "SALES,postgres",
        "SALES,template1",
        "ADS,asktrail",
        "ADS,warehouse",
        "ADS,warehouse_orders",
        "SALES,ads_orders",
        "STATE,warehouse",
        "STATE,ads",
        "LOADER,asktrail"
    })
    void keepsARoleOutOfTheDatabasesOfOthers(ServiceRole role, String database) {
        assertThat(stateOf(() -> as(role, database).close())).isEqualTo(DENIED);
    }

    @Test
    void letsTheStateRoleBuildItsOwnDatabase() throws Exception {
        try (var sql = as(ServiceRole.STATE, "asktrail")) {
            sql.run("CREATE SCHEMA runs CREATE TABLE run (id int)");
            assertThat(sql.value("SELECT count(*) FROM runs.run")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE ROLE more", "CREATE DATABASE more", "COPY facts TO PROGRAM 'cat'"})
    void givesTheLoaderNothingBeyondItsDatabases(String statement) throws Exception {
        try (var sql = as(ServiceRole.LOADER, "warehouse")) {
            assertThat(stateOf(() -> sql.run(statement))).isEqualTo(DENIED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"asktrail_state", "asktrail_loader", "asktrail_sales", "asktrail_ads"})
    void keepsEachPasswordInAFileOfItsOwnerAlone(String role) throws Exception {
        var permissions = Files.getPosixFilePermissions(secrets.resolve(role + ".password"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    private static Sql as(ServiceRole role, String database) throws SQLException {
        return Sql.as(logins.of(role), server, database);
    }

    private interface Attempt {
        void run() throws SQLException;
    }

    private static String stateOf(Attempt attempt) {
        return assertThatExceptionOfType(SQLException.class)
                .isThrownBy(attempt::run)
                .actual()
                .getSQLState();
    }
}
