package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.testkit.RunningAsktrail;
import io.asktrail.testkit.RunningAsktrail.Form;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Forecasts, rankings with a row for all others, and pivots, asked over HTTP; the figures are PostgreSQL's own. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShapedAnswersIT {
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2025, 11, 15);
    private static final LocalDate TODAY = DEMO_UNTIL.plusDays(1);
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    private @Nullable RunningAsktrail asktrail;
    private @Nullable Asker asker;

    @BeforeAll
    void start() throws Exception {
        asktrail = RunningAsktrail.start(Form.LOCAL, DEMO_UNTIL);
        asker = new Asker(asktrail);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (asker != null) {
            asker.close();
        }
        if (asktrail != null) {
            asktrail.close();
        }
    }

    private Asker asker() {
        return Objects.requireNonNull(asker);
    }

    private List<List<@Nullable Object>> figures(String database, String sql) throws Exception {
        return new IndependentFigures(Objects.requireNonNull(asktrail).home()).query(database, sql);
    }

    @Test
    void foretellsTheDaysAheadAsTheStatedMethodDoes() throws Exception {
        // Given: the method of the answer, in SQL
        var expected = figures("warehouse", """
            with days as (
                select ('2025-11-15'::date - day::date) as ago, coalesce(sum(amount - refund_amount), 0) as sold
                from generate_series('2025-05-18'::date, '2025-11-15', '1 day') as days (day)
                left join sales.order_lines on order_date = day::date and status <> 'Cancelled' group by day),
            drift as (
                select (avg(sold) filter (where ago < 28) - avg(sold) filter (where ago between 28 and 55)) / 4 as week
                from days where ago < 56),
            weekdays as (select ago % 7 as place, avg(sold) as mean from days where ago < 28 group by 1)
            select ('2025-11-15'::date + ahead)::text,
                   round(greatest(0, mean + week * (1.5 + 0.9 * (1 - 0.9 ^ weeks) / 0.1)), 2)
            from generate_series(1, 30) as horizon (ahead)
            cross join lateral (select (ahead + 6) / 7 as weeks) w
            join weekdays on place = 6 - (ahead - 1) % 7 cross join drift order by ahead\
            """);

        // When
        var answer = asker().ask("forecast net sales for the next 30 days", TODAY);

        // Then
        assertThat(column(answer, "date", "net_sales.forecast"))
                .isEqualTo(expected.stream()
                        .map(row -> row.get(0) + " " + plain(row.get(1)))
                        .toList());
        assertThat(answer.text()).startsWith("Expected net sales, 16 Nov – 15 Dec 2025: ₹");
        assertThat(answer.caveats()).extracting(Caveat::code).contains("forecast");
        assertThat(Objects.requireNonNull(answer.method())).contains("the same weekday in the last 4 weeks");
        assertThat(Objects.requireNonNull(answer.chart()).spec()).containsKey("layer");
        var low = total(answer, "net_sales.low");
        var high = total(answer, "net_sales.high");
        assertThat(total(answer, "net_sales.forecast")).isBetween(low, high);
        assertThat(low).isLessThan(high);
    }

    @Test
    void foretellsToTheEndOfTheMonth() throws Exception {
        // When
        var answer = asker().ask("forecast ad spend to the end of the month", TODAY);

        // Then: the sixteenth to the thirtieth
        assertThat(answer.status()).as(answer.text()).isIn(AnswerStatus.ANSWERED, AnswerStatus.PARTIAL);
        assertThat(column(answer, "date", "spend.forecast"))
                .hasSize(15)
                .last()
                .asString()
                .startsWith("2025-11-30 ");
    }

    @Test
    void refusesAForecastThatHasNoMeaningAndOffersOneThatHas() throws Exception {
        // When
        var answer = asker().ask("forecast roas for the next 14 days", TODAY);

        // Then
        assertThat(answer.status()).isEqualTo(AnswerStatus.REFUSED);
        var nearest = Objects.requireNonNull(answer.refusal()).nearest();
        assertThat(asker().query(nearest.getLast()).text()).startsWith("Expected ");
    }

    @Test
    void putsWhoStandsBelowTheRankingIntoOneRow() throws Exception {
        // Given
        var expected = figures("warehouse", """
            with states as (
                select geo, sum(amount - refund_amount) as sold,
                       row_number() over (order by sum(amount - refund_amount) desc, geo) as place
                from sales.order_lines
                where order_date between '2025-10-01' and '2025-10-31' and status <> 'Cancelled' group by geo)
            select geo, sold from states where place <= 3 union all
            select 'All other ' || count(*), sum(sold) from states where place > 3 order by 2 desc\
            """);

        // When
        var answer = asker().query(october("net_sales")
                .groupBy(List.of(new DimensionId("geo")))
                .orderBy(List.of(new Ordering(new FieldId("net_sales"), Direction.DESC)))
                .limit(3)
                .calculations(List.of(new Calculation(Kind.OTHERS, null, null, null, null)))
                .build());

        // Then
        assertThat(column(answer, "geo", "net_sales"))
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .map(row -> row.get(0) + " " + plain(row.get(1)))
                        .toList())
                .last()
                .asString()
                .startsWith("All other ");
        var asked = asker().ask("top 3 states by net sales last month and the rest", TODAY);
        assertThat(asked.table()).isEqualTo(answer.table());
    }

    @Test
    void showsOneThingByAnother() throws Exception {
        // Given
        var expected = figures("ads", """
            select campaign_status, coalesce(sum(cost) filter (where c.channel = 'SB'), 0)
            from ads.campaign_daily join ads.campaigns c using (campaign_id)
            where date between '2025-10-01' and '2025-10-31' group by 1 order by sum(cost) desc\
            """);

        // When
        var answer = asker().query(october("spend")
                .groupBy(List.of(new DimensionId("campaign_status"), new DimensionId("channel")))
                .calculations(List.of(
                        new Calculation(Kind.PIVOT, new MetricId("spend"), null, new DimensionId("channel"), null)))
                .build());

        // Then
        assertThat(column(answer, "campaign_status", "spend.channel=SB"))
                .isEqualTo(expected.stream()
                        .map(row -> row.get(0) + " " + plain(row.get(1)))
                        .toList());
    }

    @Test
    void tellsTheHealthOfTheAccount() throws Exception {
        // Given
        var spent = figures(
                        "ads",
                        "select 1, sum(cost) from ads.campaign_daily where date between '2025-10-01' and '2025-10-31'")
                .getFirst()
                .getLast();

        // When
        var answer = asker().ask("account health check for October 2025", TODAY);

        // Then
        assertThat(answer.status()).as(answer.text()).isIn(AnswerStatus.ANSWERED, AnswerStatus.PARTIAL);
        assertThat(column(answer, "about", "spend")).first().isEqualTo("Numbers " + plain(spent));
        assertThat(answer.text())
                .startsWith("In 1–31 Oct 2025, against 1–30 Sep 2025: Ad spend ₹")
                .contains("ROAS", "ACOS", "Of the budget so far");
    }

    @Test
    void tellsWhatSearchTermsSay() throws Exception {
        // Given: terms by whether the name of a sold brand stands in them
        var expected = figures("ads", """
            select 'spent', sum(cost) from ads.search_term_daily
            where date between '2025-10-01' and '2025-10-31' and clicks > 0\
            """).getFirst().getLast();

        // When
        var answer = asker().ask("negative keyword candidates last month", TODAY);

        // Then: both sides come to all that was spent on terms with a click
        assertThat(answer.status()).as(answer.text()).isIn(AnswerStatus.ANSWERED, AnswerStatus.PARTIAL);
        var sides = column(answer, "about", "spend").stream()
                .filter(line -> line.contains("brand's name"))
                .map(line -> new BigDecimal(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
        assertThat(sides).hasSize(2);
        assertThat(sides.getFirst().add(sides.getLast())).isEqualByComparingTo((BigDecimal) expected);
        assertThat(answer.text()).startsWith("Search terms with a brand's name cost ₹");
    }

    private static TaskSpec.Builder october(String metric) {
        return TaskSpec.query(
                List.of(new MetricId(metric)),
                new Period(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31), KOLKATA, null, null));
    }

    /** Two columns of the rows that have both. */
    private static List<String> column(Answer answer, String name, String number) {
        var table = Objects.requireNonNull(answer.table(), answer.text());
        var at = Arrays.asList(
                table.indexOf(name).orElseThrow(), table.indexOf(number).orElseThrow());
        return table.rows().stream()
                .filter(row -> row.get(at.getFirst()) != null && row.get(at.getLast()) != null)
                .map(row -> row.get(at.getFirst()) + " " + plain(row.get(at.getLast())))
                .toList();
    }

    private static BigDecimal total(Answer answer, String column) {
        var table = Objects.requireNonNull(answer.table());
        return (BigDecimal) Objects.requireNonNull(
                Objects.requireNonNull(table.totals()).get(table.indexOf(column).orElseThrow()));
    }

    private static String plain(@Nullable Object number) {
        return new BigDecimal(String.valueOf(number))
                .setScale(2, java.math.RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
