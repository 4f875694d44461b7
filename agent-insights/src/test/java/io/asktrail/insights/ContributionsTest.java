package io.asktrail.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.InsightsAgent.ContributionRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContributionsTest {
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final MetricId SPEND = new MetricId("spend");
    private static final TaskSpec WHOLE = TaskSpec.query(
                    List.of(SPEND),
                    new Period(
                            LocalDate.of(2025, 10, 1),
                            LocalDate.of(2025, 10, 31),
                            ZoneId.of("Asia/Kolkata"),
                            null,
                            null))
            .build();

    private final Insights insights = new Insights(() -> REGISTRY);

    @Test
    void sharesAChangeOutOverTheMembersThatMadeItTheLargestFirst() {
        // Given: 100 became 160; SB went from 60 to 50, SP from 30 to 100, SD from 10 to 10
        var whole = seen(null, row(null, "160", "100"));
        var channels = seen("channel", row("SB", "50", "60"), row("SD", "10", "10"), row("SP", "100", "30"));

        // When
        var rows = rows(whole, channels);

        // Then
        assertThat(rows)
                .containsExactly(
                        "null null 160 100 60 1.0000",
                        "Ad channel SP 100 30 70 1.1667",
                        "Ad channel SB 50 60 -10 -0.1667",
                        "Ad channel SD 10 10 0 0.0000");
    }

    @Test
    void saysWhatBelongsToNoRowThatWasSeen() {
        // Given
        var whole = seen(null, row(null, "160", "100"));
        var channels = seen("channel", row("SP", "130", "90"));

        // When
        var rows = rows(whole, channels);

        // Then
        assertThat(rows.getLast()).isEqualTo("Ad channel in no row of these 30 10 20 0.3333");
    }

    @Test
    void takesAMemberWithoutRowsInAPeriodAsNothingAndNamesTheNameless() {
        // Given
        var whole = seen(null, row(null, "7", "5"));
        var channels = seen("channel", row(null, null, "5"), row("SP", "7", null));

        // When
        var rows = rows(whole, channels);

        // Then
        assertThat(rows)
                .containsExactly(
                        "null null 7 5 2 1.0000", "Ad channel SP 7 0 7 3.5000", "Ad channel (none) 0 5 -5 -2.5000");
    }

    @Test
    void givesNoSharesOfAChangeThatIsNone() {
        // Given
        var whole = seen(null, row(null, "10", "10"));
        var channels = seen("channel", row("SP", "4", "5"), row("SB", "6", "5"));

        // When
        var rows = rows(whole, channels);

        // Then
        assertThat(rows).allMatch(row -> row.endsWith(" null"));
    }

    @Test
    void thePartsComeToTheWholeToTheLastDigitWhateverTheNumbers() {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            // Given
            var now = BigDecimal.valueOf(random.nextInt(1_000_000), 3);
            var before = BigDecimal.valueOf(random.nextInt(1_000_000), 3);
            var members = new ArrayList<List<@Nullable Object>>();
            for (var i = random.nextInt(12); i >= 0; i--) {
                members.add(row(
                        "m" + i,
                        BigDecimal.valueOf(random.nextInt(100_000) - 50_000, 3).toPlainString(),
                        BigDecimal.valueOf(random.nextInt(100_000), 3).toPlainString()));
            }
            var request = request(
                    seen(null, row(null, now.toPlainString(), before.toPlainString())), seen("channel", members));

            // When
            var table = table(request);

            // Then
            var sum = BigDecimal.ZERO;
            for (var row = 1; row < table.size(); row++) {
                sum = sum.add(Objects.requireNonNull(table.number(row, 4)));
            }
            assertThat(sum).isEqualByComparingTo(now.subtract(before));
        }
    }

    @Test
    void saysThatARatioCannotBeSharedOut() {
        // Given
        var request = new ContributionRequest(WHOLE, new MetricId("roas"), List.of());

        // When
        var result = insights.contributions(call(), request);

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.code()).isEqualTo(ErrorCode.NOT_SUPPORTED_YET));
    }

    @Test
    void saysThatTheWholeIsMissing() {
        // Given
        var request = request(new Observation(WHOLE, new StepResult.Missing(ErrorCode.SOURCE_DOWN, "It is down.")));

        // When
        var result = insights.contributions(call(), request);

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.code()).isEqualTo(ErrorCode.INPUT_MISSING));
    }

    private List<String> rows(Observation... seen) {
        return table(request(seen)).rows().stream()
                .map(row -> String.join(" ", row.stream().map(String::valueOf).toList()))
                .toList();
    }

    private Table table(ContributionRequest request) {
        return ((StepResult.Rows) insights.contributions(call(), request)).table();
    }

    private static ContributionRequest request(Observation... seen) {
        return new ContributionRequest(WHOLE, SPEND, List.of(seen));
    }

    @SafeVarargs
    private static Observation seen(@Nullable String dimension, List<@Nullable Object>... rows) {
        return seen(dimension, List.of(rows));
    }

    private static Observation seen(@Nullable String dimension, List<List<@Nullable Object>> rows) {
        var columns = new ArrayList<Column>();
        columns.add(new Column(dimension == null ? "nothing" : dimension, "x", ColumnType.TEXT, null));
        for (var suffix : List.of("", ".previous", ".change")) {
            columns.add(new Column("spend" + suffix, "Spend", ColumnType.NUMBER, "INR"));
        }
        var look = dimension == null
                ? WHOLE
                : WHOLE.toBuilder().groupBy(List.of(new DimensionId(dimension))).build();
        var table = new Table(columns, rows);
        return new Observation(
                look, new StepResult.Rows(table, rows.size(), false, null, List.of(), null, List.of(), 0));
    }

    // The change is left empty on purpose: it is worked out here, not believed.
    private static List<@Nullable Object> row(@Nullable String member, @Nullable String now, @Nullable String before) {
        var row = new ArrayList<@Nullable Object>();
        row.add(member);
        row.add(now == null ? null : new BigDecimal(now));
        row.add(before == null ? null : new BigDecimal(before));
        row.add(null);
        return row;
    }

    private static CallContext call() {
        return new CallContext(
                new Caller("asha", List.of(), List.of("*"), List.of(), List.of()),
                Deadline.in(Duration.ofSeconds(5), Clock.systemUTC()),
                "key");
    }
}
