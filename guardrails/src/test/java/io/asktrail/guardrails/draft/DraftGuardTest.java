package io.asktrail.guardrails.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.answer.Figure;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftGuardTest {
    private static final Table TABLE = new Table(
            List.of(
                    new Column("campaign", "Campaign", ColumnType.TEXT, null),
                    new Column("spend", "Ad spend", ColumnType.NUMBER, "INR"),
                    new Column("acos", "ACOS", ColumnType.NUMBER, "percent"),
                    new Column("spend.change", "Ad spend, change", ColumnType.NUMBER, "INR")),
            List.of(
                    row("SB Kurtas 24", "1234567.50", "0.4321", "-5000"),
                    row("SP Sarees", "500000", "0.5", "700"),
                    row("SD Shoes", "100", null, null)),
            row(null, "1734667.50", "0.4501", null));
    private static final TaskSpec TASK = TaskSpec.query(
                    List.of(new MetricId("spend")),
                    new Period(
                            LocalDate.of(2025, 10, 1),
                            LocalDate.of(2025, 10, 31),
                            ZoneId.of("Asia/Kolkata"),
                            null,
                            null))
            .filters(List.of(new Filter(
                    new FieldId("acos"), Operator.GT, new FilterValue.Numeric(new BigDecimal("0.4")))))
            .limit(5)
            .build();

    private final DraftGuard guard = new DraftGuard();

    private static List<@Nullable Object> row(
            @Nullable String name, @Nullable String spend, @Nullable String acos, @Nullable String change) {
        return Arrays.asList(name, number(spend), number(acos), number(change));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    /** A text in which {@code {words|value|row|column|formula}} is a figure. */
    private static Draft draft(String template) {
        var text = new StringBuilder();
        var figures = new ArrayList<Figure>();
        for (var part : template.split("(?=\\{)|(?<=})")) {
            if (part.startsWith("{")) {
                var fields = part.substring(1, part.length() - 1).split("\\|", -1);
                figures.add(new Figure(
                        text.length(),
                        text.length() + fields[0].length(),
                        new BigDecimal(fields[1]),
                        fields[2].isEmpty() ? null : Integer.valueOf(fields[2]),
                        fields[3].isEmpty() ? null : fields[3],
                        fields[4].isEmpty() ? null : fields[4]));
                text.append(fields[0]);
            } else {
                text.append(part);
            }
        }
        return new Draft(text.toString(), figures, TABLE, null, "Read from Amazon Ads.", List.of(), List.of());
    }

    private List<String> stoppedBy(String template) {
        return guard.review(draft(template), TASK).stream()
                .filter(verdict -> !verdict.passed())
                .map(RuleVerdict::rule)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Ad spend was {₹12.35 lakh|1234567.50|0|spend|} in 1–31 Oct 2025.",
                "SB Kurtas 24 leads with {₹12,34,567.50|1234567.50|0|spend|}.",
                "ACOS was {43.2 %|0.4321|0|acos|} for SB Kurtas 24 on 5 October 2025.",
                "In all {₹17.35 lakh|1734667.50||spend|} over 31 days.",
                "The first is {71.2 %|0.711703|||spend[0]/sum(spend)} of it.",
                "{3|3|||count(rows)} campaigns with ACOS above {40 %|0.4|||filter(acos)}.",
                "Top 5 campaigns with ACOS above 40 %, 2025-10-01 to 2025-10-31.",
                "Spend fell by {₹5,000|-5000|0|spend.change|}.",
                "Spend changed by {-₹5,000|-5000|0|spend.change|}."
            })
    void letsTracedFiguresPass(String template) {
        assertThat(stoppedBy(template)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Ad spend was {₹12.36 lakh|1234567.50|0|spend|}.",
                "Ad spend was {₹12.35 crore|1234567.50|0|spend|}.",
                "Ad spend was {₹12.35 lakh|1234567.50|1|spend|}.",
                "Ad spend was {₹12.35 lakh|1234567.50|7|spend|}.",
                "ACOS was {0.4|0.4321|0|acos|} of nothing {44 %|0.4321|0|acos|}.",
                "ACOS was {0|0|2|acos|}.",
                "The first is {72 %|0.72|||spend[0]/sum(spend)} of it.",
                "It made {₹99|99|||magic(spend)}.",
                "Above {50 %|0.5|||filter(acos)}.",
                "Spend changed by {₹5,000|-5000|0|spend.change|}.",
                "Profit was {₹500000|-500000|1|spend|}."
            })
    void stopsFiguresThatTheTableDoesNotBear(String template) {
        assertThat(stoppedBy(template)).containsExactly("draft.figures_true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Ad spend was ₹12.35 lakh.",
                "ACOS was {43.2 %|0.4321|0|acos|}, 12 % more than before.",
                "Spend will be 2000000 next month.",
                "There were 17 campaigns."
            })
    void stopsNumbersThatNothingExplains(String template) {
        assertThat(stoppedBy(template)).containsExactly("draft.numbers_covered");
    }

    @Test
    void stopsPersonalDataInWordsAndInCells() {
        assertThat(stoppedBy("Ask asha@example.com.")).containsExactly("draft.personal_data_masked");
    }

    @Test
    void aDraftWithoutATaskIsJudgedByItsTable() {
        assertThat(guard.review(draft("{₹100|100|2|spend|} of 3 campaigns."))).allMatch(RuleVerdict::passed);
    }
}
