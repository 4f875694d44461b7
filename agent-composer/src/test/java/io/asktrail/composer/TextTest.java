package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final Comparison SEPTEMBER = new Comparison(
            Comparison.Kind.PREVIOUS_PERIOD, LocalDate.parse("2025-09-01"), LocalDate.parse("2025-09-30"));

    @Test
    void saysASingleNumberWithItsPlaceAndTime() {
        // Given
        var task = Run.ask("net_sales", "roas")
                .entities(Entities.of(Run.dimension("geo"), List.of("Delhi")))
                .build();

        // When
        var draft = new Run(task)
                .gave(Run.table("net_sales roas\n 1234567.89 3.42"))
                .draft();

        // Then
        assertThat(draft.text()).isEqualTo("Net sales were ₹12.35 lakh in 1–31 Oct 2025 for Delhi. ROAS was 3.42.");
        assertThat(written(draft)).containsExactly("₹12.35 lakh", "3.42");
        assertThat(draft.figures().getFirst().value()).isEqualByComparingTo("1234567.89");
        assertThat(draft.figures().getFirst().row()).isZero();
        assertThat(draft.figures().getFirst().column()).isEqualTo("net_sales");
    }

    @Test
    void saysBesideANumberThatSomeOfItIsNotLoadedYet() {
        // Given
        var gap = Note.caveat(Note.PARTIAL_COVERAGE, "Amazon Ads: not loaded yet, so not counted: 1 October of SB.");
        var table = Run.table("spend\n 576.35");

        // When
        var gapped = new Run(Run.ask("spend").build()).read("ads1", List.of("spend"), Run.rows(table, Run.ADS, gap));
        var whole = new Run(Run.ask("spend").build()).read("ads1", List.of("spend"), Run.rows(table, Run.ADS));

        // Then
        assertThat(gapped.draft().text())
                .isEqualTo("Ad spend was ₹576.35 in 1–31 Oct 2025. Some of it is not loaded yet and so not counted: the"
                        + " notes say what.");
        assertThat(whole.draft().text()).isEqualTo("Ad spend was ₹576.35 in 1–31 Oct 2025.");
    }

    @Test
    void namesTheLeaderOfARankingWithItsTitleAndWhoFollows() {
        // Given
        var task = Run.ask("net_sales", "spend")
                .groupBy(List.of(Run.dimension("product")))
                .orderBy(List.of(new Ordering(new FieldId("net_sales"), Direction.DESC)))
                .scopes(List.of(new Scope(
                        List.of(new MetricId("spend")), Entities.of(Run.dimension("channel"), List.of("SB")))))
                .limit(3)
                .build();

        // When
        var draft = new Run(task).gave(Run.table("""
                product product.name net_sales spend
                KU12    Blue_Kurta   120000    500.50
                KU13    Red_Kurta    90000     0
                SA01    Saree        80000     12
                """)).draft();

        // Then
        assertThat(draft.text())
                .isEqualTo("Blue Kurta (KU12) has the highest net sales in 1–31 Oct 2025: ₹1.20 lakh,"
                        + " ad spend ₹500.50. Next come Red Kurta (KU13) with ₹90,000 and Saree (SA01) with ₹80,000."
                        + " Ad spend: SB only.");
    }

    @Test
    void givesTheShareOfTheLargestPartAndTheWhole() {
        // Given
        var task = Run.ask("spend").groupBy(List.of(Run.dimension("channel"))).build();

        // When
        var draft = new Run(task).gave(Run.table("""
                channel spend
                SP      300
                SB      100
                SD      -
                = -     400
                """)).draft();

        // Then
        assertThat(draft.text())
                .isEqualTo("SP has the highest ad spend in 1–31 Oct 2025: ₹300 (75.0 % of the total)."
                        + " Next: SB with ₹100. All together: ₹400.");
        assertThat(draft.figures().get(1).formula()).isEqualTo("spend[0]/sum(spend)");
        assertThat(draft.figures().get(1).value()).isEqualByComparingTo("0.75");
        assertThat(draft.figures().getLast().row()).isNull();
        assertThat(draft.figures().getLast().column()).isEqualTo("spend");
    }

    @Test
    void saysHowManyMeetAConditionFirst() {
        // Given
        var task = Run.ask("acos")
                .groupBy(List.of(Run.dimension("campaign")))
                .filters(List.of(
                        new Filter(new FieldId("acos"), Operator.GT, new FilterValue.Numeric(new BigDecimal("0.4")))))
                .build();

        // When
        var draft = new Run(task).gave(Run.table("""
                campaign campaign.id acos
                Diwali   7           0.91
                Summer   9           0.4123
                """)).draft();

        // Then
        assertThat(draft.text())
                .isEqualTo("2 campaigns have ACOS above 40.0 %. Diwali has the highest ACOS in 1–31 Oct 2025:"
                        + " 91.0 %. Next: Summer with 41.2 %.");
        assertThat(Objects.requireNonNull(draft.table()).indexOf("campaign.id")).isEmpty();
    }

    @Test
    void tellsTheWholeTheExtremesAndTheEndsOfASeries() {
        // Given
        var task = Run.ask("spend").time(Run.october(Grain.WEEK)).build();

        // When
        var draft = new Run(task).gave(Run.table("""
                date       spend
                2025-10-06 500
                2025-10-13 900
                2025-10-20 100
                = -        1500
                """)).draft();

        // Then
        assertThat(draft.text())
                .isEqualTo("Ad spend was ₹1,500 in all in 1–31 Oct 2025. By week, the highest ad spend"
                        + " was ₹900 (the week of 13 Oct 2025), the lowest ₹100 (the week of 20 Oct 2025)."
                        + " It began with ₹500 and ended with ₹100.");
    }

    @Test
    void letsADayWithoutANumberBeNeitherBeginningNorEnd() {
        // Given
        var task = Run.ask("spend").time(Run.october(Grain.DAY)).build();

        // When
        var draft = new Run(task).gave(Run.table("""
                date       spend
                2025-10-06 -
                2025-10-07 500
                2025-10-08 900
                2025-10-09 -
                = -        1400
                """)).draft();

        // Then
        assertThat(draft.text()).endsWith("It began with ₹500 and ended with ₹900.");
    }

    @Test
    void letsNobodyLead() {
        // Given
        var task = Run.ask("spend").groupBy(List.of(Run.dimension("geo"))).build();

        // When
        var draft = new Run(task).gave(Run.table("""
                geo       spend
                -         600
                Delhi     300
                Goa       100
                = -       1000
                """)).draft();

        // Then
        assertThat(draft.text())
                .isEqualTo("Delhi has the highest ad spend in 1–31 Oct 2025: ₹300 (30.0 % of the total). Next: Goa with"
                        + " ₹100. Of no state: ₹600 (60.0 % of the total). All together: ₹1,000.");
    }

    @Test
    void takesAShareOfSalesForOneThing() {
        // Given
        var task = Run.ask("ad_sales_share").build();

        // When
        var draft = new Run(task).gave(Run.table("""
                ad_sales_share
                0.348
                """)).draft();

        // Then
        assertThat(draft.text()).startsWith("Ad share of sales was 34.8 %");
    }

    @Test
    void tellsRatesApartFromAmountsInAComparison() {
        // Given
        var task = Run.ask("net_sales", "acos").compare(SEPTEMBER).build();

        // When
        var draft = new Run(task)
                .gave(Run.table("net_sales net_sales.previous net_sales.change net_sales.change_pct"
                        + " acos acos.previous acos.change acos.change_pct\n"
                        + "90000 120000 -30000 -0.25 0.32 0.3 0.02 0.066667"))
                .draft();

        // Then
        assertThat(draft.text())
                .isEqualTo("Net sales were ₹90,000 in 1–31 Oct 2025, down 25.0 % from ₹1.20 lakh in"
                        + " 1–30 Sep 2025. ACOS was 32.0 %, up 2.0 percentage points from 30.0 %.");
        assertThat(draft.figures().get(1).value()).isEqualByComparingTo("-0.25");
    }

    @Test
    void namesWhoMovedMost() {
        // Given
        var task = Run.ask("net_sales")
                .groupBy(List.of(Run.dimension("geo")))
                .compare(SEPTEMBER)
                .build();

        // When
        var draft = new Run(task).gave(Run.table("""
                geo    net_sales net_sales.previous net_sales.change net_sales.change_pct
                Delhi  100       50                 50               1
                Kerala 30        90                 -60              -0.666667
                Goa    5         0                  5                -
                = -    135       140                -5               -0.035714
                """)).draft();

        // Then
        assertThat(draft.text())
                .isEqualTo("Net sales were ₹135 in 1–31 Oct 2025, down 3.6 % from ₹140 in"
                        + " 1–30 Sep 2025. Largest rise: Delhi, up 100.0 % from ₹50 to ₹100."
                        + " Largest fall: Kerala, down 66.7 % from ₹90 to ₹30.");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(new Run(Run.ask("spend").build())
                        .gave(Run.table("spend\n -"))
                        .draft()
                        .text())
                .isEqualTo("There are no numbers for ad spend in 1–31 Oct 2025.");
        assertThat(new Run(Run.ask("roas", "spend").build())
                        .gave(Run.table("roas spend\n - 0"))
                        .draft()
                        .text())
                .isEqualTo("ROAS was – in 1–31 Oct 2025: there is nothing to work it out from. Ad spend was ₹0.");
    }

    @Test
    void countsMembers() {
        // Given
        var task = Run.ask("acos")
                .filters(List.of(
                        new Filter(new FieldId("acos"), Operator.GE, new FilterValue.Numeric(new BigDecimal("0.4")))))
                .calculations(
                        List.of(new Calculation(Calculation.Kind.COUNT, null, null, Run.dimension("category"), null)))
                .build();

        // When
        var draft = new Run(task).gave(Run.table("count\n 1234")).draft();

        // Then
        assertThat(draft.text()).isEqualTo("1,234 categories have ACOS of at least 40.0 % in 1–31 Oct 2025.");
        assertThat(draft.figures().get(1).formula()).isEqualTo("filter(acos)");
    }

    static List<String> written(Draft draft) {
        return draft.figures().stream()
                .map(figure -> draft.text().substring(figure.from(), figure.to()))
                .toList();
    }
}
