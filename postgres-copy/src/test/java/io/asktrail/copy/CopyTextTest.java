package io.asktrail.copy;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyTextTest {
    private final TestDatabase database = new TestDatabase("copied");

    @BeforeEach
    void table() {
        database.run("CREATE TABLE notes (id int, note text)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\\", "\\N", "\\.", "a\tb", "a\nb", "a\r\nb", "\\t", "कुर्ता 🧵", "'\"", "\u000b\f\b"})
    void bringsBackEveryTextAsItWas(String text) throws SQLException {
        // When
        copy(List.of(Arrays.asList(1, text), Arrays.asList(2, "after")));

        // Then
        assertThat(notes()).containsExactly(text, "after");
    }

    @Test
    void tellsNothingFromAnEmptyText() throws SQLException {
        // When
        copy(List.of(Arrays.asList(1, null), Arrays.asList(2, "")));

        // Then
        assertThat(notes()).containsExactly(null, "");
    }

    @Test
    void leavesOutTheCharacterZero() throws SQLException {
        // When
        copy(List.of(Arrays.asList(1, "\0a\0\0b\0"), Arrays.asList(2, "\0")));

        // Then
        assertThat(notes()).containsExactly("ab", "");
    }

    @Test
    void writesWhatIsLongerThanAPieceWhole() throws SQLException {
        // Given rows of two bytes a letter, many times as long as a piece
        var rows = new ArrayList<List<? extends @Nullable Object>>();
        for (var i = 0; i < 3_000; i++) {
            rows.add(List.of(i, "é".repeat(i % 200)));
        }

        // When
        copy(rows);

        // Then
        assertThat(database.query("SELECT count(*), sum(length(note)), sum(octet_length(note)) FROM notes"))
                .containsExactly("3000|298500|597000");
    }

    @Test
    void leavesNothingWhereItWasGivenUp() throws SQLException {
        // Given
        try (var connection = database.open()) {
            var copy = CopyText.into(connection, "notes (id, note)");
            copy.row(1, "x");

            // When
            copy.giveUp();
            copy.giveUp();
        }

        // Then
        assertThat(notes()).isEmpty();
    }

    private void copy(List<? extends List<? extends @Nullable Object>> rows) throws SQLException {
        try (var connection = database.open()) {
            var copy = CopyText.into(connection, "notes (id, note)");
            for (var row : rows) {
                copy.row(row.toArray());
            }
            copy.end();
        }
    }

    private List<@Nullable String> notes() throws SQLException {
        try (Connection connection = database.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT note FROM notes ORDER BY id")) {
            var notes = new ArrayList<@Nullable String>();
            while (rows.next()) {
                notes.add(rows.getString(1));
            }
            return notes;
        }
    }
}
