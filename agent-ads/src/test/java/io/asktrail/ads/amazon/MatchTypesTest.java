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
    @CsvSource({
        "'\"EXACT\"', exact",
        "'\"PHRASE\"', phrase",
        "'\"BROAD\"', broad",
        "'\"TARGETING_EXPRESSION\"', auto",
        "'\"TARGETING_EXPRESSION_PREDEFINED\"', auto",
        "'\"THEME\"', auto",
        "'\"\"', auto",
        "null, auto"
    })
    void callsWhatIsKnownAsTheStoreDoes(String inTheReport, String inTheStore) throws IOException {
        assertThat(matchTypes(AdsReport.SP_TARGETING, inTheReport)).containsExactly(inTheStore);
    }

    @Test
    void keepsATypeThatIsNewAtAmazonAsItIsCalledThere() throws IOException {
        // Given a report in which one row is matched in a way that nobody here knows
        var types = new String[] {"\"SIMILAR\"", "\"TARGETING_EXPRESSION_PREDEFINED\""};

        // When, Then
        assertThat(matchTypes(AdsReport.SP_TARGETING, types)).containsExactly("similar", "auto");
        assertThat(matchTypes(AdsReport.SP_SEARCH_TERMS, types)).containsExactly("similar", "auto");
    }

    private static List<String> matchTypes(AdsReport report, String... types) throws IOException {
        var rows = new ArrayList<String>();
        for (var type : types) {
            rows.add("""
                    {"date": "2025-10-01", "campaignId": 7, "adGroupName": "Group", "targeting": "mixer",
                     "searchTerm": "red mixer", "matchType": %s, "cost": 1.5}""".formatted(type));
        }
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
