package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.testkit.RunningAsktrail;
import io.asktrail.testkit.RunningAsktrail.Form;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tasks over HTTP, over the demo and a third source that only files describe: its figures are PostgreSQL's own, and sums
 * obey the laws of sums.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlannedTasksIT {
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2025, 11, 15);
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final String OCTOBER = "between '2025-10-01' and '2025-10-31'";
    private static final long FIXED_SEED = 20251128;
    private static final int FEW = 6;
    private static final int MANY = 60;

    private @Nullable RunningAsktrail asktrail;
    private @Nullable Asker asker;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        var registry = ThirdSource.registry(folder.resolve("registry"));
        asktrail = RunningAsktrail.start(Form.LOCAL, DEMO_UNTIL, Map.of("ASKTRAIL_REGISTRY", registry.toString()));
        ThirdSource.load(asktrail);
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

    private static TaskSpec.Builder october(String metrics, @Nullable Grain grain) {
        return TaskSpec.query(
                Arrays.stream(metrics.split(" ")).map(MetricId::new).toList(),
                new Period(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31), KOLKATA, null, grain));
    }

    private static List<DimensionId> by(String dimension) {
        return List.of(new DimensionId(dimension));
    }

    private static List<Ordering> most(String metric) {
        return List.of(new Ordering(new FieldId(metric), Direction.DESC));
    }

    private List<List<@Nullable Object>> warehouse(String sql) throws SQLException {
        return new IndependentFigures(Objects.requireNonNull(asktrail).home()).query("warehouse", sql);
    }

    private Map<Object, BigDecimal> ads(String sql) throws SQLException {
        var figures = new HashMap<Object, BigDecimal>();
        new IndependentFigures(Objects.requireNonNull(asktrail).home())
                .query("ads", sql)
                .forEach(row -> figures.put(Objects.requireNonNull(row.get(0)), (BigDecimal) row.get(1)));
        return figures;
    }

    private static List<String> lines(Answer answer, String... columns) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(AnswerStatus.ANSWERED);
        var table = Objects.requireNonNull(answer.table());
        return table.rows().stream()
                .map(row -> line(Arrays.stream(columns)
                        .<@Nullable Object>map(
                                column -> row.get(table.indexOf(column).orElseThrow()))
                        .toList()))
                .toList();
    }

    private static String line(List<@Nullable Object> cells) {
        return String.join(" | ", cells.stream().map(PlannedTasksIT::text).toList());
    }

    private static String text(@Nullable Object cell) {
        return cell instanceof BigDecimal number
                ? number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()
                : String.valueOf(cell);
    }

    @Test
    void aSourceThatOnlyFilesDescribeIsAskedTogetherWithBothOthers() throws Exception {
        // Given: pieces returned and sold by SQL, and what ads cost by SQL of another database
        var spend = ads("select sku, sum(cost) from ads.product_metrics where date " + OCTOBER + " group by sku");
        var expected = new ArrayList<String>();
        for (var row : warehouse("""
            select p.sku, coalesce(r.returned, 0), coalesce(s.sold, 0) from sales.products p
            left join (select sku, sum(quantity) as returned from sales.courier_returns
                       where returned_on %1$s group by sku) r using (sku)
            left join (select sku, sum(quantity) as sold from sales.order_lines
                       where order_date %1$s and status <> 'Cancelled' group by sku) s using (sku)
            order by 2 desc, 1 limit 7\
            """.formatted(OCTOBER))) {
            var returned = (BigDecimal) Objects.requireNonNull(row.get(1));
            var sold = (BigDecimal) Objects.requireNonNull(row.get(2));
            expected.add(line(Arrays.asList(
                    row.get(0),
                    returned,
                    returned.divide(sold, 4, RoundingMode.HALF_UP),
                    spend.getOrDefault(Objects.requireNonNull(row.get(0)), BigDecimal.ZERO))));
        }

        // When
        var answer = asker().query(october("returned_units returned_share spend", null)
                .groupBy(by("product"))
                .orderBy(most("returned_units"))
                .limit(7)
                .build());

        // Then
        assertThat(expected).hasSize(7);
        assertThat(lines(answer, "product", "returned_units", "returned_share", "spend"))
                .isEqualTo(expected);
        assertThat(answer.trail())
                .extracting(step -> step.tool().tool().value())
                .contains("returns_db", "sales_db", "amazon_ads_api");
    }

    @Test
    void aSourceThatOnlyFilesDescribeIsNarrowedAndGroupedByItsOwn() throws Exception {
        // Given
        var expected = warehouse("""
            select courier, sum(quantity) from sales.courier_returns
            where returned_on %s and geo = 'Maharashtra' group by 1 order by 2 desc, 1\
            """.formatted(OCTOBER)).stream()
                .map(PlannedTasksIT::line)
                .toList();

        // When
        var answer = asker().query(october("returned_units", null)
                .groupBy(by("courier"))
                .entities(Entities.of(new DimensionId("geo"), List.of("Maharashtra")))
                .build());

        // Then
        assertThat(lines(answer, "courier", "returned_units")).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void whatNoSourceHasIsRefusedWithWhatCanBeAsked() throws Exception {
        // When
        var answer = asker().query(october("spend returned_units", null)
                .groupBy(by("courier"))
                .build());

        // Then
        assertThat(answer.status()).isEqualTo(AnswerStatus.REFUSED);
        var nearest = Objects.requireNonNull(answer.refusal()).nearest();
        assertThat(nearest).isNotEmpty();
        assertThat(asker().query(nearest.getFirst()).status()).isEqualTo(AnswerStatus.ANSWERED);
    }

    @Test
    void theFirstGroupsHaveTheOtherSourcesNumbersToo() throws Exception {
        // Given
        var spend = ads("select sku, sum(cost) from ads.product_metrics where date " + OCTOBER + " group by sku");
        var expected = new ArrayList<String>();
        for (var row : warehouse("""
            select sku, sum(amount - refund_amount) from sales.order_lines
            where order_date %s and status <> 'Cancelled' group by 1 order by 2 desc, 1 limit 5\
            """.formatted(OCTOBER))) {
            expected.add(line(Arrays.asList(
                    row.get(0), row.get(1), spend.getOrDefault(Objects.requireNonNull(row.get(0)), BigDecimal.ZERO))));
        }

        // When
        var answer = asker().query(october("spend net_sales", null)
                .groupBy(by("product"))
                .orderBy(most("net_sales"))
                .limit(5)
                .build());

        // Then: the ads were asked for five products, not for all
        assertThat(lines(answer, "product", "net_sales", "spend")).isEqualTo(expected);
        assertThat(answer.trail())
                .filteredOn(step -> step.tool().tool().value().equals("amazon_ads_api"))
                .singleElement()
                .satisfies(step -> assertThat(step.rows()).isLessThanOrEqualTo(5));
    }

    @Test
    void theFirstGroupsAreShownDayByDay() throws Exception {
        // Given
        var expected = new IndependentFigures(Objects.requireNonNull(asktrail).home())
                .query("ads", """
                    with first as (select campaign_id from ads.campaign_daily join ads.campaigns using (campaign_id)
                                   where date %1$s group by campaign_id, campaign_name
                                   order by sum(cost) desc, campaign_name limit 3)
                    select day::date, campaign_name, coalesce(sum(cost), 0)
                    from first join ads.campaigns using (campaign_id)
                    cross join generate_series('2025-10-01'::date, '2025-10-31', '1 day') as days (day)
                    left join ads.campaign_daily d on d.campaign_id = first.campaign_id and d.date = day
                    group by 1, 2 order by 1, 2\
                    """.formatted(OCTOBER)).stream()
                        .map(PlannedTasksIT::line)
                        .toList();

        // When
        var answer = asker().query(october("spend", Grain.DAY)
                .groupBy(by("campaign"))
                .orderBy(most("spend"))
                .limit(3)
                .build());

        // Then
        assertThat(expected).hasSize(93);
        assertThat(lines(answer, "date", "campaign", "spend")).isEqualTo(expected);
    }

    @Test
    void anEstimateBoundsWhatComes() throws Exception {
        // Given
        var task = october("spend net_sales", Grain.DAY).groupBy(by("campaign")).build();

        // When
        var estimate = Asker.JSON
                .readTree(asker().post("/v1/plan", Asker.JSON.writeValueAsString(task)))
                .get("estimate");

        // Then
        var answer = asker().query(task);
        for (var step : estimate.get("steps")) {
            var rows = answer.trail().stream()
                    .filter(done -> done.step().value().equals(step.get("step").asString()))
                    .findFirst()
                    .orElseThrow()
                    .rows();
            assertThat(rows)
                    .isBetween(
                            step.at("/rows/least").asLong(),
                            step.at("/rows/most").asLong());
        }
        assertThat(estimate.get("days").asLong()).isEqualTo(62);
        // 31 days of each campaign and of none: less than what a tool gives at most, since they were counted.
        var campaigns = ads("select 1, count(*) from ads.campaigns").get(new BigDecimal(1));
        assertThat(estimate.at("/steps/0/rows/most").asLong())
                .isEqualTo(31 * (Objects.requireNonNull(campaigns).longValue() + 1));
    }

    @Test
    void sumsObeyTheLawsOfSums() throws Exception {
        new SumLaws(asker(), FIXED_SEED).holdFor(FEW);
    }

    @Test
    @Tag("full")
    void sumsObeyTheLawsOfSumsWhateverIsAsked() throws Exception {
        new SumLaws(asker(), System.nanoTime()).holdFor(MANY);
    }
}
