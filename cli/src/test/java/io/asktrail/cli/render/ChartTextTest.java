package io.asktrail.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.cli.answer.Picture;
import io.asktrail.cli.answer.Picture.Mark;
import io.asktrail.cli.answer.Picture.Shape;
import io.asktrail.cli.terminal.Style;
import io.asktrail.contracts.ask.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartTextTest {
    private static final Style PLAIN = new Style(false);

    private static Mark mark(String place, String series, @Nullable String value, @Nullable String from) {
        return new Mark(
                place,
                series,
                value == null ? null : new BigDecimal(value),
                value == null ? "–" : value,
                from == null ? null : new BigDecimal(from));
    }

    private static Mark mark(String place, @Nullable String value) {
        return mark(place, "Net sales", value, null);
    }

    private static List<String> draw(Shape shape, int columns, Mark... marks) {
        return ChartText.lines(new Picture(shape, "", List.of(marks)), columns, PLAIN, Language.ENGLISH);
    }

    @Test
    void drawsBarsAsLongAsTheirNumbers() {
        // When: 40 columns, of which names take 6, numbers 3 and gaps 4: 27 are left for the longest bar.
        var lines = draw(Shape.BAR, 40, mark("Delhi", "400"), mark("Goa", "100"), mark("Kerala", "0"));

        // Then: a quarter of 27 is 6.75.
        assertThat(lines)
                .containsExactly(
                        "Delhi   400  " + "█".repeat(27), "Goa     100  " + "█".repeat(6) + "▊", "Kerala    0");
    }

    @Test
    void drawsWhatIsBelowZeroToTheLeftOfIt() {
        // When: from -100 to 300 over 27 columns, zero is at 6.75, which is moved to the edge of a letter.
        var lines = draw(Shape.BAR, 40, mark("Profit", "300"), mark("Loss", "-100"));

        // Then
        assertThat(lines)
                .containsExactly("Profit   300         " + "█".repeat(19), "Loss    -100  " + "█".repeat(6) + "▌");
    }

    @Test
    void showsThatASmallNumberIsMoreThanNothing() {
        assertThat(draw(Shape.BAR, 40, mark("Delhi", "1000000"), mark("Goa", "1"))
                        .get(1))
                .endsWith("▏");
    }

    @Test
    void beginsAStepWhereTheOneBeforeEnded() {
        // When
        var lines = draw(
                Shape.WATERFALL,
                60,
                mark("before", "all", "100", "0"),
                mark("SB", "up", "200", "100"),
                mark("SP", "down", "150", "200"));

        // Then: 60 - 6 - 3 - 4 columns stand for 200.
        assertThat(lines)
                .containsExactly(
                        "before  100  " + "█".repeat(23) + "▌",
                        "SB      200  " + " ".repeat(24) + "█".repeat(23),
                        "SP      150  " + " ".repeat(35) + "█".repeat(12));
    }

    @Test
    void namesAMemberOnceWhereItHasSeveralNumbers() {
        // When
        var lines = draw(
                Shape.GROUPED,
                80,
                mark("Delhi", "this", "4", null),
                mark("Delhi", "before", "2", null),
                mark("Goa", "this", "1", null));

        // Then
        assertThat(lines.get(0)).startsWith("Delhi · this");
        assertThat(lines.get(1)).startsWith("  · before");
        assertThat(lines.get(2)).startsWith("Goa · this");
    }

    @Test
    void drawsALineForEachSeriesToOneScale() {
        // When
        var lines = draw(
                Shape.LINE,
                80,
                mark("2025-10-01", "SB", "0", null),
                mark("2025-10-02", "SB", "70", null),
                mark("2025-10-03", "SB", null, null),
                mark("2025-10-04", "SB", "10", null),
                mark("2025-10-01", "SP", "20", null),
                mark("2025-10-02", "SP", "30", null));

        // Then
        assertThat(lines)
                .containsExactly(
                        "SB  ▁▁▁▁████    ▂▂▂▂",
                        "    low 0 (2025-10-01) · high 70 (2025-10-02)",
                        "SP  ▃▃▃▃▄▄▄▄",
                        "    low 20 (2025-10-01) · high 30 (2025-10-02)",
                        "    2025-10-01 to 2025-10-04");
    }

    @Test
    void drawsTheDaysAheadAfterTheDaysThatWere() {
        // When: five days of four columns each, to one scale from 10 to 30
        var lines = draw(
                Shape.FORECAST,
                80,
                mark("2025-10-01", "Ad spend", "20", null),
                mark("2025-10-02", "Ad spend", "30", null),
                mark("2025-10-03", "Ad spend", "10", null),
                mark("2025-10-04", "Forecast", "25", null),
                mark("2025-10-05", "Forecast", "20", null));

        // Then
        assertThat(lines)
                .containsExactly(
                        "Ad spend  ▅▅▅▅████▁▁▁▁",
                        "          low 10 (2025-10-03) · high 30 (2025-10-02)",
                        "Forecast  " + " ".repeat(12) + "▆▆▆▆▅▅▅▅",
                        "          low 20 (2025-10-05) · high 25 (2025-10-04)",
                        "          2025-10-01 to 2025-10-05");
    }

    @Test
    void endsALongLineWithItsLastPoint() {
        // Given
        var marks = new ArrayList<Mark>();
        for (var day = 1; day <= 365; day++) {
            marks.add(mark("day " + day, "s", day == 365 ? "100" : "0", null));
        }

        // When
        var lines = draw(Shape.LINE, 60, marks.toArray(Mark[]::new));

        // Then
        assertThat(lines.getFirst()).hasSize(60).endsWith("▁█");
        assertThat(lines.getLast()).contains("7");
    }

    @Test
    void drawsPartsEndToEnd() {
        // When: 54 columns for 100.
        var lines = draw(
                Shape.STACKED,
                61,
                mark("Delhi", "SB", "50", null),
                mark("Delhi", "SP", "50", null),
                mark("Goa", "SB", "25", null),
                mark("Goa", "SP", "0", null));

        // Then
        assertThat(lines)
                .containsExactly(
                        "Delhi  " + "█".repeat(27) + "▓".repeat(27), "Goa    " + "█".repeat(14), "█ SB   ▓ SP");
    }

    @Test
    void staysWithinTheScreenWhateverTheNames() {
        for (var columns = 40; columns <= 200; columns += 7) {
            var width = columns;
            assertThat(draw(
                            Shape.BAR,
                            columns,
                            mark("A campaign whose name is very much longer than anybody would wish for 東京", "123456"),
                            mark("b", "-9876543.21")))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(width));
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void drawsNothingWhereNothingIsToBeSeen(Shape shape) {
        assertThat(draw(shape, 80)).isEmpty();
        assertThat(draw(shape, 80, mark("one", "5"))).isEmpty();
        assertThat(draw(shape, 80, mark("one", null), mark("two", null))).isEmpty();
        assertThat(draw(shape, 39, mark("one", "5"), mark("two", "6"), mark("three", "7")))
                .isEmpty();
    }

    @Test
    void obeysNothingThatStandsInNames() {
        assertThat(draw(Shape.BAR, 60, mark("a\u001b[31mb", "5"), mark("c", "6")))
                .noneMatch(line -> line.contains("\u001b"));
    }
}
