package io.asktrail.orchestrator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.CellChange;
import io.asktrail.contracts.answer.CellChange.RowKind;
import io.asktrail.contracts.answer.CellChange.RowName;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableChangesTest {
    private static final Column CHANNEL = new Column("channel", "Channel", ColumnType.TEXT, null);
    private static final Column SPEND = new Column("spend", "Ad spend", ColumnType.NUMBER, "INR");
    private static final Column ROAS = new Column("roas", "ROAS", ColumnType.NUMBER, "ratio");

    @Test
    void findsNothingWhereOnlyTheWritingDiffers() {
        // Given
        var before = table(List.of(CHANNEL, SPEND), row("SP", "2.50"), row("SB", null));
        var after = table(List.of(CHANNEL, SPEND), row("SB", null), row("SP", "2.5"));

        // Then
        assertThat(TableChanges.between(before, after)).isEmpty();
    }

    @Test
    void tellsBothValuesOfAFigureThatMovedByTheNameOfItsRow() {
        // Given
        var before = table(List.of(CHANNEL, SPEND, ROAS), row("SP", "10", "4"), row("SB", "20", "3"));
        var after = table(List.of(CHANNEL, SPEND, ROAS), row("SB", "20", "3.5"), row("SP", "10", "4"));

        // Then
        assertThat(TableChanges.between(before, after)).containsExactly(change(RowKind.KEPT, "SB", ROAS, "3", "3.5"));
    }

    @Test
    void tellsRowsThatCameAndWent() {
        // Given
        var before = table(List.of(CHANNEL, SPEND), row("SP", "10"), row("SB", "20"));
        var after = table(List.of(CHANNEL, SPEND), row("SP", "10"), row("SD", "5"));

        // Then
        assertThat(TableChanges.between(before, after))
                .containsExactly(
                        change(RowKind.GONE, "SB", SPEND, "20", null), change(RowKind.NEW, "SD", SPEND, null, "5"));
    }

    @Test
    void tellsAFigureThatBecameNothingAndOneThatWasNone() {
        // Given
        var before = table(List.of(CHANNEL, SPEND), row("SP", null), row("SB", "20"));
        var after = table(List.of(CHANNEL, SPEND), row("SP", "0"), row("SB", null));

        // Then
        assertThat(TableChanges.between(before, after))
                .containsExactly(
                        change(RowKind.KEPT, "SP", SPEND, null, "0"), change(RowKind.KEPT, "SB", SPEND, "20", null));
    }

    @Test
    void comparesTotalsOnTheirOwn() {
        // Given
        var before = new Table(List.of(CHANNEL, SPEND), List.of(row("SP", "10")), row(null, "10"));
        var after = new Table(List.of(CHANNEL, SPEND), List.of(row("SP", "10")), row(null, "11"));

        // Then
        assertThat(TableChanges.between(before, after))
                .containsExactly(new CellChange(
                        List.of(), RowKind.TOTALS, "spend", "Ad spend", new BigDecimal("10"), new BigDecimal("11")));
    }

    @Test
    void leavesOutColumnsThatOnlyOneTableHas() {
        // Given
        var before = table(List.of(CHANNEL, SPEND, ROAS), row("SP", "10", "4"));
        var after = table(List.of(CHANNEL, SPEND), row("SP", "10"));

        // Then
        assertThat(TableChanges.between(before, after)).isEmpty();
    }

    private static CellChange change(
            RowKind kind, String channel, Column column, @Nullable String before, @Nullable String after) {
        return new CellChange(
                List.of(new RowName("channel", channel)),
                kind,
                column.id(),
                column.label(),
                number(before),
                number(after));
    }

    @SafeVarargs
    private static Table table(List<Column> columns, List<@Nullable Object>... rows) {
        return new Table(columns, Arrays.asList(rows));
    }

    private static List<@Nullable Object> row(@Nullable String channel, @Nullable String spend) {
        return Arrays.asList(channel, number(spend));
    }

    private static List<@Nullable Object> row(String channel, String spend, String roas) {
        return Arrays.asList(channel, number(spend), number(roas));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
