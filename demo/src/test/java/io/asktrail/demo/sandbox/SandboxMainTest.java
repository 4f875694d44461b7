package io.asktrail.demo.sandbox;

import static io.asktrail.demo.sandbox.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.demo.DemoSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox as a process of its own. */
class SandboxMainTest {
    private static final LocalDate UNTIL = LocalDate.of(2025, 10, 31);
    private static final Clock MIDNIGHT_IN_INDIA =
            Clock.fixed(Instant.parse("2026-03-10T18:30:00Z"), java.time.ZoneOffset.UTC);

    /** Small enough that it would not hold the reports, and little beside the 256 MB that a laptop gives. */
    private static final String HEAP = "-Xmx32m";

    @Test
    void writesTheWholeRetainedWindowOfEveryReportAtOnceInLittleMemory() throws Exception {
        // Given
        var process = start(Map.of("ASKTRAIL_DEMO_UNTIL", UNTIL.toString(), "ASKTRAIL_SANDBOX_LATENCY_MS", "0"));
        try {
            var client = TestClient.loggedIn(address(process.inputReader()), SandboxCredentials.DEFAULT);
            var begun = Instant.now();

            // When
            var ids = new ArrayList<String>();
            for (var order : wholeWindow()) {
                ids.add(json(client.create(order)).get("reportId").stringValue());
            }
            long bytes = 0;
            for (var id : ids) {
                var status = client.awaited(id);
                assertThat(status.get("status").stringValue())
                        .as(status.toString())
                        .isEqualTo("COMPLETED");
                bytes += client.unpacked(status.get("url").stringValue()).length;
            }

            // Then
            assertThat(ids).hasSize(30);
            assertThat(bytes).isGreaterThan(30_000_000);
            System.out.printf(
                    "%d reports, %d MB unpacked, in %d ms with %s%n",
                    ids.size(),
                    bytes >> 20,
                    java.time.Duration.between(begun, Instant.now()).toMillis(),
                    HEAP);
        } finally {
            stop(process);
        }
    }

    @Test
    void saysWhatIsWrongWithItsEnvironmentAndEnds() throws Exception {
        // Given
        var process = start(Map.of("ASKTRAIL_SANDBOX_PORT", "http"));

        // When
        var said = process.errorReader().readLine();

        // Then
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said).isEqualTo("ASKTRAIL_SANDBOX_PORT must be a whole number, not http");
    }

    @Test
    void readsItsEnvironment() {
        // When
        var settings = SandboxMain.settings(
                Map.of(
                        "ASKTRAIL_SANDBOX_PORT", "9000",
                        "ASKTRAIL_SANDBOX_LATENCY_MS", "50",
                        "ASKTRAIL_SANDBOX_RPM", "120",
                        "ASKTRAIL_DEMO_SEED", "7",
                        "ASKTRAIL_DEMO_SCALE", "2"),
                MIDNIGHT_IN_INDIA);

        // Then
        assertThat(settings.port()).isEqualTo(9_000);
        assertThat(settings.reportLatency()).isEqualTo(java.time.Duration.ofMillis(50));
        assertThat(settings.requestsPerMinute()).isEqualTo(120);
        assertThat(settings.seed()).isEqualTo(7);
        assertThat(settings.scale()).isEqualTo(2);
    }

    @Test
    void livesOnTheDayAfterTheDemosLast() {
        // Then
        assertThat(SandboxSettings.of(DemoSettings.until(UNTIL)).today()).isEqualTo(UNTIL.plusDays(1));
        assertThat(SandboxSettings.of(DemoSettings.until(UNTIL))
                        .withClock(MIDNIGHT_IN_INDIA)
                        .today())
                .isEqualTo(LocalDate.of(2026, 3, 11));
    }

    @ParameterizedTest
    @CsvSource({"ASKTRAIL_SANDBOX_PORT, 70000", "ASKTRAIL_SANDBOX_LATENCY_MS, -1", "ASKTRAIL_SANDBOX_RPM, many"})
    void refusesSettingsThatMakeNoSense(String name, String value) {
        // Then
        assertThatThrownBy(() -> SandboxMain.settings(Map.of(name, value), MIDNIGHT_IN_INDIA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(value);
    }

    @Test
    void saysThatAPortIsTaken() {
        // Given
        var settings = SandboxSettings.of(DemoSettings.until(UNTIL));
        try (var first = Sandbox.start(settings)) {
            int port = first.baseUrl().getPort();

            // Then
            assertThatThrownBy(() -> Sandbox.start(settings.withPort(port)))
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("choose another one");
        }
    }

    private static List<String> wholeWindow() {
        var orders = new ArrayList<String>();
        for (var report : List.of(
                "spCampaigns campaign 95 purchases7d sales7d",
                "spCampaigns campaign+campaignPlacement 95 purchases7d sales7d",
                "sbCampaigns campaign 60 purchases sales",
                "sdCampaigns campaign 65 purchases sales",
                "spAdvertisedProduct advertiser 95 purchases7d sales7d",
                "sdAdvertisedProduct advertiser 65 purchases sales",
                "spTargeting targeting 95 purchases7d sales7d",
                "sbTargeting targeting 60 purchases sales",
                "spSearchTerm searchTerm 95 purchases7d sales7d")) {
            var part = report.split(" ");
            var first = UNTIL.plusDays(1).minusDays(Long.parseLong(part[2]));
            for (var from = first; !from.isAfter(UNTIL); from = from.plusDays(31)) {
                var to = from.plusDays(30).isAfter(UNTIL) ? UNTIL : from.plusDays(30);
                orders.add(Orders.daily(
                        part[0],
                        part[1],
                        from,
                        to,
                        "date",
                        "campaignId",
                        "campaignName",
                        "impressions",
                        "clicks",
                        "cost",
                        part[3],
                        part[4]));
            }
        }
        return orders;
    }

    private static Process start(Map<String, String> environment) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SandboxMain.class.getName());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static URI address(BufferedReader said) throws IOException {
        var line = String.valueOf(said.readLine());
        return URI.create(line.substring(line.indexOf("http")));
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
