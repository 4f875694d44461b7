package io.asktrail.mcp.shorten;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class ShortenerTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static Answer answer(int rows, int numbers, String text, int caveats) {
        var columns = new ArrayList<Column>();
        columns.add(new Column("campaign", "Campaign | name", ColumnType.TEXT, null));
        var totals = new ArrayList<@Nullable Object>();
        totals.add(null);
        for (var i = 0; i < numbers; i++) {
            columns.add(new Column("m" + i, "Metric " + i, ColumnType.NUMBER, i == 0 ? "percent" : "INR"));
            totals.add(new BigDecimal("987654321.0123456789"));
        }
        var table = new Table(
                columns,
                IntStream.range(0, rows).mapToObj(row -> row(row, numbers)).toList(),
                totals);
        return new Answer(
                "ans_1",
                "con_1",
                AnswerStatus.ANSWERED,
                null,
                Language.ENGLISH,
                text,
                List.of(),
                table,
                null,
                List.of(),
                "x".repeat(600),
                List.of(),
                IntStream.range(0, caveats)
                        .mapToObj(i -> new Caveat("c" + i, "Caveat %d. ".formatted(i) + "y".repeat(400)))
                        .toList(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Cost.NONE,
                CacheUse.MISS,
                "r1",
                null,
                1,
                null);
    }

    private static List<@Nullable Object> row(int at, int numbers) {
        var row = new ArrayList<@Nullable Object>();
        row.add("वाह! campaign\n%d".formatted(at));
        for (var i = 0; i < numbers; i++) {
            row.add(at == 1 ? null : new BigDecimal("0.1234567890123456789"));
        }
        return row;
    }

    private static CallToolResult shorten(Answer answer, int rows, int bytes) {
        return new Shortener(JSON, new SlimTasks(JSON), DataSize.ofBytes(bytes)).result(answer, rows);
    }

    private static ShortAnswer structure(CallToolResult result) {
        return (ShortAnswer) result.structuredContent();
    }

    private static ShortTable table(CallToolResult result) {
        return Objects.requireNonNull(structure(result).table());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }

    private static int size(CallToolResult result) {
        return JSON.writeValueAsBytes(result.structuredContent()).length
                + text(result).getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void changesNoNumber() {
        // When
        var result = shorten(answer(3, 1, "Some.", 0), 50, 32_000);

        // Then
        assertThat(table(result).rows().getFirst().get(1)).isEqualTo(new BigDecimal("0.1234567890123456789"));
        assertThat(text(result))
                .contains("| वाह! campaign 0 | 0.1234567890123456789 |", "| वाह! campaign 1 | – |")
                .contains("| Campaign \\| name | Metric 0 (percent) |")
                .contains("Totals of all 3 rows: Metric 0 (percent) 987654321.0123456789")
                .contains("Rates are fractions");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, 4096",
        "500, 3, 0, 4096",
        "500, 3, 0, 32768",
        "500, 60, 0, 8192",
        "3, 400, 0, 4096",
        "200000, 2, 0, 32768",
        "50, 3, 80, 8192"
    })
    void fitsWhateverTheAnswer(int rows, int numbers, int caveats, int bytes) {
        // When
        var result = shorten(answer(rows, numbers, "There are many. ".repeat(200), caveats), 500, bytes);

        // Then
        assertThat(size(result)).isLessThanOrEqualTo(bytes);
        assertThat(structure(result).answerId()).isEqualTo("ans_1");
        var table = structure(result).table();
        if (table != null) {
            assertThat(table.totalRows()).isEqualTo(rows);
            assertThat(table.rows()).hasSize(table.shownRows());
            assertThat(Objects.requireNonNull(table.totals()).getLast())
                    .isEqualTo(new BigDecimal("987654321.0123456789"));
            assertThat(text(result).contains("do not add them up")).isEqualTo(table.shownRows() < rows);
        } else {
            assertThat(text(result)).contains("ask for fewer metrics");
        }
    }

    @Test
    void givesRowsUpBeforeWords() {
        // When
        var result = shorten(answer(500, 3, "Many.", 1), 500, 8192);

        // Then
        assertThat(table(result).shownRows()).isBetween(5, 400);
        assertThat(structure(result).method()).hasSize(600);
        assertThat(structure(result).caveats()).hasSize(1);
    }
}
