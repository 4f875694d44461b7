package io.asktrail.files.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The lines are written by hand, as another program would send them. */
class StreamedRowsTest {
    private static final String HEAD = """
        {"line":"head","columns":[{"id":"geo","label":"State","type":"text"},\
        {"id":"date","label":"Date","type":"date"},\
        {"id":"net_sales","label":"Net sales","type":"number","unit":"INR"}],"read_at":"2025-11-15T06:00:00Z"}
        """;
    private static final String ROWS = """
        ["Delhi","2025-11-01",12.50]
        [null,null,null]
        ["=1","2025-11-02",-123456789012345678.123456789]
        """;

    @Test
    void readsRowsWithEveryDigit() {
        // When
        try (var rows = rows(HEAD + ROWS + end(3))) {
            var all = all(rows);

            // Then
            assertThat(all.get(0)).containsExactly("Delhi", LocalDate.of(2025, 11, 1), new BigDecimal("12.50"));
            assertThat(all.get(1)).containsExactly(null, null, null);
            assertThat(all.get(2).get(2)).isEqualTo(new BigDecimal("-123456789012345678.123456789"));
            assertThat(rows.ending().query()).isEqualTo("SELECT 1");
            assertThat(rows.ending().truncated()).isTrue();
            assertThat(rows.ending().remarks()).containsExactly("The last days may change.");
        }
    }

    @Test
    void passesOnWhyTheSourceFailed() {
        // Given
        var broken = HEAD + ROWS + "{\"line\":\"failed\",\"code\":\"SOURCE_DOWN\",\"reason\":\"It went away.\"}\n";

        // When / Then
        assertThatThrownBy(() -> all(rows(broken))).isInstanceOfSatisfying(SuiteException.class, failed -> {
            assertThat(failed.code()).isEqualTo(ErrorCode.SOURCE_DOWN);
            assertThat(failed.forCaller()).isEqualTo("It went away.");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[\"Delhi\",\"2025-11-01\",1]\n",
                HEAD,
                HEAD + ROWS,
                HEAD + ROWS + "[\"Del",
                HEAD + "[\"Delhi\"]\n",
                HEAD + "[\"Delhi\",\"2025-11-01\",1,2]\n",
                HEAD + HEAD
            })
    void takesNothingForWholeThatIsNot(String cut) {
        assertThatThrownBy(() -> all(rows(cut))).isInstanceOf(SuiteException.class);
    }

    @Test
    void countsTheRows() {
        assertThatThrownBy(() -> all(rows(HEAD + ROWS + end(4)))).isInstanceOf(SuiteException.class);
    }

    @Test
    void closesTheStreamWhateverCame() {
        // Given
        var closed = new AtomicBoolean();
        var stream = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        // When
        assertThatThrownBy(() -> new StreamedRows(stream, JsonMapper.shared())).isInstanceOf(SuiteException.class);

        // Then
        assertThat(closed).isTrue();
    }

    private static String end(int rows) {
        return """
            {"line":"end","rows":%d,"truncated":true,"query":"SELECT 1",\
            "notes":[{"kind":"CAVEAT","code":"provisional","text":"The last days may change."}]}
            """.formatted(rows);
    }

    private static StreamedRows rows(String text) {
        return new StreamedRows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), JsonMapper.shared());
    }

    private static List<List<@Nullable Object>> all(RowSource rows) {
        var all = new ArrayList<List<@Nullable Object>>();
        for (var row = rows.next(); row != null; row = rows.next()) {
            all.add(row);
        }
        return all;
    }
}
