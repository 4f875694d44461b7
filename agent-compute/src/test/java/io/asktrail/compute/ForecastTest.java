package io.asktrail.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Grain;
import java.time.LocalDate;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The last day that is known is Sunday, 2 November 2025. */
class ForecastTest {
    private static final LocalDate LAST = LocalDate.of(2025, 11, 2);

    @Test
    void repeatsAWeekThatIsAlwaysTheSame() {
        // Given: 10 on Monday … 70 on Sunday, for twelve weeks
        var days = days(12 * 7, day -> Integer.toString(10 * (day % 7 + 1)));

        // When
        var table = forecast(days, 8).table();

        // Then: no drift, never off, so there is no doubt either
        assertThat(Shop.lines(table))
                .endsWith(
                        "2025-11-02 70.00 - - -",
                        "2025-11-03 - 10.00 10.00 10.00",
                        "2025-11-04 - 20.00 20.00 20.00",
                        "2025-11-05 - 30.00 30.00 30.00",
                        "2025-11-06 - 40.00 40.00 40.00",
                        "2025-11-07 - 50.00 50.00 50.00",
                        "2025-11-08 - 60.00 60.00 60.00",
                        "2025-11-09 - 70.00 70.00 70.00",
                        "2025-11-10 - 10.00 10.00 10.00",
                        "= - - 290.00 290.00 290.00");
        assertThat(table.size()).isEqualTo(28 + 8);
    }

    @Test
    void goesOnWithADriftThatFades() {
        // Given: every day of week w is 100 + 10 w, for eight weeks: 100 … 170
        var days = days(8 * 7, day -> Integer.toString(100 + 10 * (day / 7)));

        // When
        var table = forecast(days, 14).table();

        // Then, by hand: the mean of the last four weeks is 155, their drift 10 a week; to the last week are 1.5 steps,
        // then 0.9, then 0.81: 155 + 10 × 2.4 = 179 and 155 + 10 × 3.21 = 187.1
        assertThat(Shop.lines(table))
                .anyMatch(line -> line.startsWith("2025-11-03 - 179.00 "))
                .anyMatch(line -> line.startsWith("2025-11-09 - 179.00 "))
                .anyMatch(line -> line.startsWith("2025-11-10 - 187.10 "));
        assertThat(Shop.lines(table).getLast()).startsWith("= - - 2562.70 ");
    }

    @Test
    void tellsHowFarOffItWasInWeeksThatItDidNotKnow() {
        // Given: as above; four weeks can be held back. Foretold from weeks 0–3 (means of 2 weeks): 125 + 10 × (0.5 +
        // 0.9)
        // = 139 for a week that was 140: off by 1. Likewise from weeks 0–4 and 0–5; and from 0–6 by means of 3 weeks.
        // Each of them is 1 off, in steps: 0.5 + 0.9 falls 0.1 short of the whole 1.5 weeks, a tenth of 10.
        var days = days(8 * 7, day -> Integer.toString(100 + 10 * (day / 7)));

        // When
        var result = forecast(days, 14);

        // Then: a day ahead is 1 off, in the second week √2; together seven days 1 each and seven √2 each
        assertThat(Shop.lines(result.table()))
                .contains("2025-11-03 - 179.00 178.00 180.00", "2025-11-10 - 187.10 185.69 188.51")
                .endsWith("= - - 2562.70 2545.80 2579.60");
        // 1/140, 1/150, 1/160 and 1/170 are 0.647 % in the mean; a tenth of the 10 that repeating is off
        assertThat(result.notes())
                .filteredOn(note -> note.kind() == Note.Kind.CAVEAT)
                .extracting(Note::text)
                .singleElement()
                .asString()
                .contains("each of the last 4 weeks", "off by 0.6 % a day", "(0.10 times the error of repeating");
    }

    @Test
    void neverForetellsLessThanNothing() {
        // Given: falling by 100 each week, down to 1
        var days = days(8 * 7, day -> Integer.toString(701 - 100 * (day / 7)));

        // When
        var table = forecast(days, 60).table();

        // Then
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(Shop.lines(new Table(table.columns(), java.util.List.of(row)))
                                .getLast())
                        .doesNotContain(" -1", " -2", " -3", " -4", " -5"));
    }

    @Test
    void foretellsFromTheLastDayThatIsLoaded() {
        // Given: the last two days are not there yet
        var days = days(12 * 7, day -> day >= 12 * 7 - 2 ? "-" : Integer.toString(10 * (day % 7 + 1)));

        // When
        var result = forecast(days, 2);

        // Then: still a Monday and a Tuesday
        assertThat(Shop.lines(result.table()))
                .contains("2025-11-02 - - - -", "2025-11-03 - 10.00 10.00 10.00", "2025-11-04 - 20.00 20.00 20.00");
        assertThat(result.notes()).extracting(Note::code).contains("forecast_from_earlier");
    }

    @Test
    void saysWhyThereIsNoForecast() {
        assertRefused(days(8 * 7 - 1, _ -> "5"), "at least 8 whole weeks", "there are 7");
        // Nothing at all before the shop opened is no history.
        assertRefused(days(20 * 7, day -> day < 14 * 7 ? "0" : "5"), "there are 6");
        assertRefused(days(20 * 7, day -> day % 7 < 2 || day == 9 ? "0" : "5"), "0 on more than a quarter");
        assertRefused(days(20 * 7, day -> day == 70 ? "-" : "5"), "not loaded for every day");
    }

    @Test
    void isOfSumsAlone() {
        // Given
        var step = Steps.ofLeft()
                .calculate(new Calculation(Calculation.Kind.FORECAST, Shop.metric("cpc"), null, null, 7))
                .fill("2025-06-01..2025-11-02", Grain.DAY)
                .build();

        // When
        var result = Shop.run(step, days(70, _ -> "5"), days(70, _ -> "5"));

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.reason()).contains("CPC"));
    }

    private static void assertRefused(Table days, String... words) {
        assertThat(Shop.run(step(7), days, days)).isInstanceOfSatisfying(StepResult.Missing.class, missing -> {
            assertThat(missing.code()).isEqualTo(ErrorCode.NO_DATA);
            assertThat(missing.reason()).contains(words);
        });
    }

    private static StepResult.Rows forecast(Table days, int horizon) {
        return Shop.rows(step(horizon), days, days);
    }

    private static StepInputs step(int horizon) {
        return Steps.ofLeft()
                .select("spend")
                .calculate(new Calculation(Calculation.Kind.FORECAST, Shop.metric("spend"), null, null, horizon))
                .fill("2025-05-05..2025-11-02", Grain.DAY)
                .build();
    }

    private static Table days(int count, IntFunction<String> spend) {
        return Shop.table("date spend\n"
                + IntStream.range(0, count)
                        .mapToObj(day -> "%s %s".formatted(LAST.minusDays(count - 1L - day), spend.apply(day)))
                        .collect(Collectors.joining("\n")));
    }
}
