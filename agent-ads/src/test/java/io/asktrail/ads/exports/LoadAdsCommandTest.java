package io.asktrail.ads.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadAdsCommandTest {
    private static final String ROW =
            "2025-01-05,,Sponsored Products,C,ENABLED,%s,500,MANUAL,Fixed,100,10,,50,5,1,,2,100";

    private final ExportsDatabase database = new ExportsDatabase();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void loadsSeveralFilesAndKeepsTheGoodOnesWhenOneIsBad() {
        // Given
        var good = ConsoleFiles.write(folder, "good.csv", ConsoleFiles.CAMPAIGNS, ROW.formatted("INR"));
        var bad = ConsoleFiles.write(folder, "bad.csv", "Order ID,SKU", "1,2");
        var terms = ConsoleFiles.write(
                folder,
                "terms.csv",
                ConsoleFiles.SEARCH_TERMS,
                "2025-01-05,,INR,C,G,kurta,EXACT,kurta,50,10,,,50,100,,,2,2,,,,,");

        // When
        var code = run(good.toString(), bad.toString(), terms.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(text(out))
                .contains("good.csv: Sponsored Products campaigns", "terms.csv: Sponsored Products search terms")
                .contains("Agrees with Sponsored Products campaigns on all 1 common days.");
        assertThat(text(err)).contains("bad.csv: This is no report that Asktrail knows.");
        assertThat(database.query("SELECT report FROM ads.report_days ORDER BY 1"))
                .containsExactly("spCampaigns", "spSearchTerm");
    }

    @Test
    void filesAnExportUnderTheProfileThatIsNamed() {
        // Given
        var file = ConsoleFiles.write(folder, "good.csv", ConsoleFiles.CAMPAIGNS, ROW.formatted("INR"));

        // When
        var code = run("--profile", "4711", "--channel", "sp", file.toString());

        // Then
        assertThat(code).isZero();
        assertThat(database.query("SELECT profile_id, country_code, currency, time_zone FROM ads.profiles"))
                .containsExactly("4711|IN|INR|Asia/Kolkata");
    }

    @Test
    void refusesACurrencyThatTheRegistryDoesNotCountIn() {
        // Given
        var file = ConsoleFiles.write(folder, "usd.csv", ConsoleFiles.CAMPAIGNS, ROW.formatted("USD"));

        // When
        var code = run(file.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(text(err)).contains("The file counts in USD, and this workspace's registry in INR");
        assertThat(database.query("SELECT count(*) FROM ads.profiles")).containsExactly("0");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--profile")).isEqualTo(2);
        assertThat(run("--profile", "abc", "f.csv")).isEqualTo(2);
        assertThat(run("--channel", "TV", "f.csv")).isEqualTo(2);
        assertThat(run("--all", "f.csv")).isEqualTo(2);
        assertThat(text(err))
                .contains(
                        "Name reports that you downloaded",
                        "--profile needs a value",
                        "A profile's id is a number, not 'abc'",
                        "A channel is SP, SB or SD, not 'TV'",
                        "There is no option --all");
    }

    private int run(String... arguments) {
        var settings = Map.of("URL", database.url(), "USERNAME", database.user(), "PASSWORD", database.password());
        var clock = Clock.fixed(Instant.parse("2025-02-10T06:00:00Z"), ZoneOffset.UTC);
        return new LoadAdsCommand(settings::get, clock, stream(out), stream(err)).run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
