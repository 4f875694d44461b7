package io.asktrail.planner.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.agent.PlaybookAgent.NextRequest;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Conversion;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.RulePlanner;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no playbook can find out, and what is offered instead. */
class DiagnosisChecksTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final CallContext ANALYST = new CallContext(
            new Caller("asha", List.of(Role.ANALYST), List.of("*"), List.of(), List.of()),
            Deadline.in(Duration.ofMinutes(1), Clock.systemUTC()),
            "key");
    private static final Comparison AUGUST =
            new Comparison(Comparison.Kind.EXPLICIT, LocalDate.of(2025, 8, 1), LocalDate.of(2025, 8, 31));
    private static final Comparison SEPTEMBER =
            new Comparison(Comparison.Kind.PREVIOUS_PERIOD, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 30));

    private final PlaybookPlanner planner = new PlaybookPlanner(() -> DEMO, new RulePlanner(() -> DEMO));

    private static TaskSpec.Builder why(String... metrics) {
        var october = new Period(
                LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31), ZoneId.of("Asia/Kolkata"), null, null);
        return new TaskSpec.Builder(
                        Intent.DIAGNOSTICS,
                        Arrays.stream(metrics).map(MetricId::new).toList(),
                        october)
                .diagnosis(new Diagnosis(Diagnosis.Kind.CHANGE));
    }

    @Test
    void asksBackInHindi() {
        var next = planner.next(ANALYST.in(Language.HINDI), new NextRequest(why().build(), List.of()));

        assertThat(((NextLook.Refused) next).reason()).isEqualTo("कौन सा आँकड़ा? किसी एक का नाम लें।");
    }

    private NextLook.Refused refusal(TaskSpec task) {
        var next = planner.next(ANALYST, new NextRequest(task, List.of()));
        assertThat(next).isInstanceOf(NextLook.Refused.class);
        return (NextLook.Refused) next;
    }

    private static TaskSpec shown(TaskSpec task, Comparison compare) {
        return task.toBuilder()
                .intent(Intent.ANALYTICS_QUERY)
                .diagnosis(null)
                .compare(compare)
                .build();
    }

    @Test
    void findsNothingOutInAnotherCurrencyAndOffersTheSameInTheOwn() {
        for (var kind : List.of(Diagnosis.Kind.CHANGE, Diagnosis.Kind.PACING)) {
            // Given
            var own = why("spend")
                    .diagnosis(new Diagnosis(kind))
                    .compare(SEPTEMBER)
                    .build();
            var inDollars = own.toBuilder()
                    .currency(new Conversion(Currency.getInstance("USD"), null))
                    .build();

            // When
            var refusal = refusal(inDollars);

            // Then
            assertThat(refusal.reason())
                    .isEqualTo("What is found out is told in the currency that amounts are kept in: ask without USD.");
            assertThat(refusal.nearest()).containsExactly(own);
        }
    }

    @Test
    void aDiagnosisSaysWhatToFindOut() {
        // When
        var refused = refusal(why("spend").diagnosis(null).build());

        // Then
        assertThat(refused.reason()).contains("give diagnosis.kind");
        assertThat(refused.nearest()).isEmpty();
    }

    @Test
    void nothingIsOfferedWhereNoNumberIsNamed() {
        assertThat(refusal(why().build()).reason()).isEqualTo("Which number? Name one metric.");
    }

    @Test
    void severalNumbersAreAskedForOneByOne() {
        // When
        var refused = refusal(why("spend", "clicks").build());

        // Then
        assertThat(refused.reason()).isEqualTo("One number at a time: ask for each of them.");
        assertThat(refused.nearest())
                .containsExactly(why("spend").build(), why("clicks").build());
    }

    @Test
    void aConditionOnANumberLeavesNoWhole() {
        // Given
        var above = new Filter(new FieldId("spend"), Operator.GT, new FilterValue.Numeric(BigDecimal.TEN));
        var notDelhi = new Filter(new FieldId("geo"), Operator.NE, new FilterValue.Text("Delhi"));

        // Then
        assertThat(refusal(why("spend").filters(List.of(notDelhi, above)).build())
                        .reason())
                .startsWith("A condition on a number keeps some parts");
        assertThat(planner.next(
                        ANALYST,
                        new NextRequest(why("spend").filters(List.of(notDelhi)).build(), List.of())))
                .isInstanceOf(NextLook.Look.class);
    }

    @Test
    void anUnknownNumberIsTheCallersMistake() {
        assertThatThrownBy(() -> refusal(why("profitability", "spend").build()))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.UNKNOWN_METRIC));
    }
}
