package io.asktrail.querying.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.querying.SampleFetch;
import io.asktrail.querying.SampleFiles;
import io.asktrail.querying.SampleReader;
import io.asktrail.querying.SampleRegistry;
import io.asktrail.querying.SampleTables;
import io.asktrail.querying.secret.Secret;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.source.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

        // Then: a column that the question does not need is nothing to it
        assertThat(reason)
                .contains(
                        "clock of bare.events is text now, the registry says timestamp, and 1 of its values",
                        "amount of bare.events is text now, the registry says decimal, and 2 of its values",
                        "a decimal has 12 places at most")
                .doesNotContain("delhi", "event_id");
    }

    @Test
    void answersWhatNeedsNoValueThatIsOtherwise() throws IOException {
        // Given
        write("bare/events.csv", HEADER + "1,a,2025-10-01 10:00:00,4\n2,a,2025-10-01 10:00:00,x\n");

        // When
        var rows = (StepResult.Rows) ask(events("event_amount event_count").by("label"));

        // Then
        assertThat(rows.table().columns()).extracting("id").containsExactly("label", "event_count");
        assertThat(SampleTables.text(rows.table().number(0, 1))).isEqualTo("2");
        assertThat(rows.notes().getFirst().text()).contains("Event amount cannot be worked out", "1 of its values");
    }

    @ParameterizedTest
    @CsvSource({"event_id, 2.5", "event_id, 1e-1", "clock, 2025-10-01 25:00:00", "day, 2025-10-01 10:00:00"})
    void takesNoValueForAnother(String column, String value) throws Exception {
        // Given: the driver would make 3 of two and a half, and a day of ten o'clock
        var types = "event_id integer, clock timestamp, day date";
        write("bare/events.csv", "event_id,clock,day\n7,2025-10-01 10:00:00,2025-10-01 00:00:00\n");
        var fitting = seen(types);
        write("bare/events.csv", "%s\n%s\n".formatted(column, value));

        // When, Then
        assertThat(fitting).containsExactly(0L, 0L, 0L);
        assertThat(seen(types)).containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "cast(2.5 as decimal(9, 2)) | integer | 1",
                "cast(2 as decimal(9, 2)) | integer | 0",
                "cast(1e30 as double) | decimal | 1",
                "timestamp '2025-10-01 00:00:00' | date | 0",
                "timestamp '2025-10-01 10:00:00' | date | 1",
                "'2025-10-01' | date | 0",
                "'soon' | date | 1",
                "12 | boolean | 1",
                "[1] | integer | 1",
                "7 | text | 0"
            })
    void readsParquetOfAnotherTypeWhereNoValueChanges(String value, String type, long misfits) throws Exception {
        // Given
        Files.createDirectories(folder.resolve("bare"));
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute("copy (select %s as event_id) to '%s/bare/events.parquet' (format parquet)"
                    .formatted(value, folder));
        }

        // When, Then
        assertThat(seen("event_id " + type)).containsExactly(misfits);
    }

    private List<Long> seen(String columns) throws Exception {
        try (var jdbc = Sandbox.open("", folder, Map.of())) {
            var files = TableFiles.of(folder, "shop", SampleRegistry.EVENTS);
            return new FileLook(jdbc, files, Duration.ofSeconds(10))
                    .against(SampleRegistry.table(SampleRegistry.EVENTS, columns)).listed().stream()
                            .map(FileShape.Listed::misfits)
                            .toList();
        }
    }

    @Test
    void saysWhichColumnIsNotThere() throws IOException {
        write("bare/events.csv", "event_id,label,clock\n1,a,2025-10-01 10:00:00\n");
        assertThat(missing(events("event_amount"))).contains("bare.events has no column amount any more");
    }

    @Test
    void saysWhichFileIsNotThere() {
        assertThat(missing(events("event_amount")))
                .contains("put bare/events.csv or bare/events.parquet into its folder");
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
        assertThat(missing(events("event_amount"))).contains("There is no table bare.events any more");
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
