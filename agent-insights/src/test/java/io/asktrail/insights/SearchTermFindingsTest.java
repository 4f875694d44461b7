package io.asktrail.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Diagnosis;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTermFindingsTest {
    // Together 100 clicks with 10 orders: one order in ten clicks.
    private static final String[] TERMS = {
        "kavya-kurta 400 40 8 4000", "blue_kurta 300 25 2 600", "red_saree 200 30 0 0", "kavyaline 100 5 0 0"
    };

    @Test
    void tellsTermsWithABrandsNameFromAllOthers() {
        // Given: "kavyaline" is another word, and "-" is nothing between words
        var found =
                terms().table("net_sales", "brand", "Kavya 5000", "(none) 10").found();

        // Then: 400/4000 and 600/600
        assertThat(found.rows("about member spend clicks attributed_orders attributed_sales acos")
                        .subList(0, 2))
                .containsExactly("branded - 400 40 8 4000 0.1000", "not_branded - 600 60 2 600 1.0000");
    }

    @Test
    void namesTermsThatShouldHaveBroughtThreeOrdersAndBroughtNone() {
        // When
        var found = terms().found();

        // Then: 30 clicks at a tenth are three orders; five clicks say nothing
        assertThat(found.rows("about member spend clicks attributed_orders.expected"))
                .containsExactly("negative red_saree 200 30 3.0");
        assertThat(found.rows("rule")).containsExactly("-");
    }

    @Test
    void namesTermsThatCampaignsShareAndWhatIsSpentOutsideTheBest() {
        // Given: B has most orders; C has less than a tenth of the clicks; one campaign alone is no rival of itself
        var found = terms().split(
                        "spend clicks attributed_orders",
                        List.of(new DimensionId("search_term"), new DimensionId("campaign")),
                        "kurta A 60 30 1",
                        "kurta B 90 60 5",
                        "kurta C 10 5 0",
                        "saree A 50 10 0",
                        "shirt A 50 95 3",
                        "shirt B 5 5 0")
                .found();

        // Then
        assertThat(found.rows("about member spend campaigns spend.elsewhere"))
                .contains("shared kurta 160 2 70")
                .noneMatch(row -> row.contains("saree 50") || row.contains("shirt"));
        assertThat(found.rows("rule").getLast()).isEqualTo("B");
    }

    @Test
    void namesCampaignsThatPayOffButRunOutOfBudget() {
        // Given: all together sell 4 for 1; A sells 5 and ran out twice, B as well but once, C twice for 1
        var found = terms().days(
                        "spend budget attributed_sales",
                        "campaign",
                        List.of(
                                "2025-10-01 A 95 100 475",
                                "2025-10-02 A 100 100 500",
                                "2025-10-01 B 100 100 500",
                                "2025-10-02 B 94 100 470",
                                "2025-10-01 C 40 40 40",
                                "2025-10-02 C 40 40 40"))
                .found();

        // Then: 2025 for 469 is 4.32, a fifth more 5.18: nobody; without a rival as poor as C there were one
        assertThat(found.rows("about")).noneMatch(about -> about.contains("winner"));
        assertThat(terms().days(
                                "spend budget attributed_sales",
                                "campaign",
                                List.of(
                                        "2025-10-01 A 95 100 475",
                                        "2025-10-02 A 100 100 500",
                                        "2025-10-01 B 100 100 500",
                                        "2025-10-02 B 94 100 470",
                                        "2025-10-01 C 200 40 40",
                                        "2025-10-02 C 200 40 40"))
                        .found()
                        .rows("about member spend attributed_sales capped_days"))
                .contains("winner A 195 975 2")
                .noneMatch(row -> row.contains("winner B"));
    }

    @Test
    void saysWhatIsMissingWithoutTerms() {
        assertThat(Looked.at(Diagnosis.Kind.SEARCH_TERMS, Looked.period("2025-10-01", "2025-10-31", null))
                        .missing()
                        .result())
                .isInstanceOf(StepResult.Missing.class);
    }

    private static Looked terms() {
        return Looked.at(Diagnosis.Kind.SEARCH_TERMS, Looked.period("2025-10-01", "2025-10-31", null))
                .table("spend clicks attributed_orders attributed_sales", "search_term", TERMS);
    }
}
