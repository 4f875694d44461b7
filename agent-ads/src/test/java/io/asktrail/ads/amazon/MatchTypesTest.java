package io.asktrail.ads.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.ads.amazon.AmazonSettings.FileLimits;
import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.AdsRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchTypesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"EXACT\"                          | mixer                    | exact",
                "\"PHRASE\"                         | mixer                    | phrase",
                "\"BROAD\"                          | mixer                    | broad",
                "\"TARGETING_EXPRESSION_PREDEFINED\"| close-match              | auto",
                "\"TARGETING_EXPRESSION\"           | loose-match              | auto",
                "\"TARGETING_EXPRESSION\"           | substitutes              | auto",
                "\"TARGETING_EXPRESSION\"           | complements              | auto",
                "\"TARGETING_EXPRESSION\"           | asin=\"B0ABC12345\"      | product target",
                "\"TARGETING_EXPRESSION\"           | category=\"Kettles\"     | product target",
                "\"THEME\"                          | keywords-related-to-your-brand | auto",
                "\"\"                               | close-match              | auto",
                "\"\"                               | asin-expanded=\"B0ABC12345\" | product target",
                "null                               | *                        | auto",
                "null                               | category=\"Kettles\" price>500 | product target"
            })
    void callsWhatIsKnownAsTheStoreDoes(String inTheReport, String target, String inTheStore) throws IOException {
        for (var report : List.of(AdsReport.SP_TARGETING, AdsReport.SP_SEARCH_TERMS)) {
            assertThat(matchTypes(report, row(target, inTheReport))).containsExactly(inTheStore);
        }
    }

    @Test
    void keepsATypeThatIsNewAtAmazonAsItIsCalledThere() throws IOException {
        // Given a report in which one row is matched in a way that nobody here knows
        var rows =
                new String[] {row("mixer", "\"SIMILAR\""), row("close-match", "\"TARGETING_EXPRESSION_PREDEFINED\"")};

        // When, Then
        assertThat(matchTypes(AdsReport.SP_TARGETING, rows)).containsExactly("similar", "auto");
        assertThat(matchTypes(AdsReport.SP_SEARCH_TERMS, rows)).containsExactly("similar", "auto");
    }

    private static String row(String target, String type) {
        return """
                {"date": "2025-10-01", "campaignId": 7, "adGroupName": "Group", "targeting": "%s",
                 "searchTerm": "red mixer", "matchType": %s, "cost": 1.5}""".formatted(target.replace("\"", "\\\""), type);
    }

    private static List<String> matchTypes(AdsReport report, String... rows) throws IOException {
        var read = new ArrayList<String>();
        new ReportFile(report, FileLimits.USUAL).read(packed("[" + String.join(",", rows) + "]"), row -> {
            var type = row instanceof AdsRow.OfTarget target
                    ? target.matchType()
                    : ((AdsRow.OfSearchTerm) row).matchType();
            read.add(type.text());
        });
        return read;
    }

    private static ByteArrayInputStream packed(String json) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(json.getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
