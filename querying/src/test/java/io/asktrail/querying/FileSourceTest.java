package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.querying.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder of files as a warehouse: what is read of it, what changes, what is refused, and what cannot be reached. */
class FileSourceTest {
    private static final Caller OWNER = new Caller("owner", List.of(Role.ADMIN), List.of("*"), List.of(), List.of());
    private static final String HEADER = "event_id,label,clock,amount\n";

    @TempDir
    private Path folder;

    @AutoClose
    private Connections connections;

    @BeforeEach
    void connect() {
        connections = new Connections(Map.of("shop", SampleFiles.settings(folder)));
    }

    @Test
    void keepsTextThatLooksLikeANumberAndReadsAnEmptyCellAsNoValue() throws IOException {
        // Given
        write("bare/events.csv", HEADER + "1,007,2025-10-01 10:00:00,0.1\n2,,2025-10-01 10:00:00,\n");

        // When, Then
        assertThat(cells(events("event_count event_amount").by("label")))
                .containsExactly(List.of("007", "1", "0.1"), List.of("–", "1", "–"));
    }

    @Test
    void noticesThatFilesChangeComeAndGo() throws IOException {
        // Given
        write("bare/events.csv", HEADER + "1,a,2025-10-01 10:00:00,1\n");
        assertThat(cells(events("event_amount"))).containsExactly(List.of("1"));

        // When, Then
        write("bare/events/more.csv", HEADER + "2,a,2025-10-01 10:00:00,20.5\n");
        assertThat(cells(events("event_amount"))).containsExactly(List.of("21.5"));
        write("bare/events.csv", HEADER + "1,a,2025-10-01 10:00:00,300\n");
        assertThat(cells(events("event_amount"))).containsExactly(List.of("320.5"));
        Files.delete(folder.resolve("bare/events.csv"));
        assertThat(cells(events("event_amount"))).containsExactly(List.of("20.5"));
    }

    @Test
    void readsColumnsByNameWhateverTheirOrderAndWhatElseStandsThere() throws IOException {
        // Given
        write("bare/events/a.csv", HEADER + "1,a,2025-10-01 10:00:00,1\n");
        write("bare/events/b.csv", "amount;extra;clock;event_id;label\n2.25;x;2025-10-02 10:00:00;2;b\n");

        // When, Then
        assertThat(cells(events("event_amount").by("label"))).containsExactly(List.of("a", "1"), List.of("b", "2.25"));
    }

    @Test
    void saysWhichColumnsHoldOtherThingsAndNoValueOfThem() throws IOException {
        // Given
        write("bare/events.csv", HEADER + "one-of-delhi,a,2025-13-01,0.1234567890123\n2,b,2025-10-01 10:00:00,x\n");

        // When
        var reason = missing(events("event_amount"));

        // Then
        assertThat(reason)
                .contains("'event_id' has 1 that are no integer", "'clock' has 1", "'amount' has 2")
                .doesNotContain("delhi");
    }

    @Test
    void saysWhichColumnIsNotThere() throws IOException {
        write("bare/events.csv", "event_id,label,clock\n1,a,2025-10-01 10:00:00\n");
        assertThat(missing(events("event_amount"))).contains("bare.events", "amount", "schema file");
    }

    @Test
    void saysWhichFileIsNotThere() {
        assertThat(missing(events("event_amount"))).contains("put bare/events.csv or bare/events.parquet there");
    }

    @Test
    void refusesATableInTwoFormats() throws IOException {
        write("bare/events.csv", HEADER);
        write("bare/events.parquet", "");
        assertThat(missing(events("event_amount"))).contains("as CSV and as Parquet: keep one of them");
    }

    @Test
    void followsNoLinkOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
        // Given
        var secret = Files.writeString(elsewhere.resolve("events.csv"), HEADER + "1,a,2025-10-01 10:00:00,1\n");
        Files.createDirectories(folder.resolve("bare"));
        Files.createSymbolicLink(folder.resolve("bare/events.csv"), secret);
        Files.createSymbolicLink(folder.resolve("bare/events"), elsewhere);

        // When, Then
        assertThat(missing(events("event_amount"))).contains("has no files of the table bare.events");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from read_csv('/etc/passwd')",
                "select * from read_csv('%s/bare/events.csv')",
                "select * from '%s/bare/events.csv'",
                "copy (select 1) to '%s/written.csv'",
                "attach '%s/other.duckdb' as other",
                "install httpfs",
                "load httpfs",
                "select * from 'http://127.0.0.1:1/x.csv'",
                "set enable_external_access = true",
                "set lock_configuration = false",
                "set threads = 64",
                "create table bare.written (n integer)",
                "drop view bare.events"
            })
    void reachesNothingButItsCopies(String command) throws Exception {
        // Given
        write("bare/events.csv", HEADER + "1,a,2025-10-01 10:00:00,1\n");
        cells(events("event_amount"));
        try (var jdbc = connections.borrow("shop", List.of())) {
            var engine = connections.engine("shop");
            engine.begin(jdbc, "*", Duration.ofSeconds(5));

            // When, Then: no guardrail stands before this connection
            assertThatThrownBy(() ->
                            jdbc.prepareStatement(command.formatted(folder)).execute())
                    .isInstanceOf(SQLException.class);
            engine.end(jdbc);
        }
        assertThat(folder.resolve("written.csv")).doesNotExist();
    }

    @Test
    void refusesAFolderThatIsNoneAndOptionsThatItDoesNotKnow() {
        // Given
        var nowhere = new ConnectionSettings("jdbc:duckdb:" + folder.resolve("nowhere"), "", "");
        var odd = new ConnectionSettings(
                "jdbc:duckdb:" + folder,
                "",
                Secret.NONE,
                Map.of("allow_unsigned_extensions", new Secret.Plain("true")));

        // When, Then
        try (var wrong = new Connections(Map.of("shop", nowhere, "odd", odd))) {
            assertThatThrownBy(() -> wrong.borrow("shop", List.of()))
                    .isInstanceOf(SuiteException.class)
                    .hasMessageContaining("is to be a folder of CSV or Parquet files");
            assertThatThrownBy(() -> wrong.borrow("odd", List.of()))
                    .isInstanceOf(SuiteException.class)
                    .hasMessageContaining("takes the options memory_limit and threads here");
        }
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<List<String>> cells(SampleFetch fetch) {
        return switch (ask(fetch)) {
            case StepResult.Rows rows ->
                rows.table().rows().stream()
                        .map(row -> row.stream().map(SampleTables::text).toList())
                        .toList();
            case StepResult.Missing missing -> throw new AssertionError(missing);
        };
    }

    private String missing(SampleFetch fetch) {
        return ((StepResult.Missing) ask(fetch)).reason();
    }

    private StepResult ask(SampleFetch fetch) {
        return new SampleReader(100, connections).fetch(OWNER, fetch.request());
    }

    private static SampleFetch events(String metrics) {
        return new SampleFetch("shop_db.events", metrics);
    }
}
