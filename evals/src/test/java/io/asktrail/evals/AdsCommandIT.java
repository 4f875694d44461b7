package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.CommandLine;
import io.asktrail.testkit.RunningAsktrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** {@code asktrail load ads} and {@code ads status} as people type them, on a home in which nothing runs. */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdsCommandIT {
    private static final String HEADER = "Date,Portfolio name,Program Type,Campaign Name,Status,Currency,Budget,"
            + "Targeting Type,Bidding strategy,Impressions,Clicks,Click-Thru Rate (CTR),Spend,Cost Per Click (CPC),"
            + "7 Day Total Orders (#),Total Advertising Cost of Sales (ACOS) ,"
            + "Total Return on Advertising Spend (ROAS),7 Day Total Sales ";
    private static final String ROW =
            "2025-01-%s,,Sponsored Products,Kettles,ENABLED,INR,500,MANUAL,Fixed,100,10,,50.25,5,1,,2,100";

    private Path home = Path.of("unset");

    @BeforeAll
    void makeHome() throws IOException {
        home = Files.createTempDirectory("asktrail-command");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterAll
    void deleteHome() {
        RunningAsktrail.delete(home);
    }

    @Test
    @Order(1)
    void saysWhatToStartWhereThereIsNoStoreYet() throws Exception {
        // When
        var status = CommandLine.run(home, "ads", "status", "--json");

        // Then
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.out()).isEmpty();
        assertThat(status.err()).contains("./asktrail up").doesNotContain("\tat ");
    }

    @Test
    @Order(2)
    void refusesAFileThatIsNoReportAndWordsThatItDoesNotKnow() throws Exception {
        // Given
        var bad = Files.writeString(home.resolve("bad.csv"), "Order ID,SKU\n1,2\n");

        // When
        var loaded = CommandLine.run(home, "load", "ads", bad.toString());
        var missing =
                CommandLine.run(home, "load", "ads", home.resolve("none.csv").toString());
        var unknown = CommandLine.run(home, "ads", "status", "--yaml");

        // Then
        assertThat(loaded.exitCode()).isEqualTo(1);
        assertThat(loaded.err())
                .contains("bad.csv: This is no report that Asktrail knows.")
                .doesNotContain("\tat ");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("There is no file", "none.csv");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("--yaml");
    }

    @Test
    @Order(3)
    void loadsAReportAndSaysWhichDaysAreThere() throws Exception {
        // Given
        var file = Files.writeString(
                home.resolve("campaigns.csv"),
                String.join("\n", HEADER, ROW.formatted("05"), ROW.formatted("06"), ROW.formatted("07"), ""));

        // When
        var loaded = CommandLine.run(home, "load", "ads", file.toString());
        var again = CommandLine.run(home, "load", "ads", file.toString());
        var status = CommandLine.run(home, "ads", "status", "--json");
        var text = CommandLine.run(home, "ads", "status");

        // Then
        assertThat(loaded.exitCode()).as(loaded.err()).isZero();
        assertThat(loaded.out()).contains("campaigns.csv: Sponsored Products campaigns");
        assertThat(again.exitCode()).isZero();
        assertThat(status.exitCode()).as(status.err()).isZero();
        var reports = Asker.JSON.readTree(status.out()).path("accounts").path(0).path("reports");
        assertThat(reports.path(0).path("report").asString()).isEqualTo("spCampaigns");
        assertThat(reports.path(0).path("covered_from").asString()).isEqualTo("2025-01-05");
        assertThat(reports.path(0).path("covered_to").asString()).isEqualTo("2025-01-07");
        assertThat(reports.path(0).path("missing_days").asInt()).isZero();
        // nothing of Amazon's own was fetched, so that no sync can be done with it
        assertThat(Asker.JSON.readTree(status.out()).path("complete").asBoolean())
                .isFalse();
        assertThat(text.out())
                .contains("The sync of Amazon Ads has not run yet.", "spCampaigns            2025-01-05 to 2025-01-07");
    }
}
