package io.asktrail.registry.loading;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.registry.file.Finding;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintReportTest {
    @TempDir
    private Path folder;

    @Test
    void tellsThreeFaultsOfOneFileOnTheirLines() {
        // Given
        var registry = RegistryFolder.copyOfDemo(folder);
        registry.write("metrics/roas.yaml", """
                id: roas
                label: {en: ROAS}
                description: Revenue for each rupee of ad spend.
                kind: ratio
                formula: revenue / spned
                unit: rupees
                direction: up
                additivity: ratio
                rounding: {scale: 2, mode: HALF_UP}
                colour: red
                owner: performance-marketing
                """);

        // When
        var findings = registry.findings();

        // Then
        assertThat(findings)
                .containsExactly(
                        new Finding("metrics/roas.yaml", 5, "no file defines the metric 'spned'"),
                        new Finding(
                                "metrics/roas.yaml",
                                6,
                                "'rupees' is not written as it must be (^([A-Z]{3}|count|ratio|percent)$)"),
                        new Finding("metrics/roas.yaml", 10, "'colour' is no field here"));
    }

    @Test
    void tellsOfACycleOnce() {
        // Given
        var registry = RegistryFolder.copyOfDemo(folder);
        registry.replace("metrics/contribution.yaml", "gross_profit - spend", "gross_profit - contribution_x")
                .write(
                        "metrics/contribution_x.yaml",
                        registry.text("metrics/net_sales.yaml")
                                .replace("id: net_sales", "id: contribution_x")
                                .replaceAll("(?s)label:.*description:", "label: {en: Extra}\ndescription:")
                                .replaceAll("(chain|offered): .*", "")
                                .replace("gross_sales - refunds", "contribution - refunds"));

        // When
        var findings = registry.findings();

        // Then
        assertThat(findings)
                .containsExactly(new Finding(
                        "metrics/contribution.yaml",
                        registry.line("metrics/contribution.yaml", "formula:"),
                        "contribution is worked out from itself: contribution > contribution_x > contribution"));
    }

    @Test
    void blamesABrokenFileOnceAndNotThoseThatNameIt() {
        // Given
        var registry = RegistryFolder.copyOfDemo(folder).write("metrics/spend.yaml", "id: [spend\n");

        // When
        var findings = registry.findings();

        // Then
        assertThat(findings).extracting(Finding::file).containsOnly("metrics/spend.yaml");
    }

    @Test
    void tellsOfFaultsInSeveralFilesInOneReport() {
        // Given
        var registry = RegistryFolder.copyOfDemo(folder)
                .replace("policies/viewer.yaml", "deny: [cogs", "deny: [cogz")
                .replace("metrics/cpc.yaml", "unit: INR", "unit: count")
                .write("metric/lost.yaml", "id: lost\n");

        // When
        var findings = registry.findings();

        // Then
        assertThat(findings)
                .extracting(Finding::file)
                .containsExactly("metric/lost.yaml", "metrics/cpc.yaml", "policies/viewer.yaml");
    }

    @Test
    void saysThatTheCalendarIsMissing() throws Exception {
        // Given
        var registry = RegistryFolder.copyOfDemo(folder);
        Files.delete(folder.resolve("calendar.yaml"));

        // When
        var findings = registry.findings();

        // Then
        assertThat(findings).containsExactly(new Finding("calendar.yaml", 1, "this file is missing"));
    }

    @Test
    void letsDefinitionsShareAWordThatBothListAsShared() {
        // Given
        var registry = RegistryFolder.copyOfDemo(folder)
                .replace("metrics/clicks.yaml", "description:", "shared_synonyms: [visits]\ndescription:")
                .replace("metrics/clicks.yaml", "[click,", "[click, visits,")
                .replace("metrics/impressions.yaml", "description:", "shared_synonyms: [Visits]\ndescription:")
                .replace("metrics/impressions.yaml", "[impression,", "[impression, visits,");

        // When
        var findings = registry.findings();

        // Then
        assertThat(findings).isEmpty();
    }

    @Test
    void letsAFileBeReadThatNamesAFolderThatIsNone() {
        // Given
        var location = RegistryLocation.of(folder.resolve("nowhere").toString(), "demo");

        // When
        var printed = lint(location, 1);

        // Then
        assertThat(printed).contains("this is no folder");
    }

    @Test
    void printsFindingsAsCompilersDoAndFails() {
        // Given
        var registry = RegistryFolder.copyOfDemo(folder).replace("policies/viewer.yaml", "deny: [cogs", "deny: [cogz");

        // When
        var printed = lint(registry.location(), 1);

        // Then
        assertThat(printed)
                .contains("policies/viewer.yaml:5: no file defines 'cogz'")
                .contains(": 1 fault.");
    }

    @Test
    void saysWhereTheStatementAloneNarrowsRows() {
        // Given
        RegistryFolder.copyOfDemo(folder).replace("tools/sales_db.yaml", "rls: true", "rls: false");

        // When, Then
        assertThat(lint(RegistryLocation.of(folder.toString(), "demo"), 0))
                .contains("tools/sales_db.yaml: note: rls is false")
                .doesNotContain("tools/amazon_ads_api.yaml: note");
    }

    private static String lint(RegistryLocation location, int exit) {
        var bytes = new ByteArrayOutputStream();
        var command = new LintCommand(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(command.run(location.toString())).isEqualTo(exit);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
