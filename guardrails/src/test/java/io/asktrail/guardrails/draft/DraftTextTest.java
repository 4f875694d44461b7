package io.asktrail.guardrails.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.answer.Figure;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.Scope;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.policy.Access;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in a text beside its figures, and what is said of a text that may not leave. */
class DraftTextTest {
    private static final MetricId SPEND = new MetricId("spend");
    private static final DimensionId CAMPAIGN = new DimensionId("campaign");
    private static final Table TABLE = table("Ad spend, 14 days", "Diwali 2024", "9876543210");
    private static final TaskSpec TASK = TaskSpec.query(
                    List.of(SPEND),
                    new Period(
                            LocalDate.of(2025, 10, 1),
                            LocalDate.of(2025, 10, 31),
                            ZoneId.of("Asia/Kolkata"),
                            null,
                            null))
            .build();

    private final DraftGuard guard = new DraftGuard();

    private static Table table(String label, String campaign, String spend) {
        return new Table(
                List.of(
                        new Column("campaign", "Campaign", ColumnType.TEXT, null),
                        new Column("spend", label, ColumnType.NUMBER, "INR")),
                List.of(List.<@Nullable Object>of(campaign, new BigDecimal(spend))));
    }

    private static Draft draft(String text, Figure... figures) {
        return new Draft(text, List.of(figures), TABLE, null, "Read from Amazon Ads.", List.of(), List.of());
    }

    private List<String> objections(Draft draft, TaskSpec task) {
        return guard.review(draft, task).stream()
                .filter(verdict -> !verdict.passed())
                .map(verdict -> verdict.rule() + ": " + verdict.reason())
                .toList();
    }

    private static String uncovered(String number) {
        return "draft.numbers_covered: The text says %s, and nothing shows where that comes from.".formatted(number);
    }

    @Test
    void namesMayHoldDigitsWhereverTheyComeFrom() {
        // Given
        var task = TASK.toBuilder()
                .entities(Entities.of(CAMPAIGN, List.of("Kurta 500")))
                .scopes(List.of(new Scope(List.of(SPEND), Entities.of(CAMPAIGN, List.of("Saree 77")))))
                .filters(List.of(
                        new Filter(new FieldId("campaign"), Operator.CONTAINS, new FilterValue.Text("Holi 88")),
                        new Filter(new FieldId("campaign"), Operator.IS_NULL, null)))
                .build();

        // Then: of the table, its labels, and the task
        assertThat(objections(draft("Diwali 2024 and again Diwali 2024."), task))
                .isEmpty();
        assertThat(objections(draft("Ad spend, 14 days."), task)).isEmpty();
        assertThat(objections(draft("Of Kurta 500."), task)).isEmpty();
        assertThat(objections(draft("Of Saree 77."), task)).isEmpty();
        assertThat(objections(draft("Without Holi 88."), task)).isEmpty();
        assertThat(objections(draft("Of Kurta 501."), task)).containsExactly(uncovered("501"));
    }

    @Test
    void aNameOfDigitsAloneExplainsNone() {
        // Given
        var task = TASK.toBuilder()
                .entities(Entities.of(CAMPAIGN, List.of("4711")))
                .build();

        // Then
        assertThat(objections(draft("It made 4711."), task)).containsExactly(uncovered("4711"));
    }

    @Test
    void theNumbersOfTheQuestionMayBeRepeated() {
        // Given
        var task = TASK.toBuilder()
                .calculations(List.of(
                        new Calculation(Kind.MOVING_AVERAGE, SPEND, 7, null, null),
                        new Calculation(Kind.FORECAST, SPEND, null, null, 90)))
                .limit(12)
                .build();

        // Then
        assertThat(objections(draft("The first 12, over 7 days, 90 ahead, of 31 days, 1 row."), task))
                .isEmpty();
        assertThat(objections(draft("Over 8 days."), task)).containsExactly(uncovered("8"));
    }

    @Test
    void aLimitIsThatOfItsOwnMetric() {
        // Given
        var task = TASK.toBuilder()
                .filters(List.of(
                        new Filter(new FieldId("acos"), Operator.GT, new FilterValue.Numeric(new BigDecimal("0.4")))))
                .build();
        var text = "Above 40 %.";

        // Then
        assertThat(objections(draft(text, limit("filter(acos)")), task)).isEmpty();
        assertThat(objections(draft(text, limit("filter(spend)")), task))
                .containsExactly("draft.figures_true: '40 %' stands in no cell and follows from none.");
    }

    private static Figure limit(String formula) {
        return new Figure(6, 10, new BigDecimal("0.4"), null, null, formula);
    }

    @Test
    void aFigureMayEndTheText() {
        assertThat(objections(draft("It was 9876543210", spend(7, 17)), TASK)).isEmpty();
        assertThat(objections(draft("9876543210", spend(0, 10)), TASK)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1 4", "0 99", "4 4", "5 4"})
    void aFigureOutsideTheTextIsNone(String place) {
        // Given
        var ends = place.split(" ");
        var figure = spend(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));

        // Then
        assertThat(objections(draft("It was much.", figure), TASK))
                .containsExactly("draft.figures_true: A figure stands outside the text.");
    }

    @Test
    void wordsAreNoFigure() {
        assertThat(objections(draft("It was much.", spend(7, 11)), TASK))
                .containsExactly("draft.figures_true: 'much' does not read as a number.");
    }

    @Test
    void aFigureThatIsWrongIsSaidWithWhatWouldBeRight() {
        assertThat(objections(draft("It was 9876543211.", spend(7, 17)), TASK))
                .contains("draft.figures_true: '9876543211' is written where the table says 9876543210.");
    }

    private static Figure spend(int from, int to) {
        return new Figure(from, to, new BigDecimal("9876543210"), 0, "spend", null);
    }

    @Test
    void aRowAfterTheLastIsNone() {
        assertThat(objections(
                        draft("It was 9876543210.", new Figure(7, 17, new BigDecimal("9876543210"), 1, "spend", null)),
                        TASK))
                .containsExactly("draft.figures_true: '9876543210' stands in no cell and follows from none.");
    }

    @Test
    void aFigureThatLooksLikeAPhoneIsAFigure() {
        // Then: as a figure it is what was spent; bare it would be anybody's phone
        assertThat(objections(draft("It was 9876543210.", spend(7, 17)), TASK)).isEmpty();
        assertThat(objections(draft("Call 9876543210."), TASK))
                .contains("draft.personal_data_masked: The answer holds personal data (phone) that is not masked.");
    }

    @Test
    void personalDataStandNowhereInAnAnswer() {
        // Given
        var masked = "draft.personal_data_masked: The answer holds personal data (mail) that is not masked.";
        var clean = draft("Nothing.");
        var inMethod =
                new Draft(clean.text(), List.of(), TABLE, null, "Asked by asha@example.com.", List.of(), List.of());
        var inCaveat = new Draft(
                clean.text(),
                List.of(),
                TABLE,
                null,
                clean.method(),
                List.of(new Caveat("x", "Ask asha@example.com.")),
                List.of());
        var inCell = new Draft(
                clean.text(),
                List.of(),
                table("Ad spend", "asha@example.com", "1"),
                null,
                clean.method(),
                List.of(),
                List.of());
        var withoutTable = new Draft("Ask asha@example.com.", List.of(), null, null, "", List.of(), List.of());

        // Then
        assertThat(objections(clean, TASK)).isEmpty();
        assertThat(List.of(inMethod, inCaveat, inCell, withoutTable))
                .allSatisfy(draft -> assertThat(objections(draft, TASK)).containsExactly(masked));
    }

    @Test
    void whoMaySeePersonalDataReadsThem() {
        // Given
        var draft = draft("Ask asha@example.com.");
        var open = new Access(Set.of(), Set.of(), Set.of(), true, true, Set.of());
        var closed = new Access(Set.of(), Set.of(), Set.of(), true, false, Set.of());

        // Then
        assertThat(guard.review(draft, TASK, open)).hasSize(3).allMatch(verdict -> verdict.passed());
        assertThat(guard.review(draft, TASK, closed)).anyMatch(verdict -> !verdict.passed());
    }

    @Test
    void aDraftWithoutATaskPassesTheSameRules() {
        assertThat(guard.review(draft("Nothing."))).hasSize(3);
        assertThat(guard.review(draft("It made 17."))).anyMatch(verdict -> !verdict.passed());
    }
}
