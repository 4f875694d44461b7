package io.asktrail.evals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.RunningAsktrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says where one agent is away: it is looked for at a port at which nobody listens. */
@Tag("full")
class AgentDownPageIT {
    private static LocalPage local;

    @BeforeAll
    static void start(@TempDir Path keys) throws IOException, InterruptedException {
        // What calls an agent elsewhere needs a key for it, even if nobody is there to check it.
        Files.writeString(keys.resolve("agent-ads.key"), Base64.getEncoder().encodeToString(new byte[32]));
        local = LocalPage.start(Map.of(
                "ASKTRAIL_INTERNAL_KEYDIR",
                keys.toString(),
                "ASKTRAIL_AGENTS_ADS_URL",
                "http://127.0.0.1:" + RunningAsktrail.freePort()));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (local != null) {
            local.close();
        }
    }

    @Test
    void showsWhatIsThereAndSaysWhatIsMissing() {
        try (var visit = local.owner()) {
            // When
            var turn = visit.ask("Net sales and ad spend by category in October 2025");
            turn.getByText("How this was worked out").click();

            // Then
            assertThat(turn.locator(".badge")).hasText("Part of it is missing");
            assertThat(turn.locator("thead")).containsText("Net sales");
            assertThat(turn.locator(".note-caveat").first()).isVisible();
            assertThat(turn.locator(".graph-bad")).isVisible();
            assertThat(visit.faults()).isEmpty();
            visit.page().evaluate("() => document.querySelector('.turn').scrollIntoView()");
            visit.picture("agent-down");
        }
    }

    @Test
    void saysThatNothingCouldBeFetchedWhereAllOfItWasToComeFromThere() {
        try (var visit = local.owner()) {
            // When
            var turn = visit.ask("Ad spend by day in October 2025");

            // Then
            assertThat(turn.locator(".badge-failed")).isVisible();
            assertThat(turn.locator(".answer-text")).not().isEmpty();
            assertThat(turn.locator(".chart")).hasCount(0);
        }
    }
}
