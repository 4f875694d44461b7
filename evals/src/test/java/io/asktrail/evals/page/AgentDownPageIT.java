package io.asktrail.evals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.RunningAsktrail.Form;
import io.asktrail.testkit.fault.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the page says where one agent of the suite is down. */
@Tag("full")
class AgentDownPageIT {
    private static LocalPage local;

    @BeforeAll
    static void start() throws InterruptedException {
        local = LocalPage.start(Form.SPLIT);
        ServiceProcess.of(local.asktrail.home(), "agent-ads").kill();
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
