package io.asktrail.files.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.file.ExportedFile;
import io.asktrail.contracts.task.Export;
import io.asktrail.files.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ShelfTest {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Caller ASHA = caller("asha");
    private static final Caller RAVI = caller("ravi");

    private final MovableClock clock = new MovableClock();

    @TempDir
    private Path parent = Path.of("");

    private Path folder = Path.of("");
    private Shelf shelf = unset();

    @BeforeEach
    void open() {
        folder = parent.resolve("exports");
        shelf = Shelf.open(folder, JsonMapper.shared(), clock);
    }

    @Test
    void keepsAFileForItsOwner() throws IOException {
        // When
        var file = put(ASHA, "a,b\r\n");

        // Then
        assertThat(shelf.find(ASHA, file.id())).isEqualTo(file);
        assertThat(shelf.list(ASHA)).containsExactly(file);
        try (var content = shelf.content(ASHA, file.id())) {
            assertThat(content).hasContent("a,b\r\n");
        }
        // printf 'a,b\\r\\n' | sha256sum
        assertThat(file.sha256()).isEqualTo("fbf6b30113a4b6418c623a96ed6844f17ef5751b908a16abaa919d0bcd6b7784");
    }

    @Test
    void knowsNothingOfItToAnybodyElse() throws IOException {
        // Given
        var file = put(ASHA, "a");

        // When / Then
        assertUnknown(() -> shelf.find(RAVI, file.id()));
        assertUnknown(() -> shelf.content(RAVI, file.id()));
        assertUnknown(() -> shelf.delete(RAVI, file.id()));
        assertThat(shelf.list(RAVI)).isEmpty();
        assertThat(shelf.find(ASHA, file.id())).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "../secrets", "..%2Fx", "abcdefghijklmnopqrstuvwxy/", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abc"})
    void leadsNowhereElse(String id) {
        assertUnknown(() -> shelf.find(ASHA, id));
    }

    @Test
    void saysThatAFileWasThereOnceItsTimeIsOver() throws IOException {
        // Given
        var file = put(ASHA, "a");

        // When
        clock.move(KEPT);

        // Then, swept or not
        assertExpired(() -> shelf.find(ASHA, file.id()));
        assertThat(shelf.list(ASHA)).isEmpty();
        assertThat(shelf.sweep()).isEqualTo(1);
        assertExpired(() -> shelf.content(ASHA, file.id()));
        assertUnknown(() -> shelf.find(RAVI, file.id()));
        try (var left = Files.list(folder)) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".data"));
        }
        assertThat(shelf.sweep()).isZero();
    }

    @Test
    void keepsAFileUntilTheLastMoment() throws IOException {
        // Given
        var file = put(ASHA, "a");

        // When
        clock.move(KEPT.minusMillis(1));

        // Then
        assertThat(shelf.sweep()).isZero();
        assertThat(shelf.find(ASHA, file.id())).isEqualTo(file);
    }

    @Test
    void forgetsAfterAMonthThatItWasThere() throws IOException {
        // Given
        var file = put(ASHA, "a");

        // When
        clock.move(KEPT.plus(Duration.ofDays(31)));
        shelf.sweep();

        // Then
        assertUnknown(() -> shelf.find(ASHA, file.id()));
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void deletesWhatItsOwnerDoesNotWantAnyMore() throws IOException {
        // Given
        var file = put(ASHA, "a");

        // When
        shelf.delete(ASHA, file.id());

        // Then
        assertUnknown(() -> shelf.find(ASHA, file.id()));
        assertThat(shelf.list(ASHA)).isEmpty();
        assertThat(folder.resolve(file.id() + ".data")).doesNotExist();
    }

    @Test
    void givesNothingOfAFileThatIsUnderWay() throws IOException {
        // Given
        var id = NewFile.id();
        Files.writeString(shelf.begin(id), "half a fi");

        // When / Then
        assertUnknown(() -> shelf.content(ASHA, id));
        shelf.drop(id);
        assertThat(shelf.begin(id)).doesNotExist();
    }

    @Test
    void clearsWhatAProcessLeftThatEnded() throws IOException {
        // Given
        var old = shelf.begin(NewFile.id());
        var fresh = shelf.begin(NewFile.id());
        Files.writeString(old, "half");
        Files.writeString(fresh, "half");
        Files.setLastModifiedTime(old, FileTime.from(clock.instant().minus(Duration.ofHours(3))));
        Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));

        // When
        shelf.sweep();

        // Then
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void closesItsFolderAndFilesToOthers() throws IOException {
        // When
        var file = put(ASHA, "a");

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file.id() + ".data"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void findsFilesAgainAfterANewStart() throws IOException {
        // Given
        var file = put(ASHA, "a");

        // When
        var again = Shelf.open(folder, JsonMapper.shared(), clock);

        // Then
        assertThat(again.find(ASHA, file.id())).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Net sales by state, last month?     | net-sales-by-state-last-month-2025-11-15.csv
        पिछले हफ्ते की बिक्री                   | पिछले-हफ्ते-की-बिक्री-2025-11-15.csv
        ../../etc/passwd                    | etc-passwd-2025-11-15.csv
        "x";\\r\\nSet-Cookie: a               | x-r-nset-cookie-a-2025-11-15.csv
        CON                                 | asktrail-2025-11-15.csv
        ???                                 | asktrail-2025-11-15.csv
        """, quoteCharacter = '`')
    void namesAFileAsEveryFileSystemTakesIt(String words, String name) {
        assertThat(FileName.of(words, clock.instant().atZone(ZoneOffset.UTC).toLocalDate(), Export.Format.CSV))
                .isEqualTo(name);
    }

    @Test
    void cutsALongName() {
        assertThat(FileName.of(
                        "sales ".repeat(50),
                        clock.instant().atZone(ZoneOffset.UTC).toLocalDate(),
                        Export.Format.XLSX))
                .hasSizeLessThan(80)
                .endsWith("sales-2025-11-15.xlsx");
    }

    private ExportedFile put(Caller owner, String content) throws IOException {
        var id = NewFile.id();
        Files.writeString(shelf.begin(id), content);
        var file = NewFile.of(
                id, shelf.begin(id), Export.Format.CSV, "a question", 1, false, clock.instant(), ZoneOffset.UTC, KEPT);
        shelf.put(owner, file);
        return file;
    }

    private static void assertUnknown(ThrowingCallable call) {
        assertCode(call, ErrorCode.UNKNOWN_ID);
    }

    private static void assertExpired(ThrowingCallable call) {
        assertCode(call, ErrorCode.EXPIRED);
    }

    private static void assertCode(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static Caller caller(String sub) {
        return new Caller(sub, List.of(Role.ANALYST), List.of("*"), List.of(), List.of());
    }

    @SuppressWarnings("NullAway") // set before each test
    private static <T> T unset() {
        return null;
    }
}
