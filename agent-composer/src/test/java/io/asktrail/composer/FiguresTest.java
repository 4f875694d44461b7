package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.answer.Figure;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No number gets into the text but from a cell, whatever the rows look like. */
class FiguresTest {
    private static final Pattern DATE =
            Pattern.compile("\\d{1,2}(–\\d{1,2})? [A-Z][a-z]{2}( – \\d{1,2} [A-Z][a-z]{2})? \\d{4}");
    private static final Comparison SEPTEMBER = new Comparison(
            Comparison.Kind.PREVIOUS_PERIOD, LocalDate.parse("2025-09-01"), LocalDate.parse("2025-09-30"));

    @Test
    void everyFigureStandsInItsCell() {
        var random = new Random(7);
        for (var round = 0; round < 300; round++) {
            // Given
            var plain = Run.ask("net_sales", "acos").groupBy(List.of(Run.dimension("geo"))).build();
            var series = Run.ask("net_sales", "acos").time(Run.october(Grain.DAY)).build();
            var compared = Run.ask("net_sales").groupBy(List.of(Run.dimension("geo"))).compare(SEPTEMBER).build();

            // When, Then
            check(draft(plain, "geo net_sales acos", "Delhi", "Kerala", "Goa", random));
            check(draft(series, "date net_sales acos", "2025-10-01", "2025-10-02", "2025-10-03", random));
            check(draft(compared, "geo net_sales net_sales.previous net_sales.change net_sales.change_pct",
                    "Delhi", "Kerala", "Goa", random));
        }
    }

    private static Draft draft(TaskSpec task, String header, String a, String b, String c, Random random) {
        var columns = header.split(" ").length - 1;
        var text = new StringBuilder(header);
        for (var name : List.of(a, b, c, "= -")) {
            text.append('\n').append(name);
            for (var i = 0; i < columns; i++) {
                text.append(' ').append(cell(random));
            }
        }
        return new Run(task).gave(Run.table(text.toString())).draft();
    }

    private static String cell(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "-";
            case 1 -> "0";
            case 2 -> "-" + random.nextInt(100_000) + ".5";
            case 3 -> "0.0" + (1 + random.nextInt(9));
            default -> BigDecimal.valueOf(random.nextLong(10_000_000_000L), 2).toPlainString();
        };
    }

    private static void check(Draft draft) {
        var rest = new StringBuilder(draft.text());
        for (var figure : draft.figures().reversed()) {
            if (figure.formula() == null) {
                assertThat(inTable(draft, figure)).as(draft.text()).isEqualTo(figure.value());
            }
            rest.delete(figure.from(), figure.to());
        }
        assertThat(DATE.matcher(rest).replaceAll("")).doesNotContainPattern("\\d");
    }

    private static @Nullable Object inTable(Draft draft, Figure figure) {
        var table = Objects.requireNonNull(draft.table());
        var column = table.indexOf(Objects.requireNonNull(figure.column())).orElseThrow();
        var row = figure.row();
        return row == null
                ? Objects.requireNonNull(table.totals()).get(column)
                : table.rows().get(row).get(column);
    }
}
