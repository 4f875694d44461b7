package io.asktrail.mcp.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.mcp.front.CardNames;
import io.asktrail.mcp.front.MetricCard;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricSearchTest {
    private static final List<MetricCard> CATALOGUE = List.of(
            metric("tacos", "TACOS", "Spend for each rupee of net sales.", "total acos"),
            metric("net_sales", "Net sales", "Sales less refunds.", "sales", "turnover"),
            metric("gross_sales", "Gross sales", "What was sold, before refunds.", "gmv"),
            metric("spend", "Ad spend", "What ads cost.", "cost"));

    private static MetricCard metric(String id, String label, String description, String... synonyms) {
        return new MetricCard(
                id,
                new CardNames(Map.of("en", label), Map.of("en", List.of(synonyms))),
                "INR",
                "up",
                description,
                null,
                List.of());
    }

    private static List<String> find(String text) {
        return MetricSearch.find(text, CATALOGUE).stream().map(MetricCard::id).toList();
    }

    @Test
    void putsANameBeforeAPartOfOneAndADescriptionLast() {
        assertThat(find("sales")).containsExactly("net_sales", "gross_sales", "tacos");
    }

    @Test
    void wantsEveryWord() {
        assertThat(find("refunds sold")).containsExactly("gross_sales");
        assertThat(find("refunds nowhere")).isEmpty();
    }

    @Test
    void readsIdsAndNamesInAnyCase() {
        assertThat(find("GROSS_SALES")).containsExactly("gross_sales");
        assertThat(find("Total ACOS")).containsExactly("tacos");
    }

    @Test
    void findsAllForNothing() {
        assertThat(find("  ")).containsExactly("tacos", "net_sales", "gross_sales", "spend");
    }
}
