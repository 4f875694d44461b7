package io.asktrail.evals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.asktrail.evals.page.Chromium.Size;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the page makes of things that other people, other days and other services bring about: the product answers
 * questions, and the addresses that matter are answered in its place.
 */
@Tag("full")
class KeptThingsPageIT {
    private static LocalPage local;

    @BeforeAll
    static void start() throws InterruptedException {
        local = LocalPage.start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (local != null) {
            local.close();
        }
    }

    private static Visit operator() {
        return operator(ColorScheme.LIGHT);
    }

    private static Visit operator(ColorScheme colours) {
        var visit = local.visit(Size.DESK, colours);
        visit.answering("**/v1/me", 200, Stubs.ME);
        visit.answering("**/v1/conversations?**", 200, Stubs.CONVERSATIONS);
        visit.answering("**/v1/questions/recent?**", 200, Stubs.RECENT);
        visit.answering("**/v1/freshness", 200, Stubs.FRESHNESS);
        visit.answering("**/v1/admin/operations?**", 200, Stubs.OPERATIONS);
        return visit;
    }

    @Test
    void showsAnOperatorHowTheServicesAre() {
        for (var colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (var visit = operator(colours).logIn(local.asktrail.ownerToken())) {
                // When
                visit.page()
                        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Operate"))
                        .click();

                // Then the sums of what the service gave, worked out by hand
                var tiles = visit.page().locator(".tiles");
                assertThat(tiles).containsText("132");
                assertThat(tiles).containsText("80 %");
                assertThat(tiles).containsText("95 % within 1.4 s");
                assertThat(visit.page().locator(".hours rect.kind-failed")).hasCount(1);
                assertThat(visit.page().getByText("agent-insights has not answered within 500 ms"))
                        .isVisible();
                assertThat(visit.page().getByText("column spend_micros is gone"))
                        .isVisible();
                assertThat(visit.barriers()).isEmpty();
                visit.picture(colours == ColorScheme.DARK ? "operate-dark" : "operate");
            }
        }
    }

    @Test
    void saysOfWhatIsNotKnownThatItIsNotKnown() {
        try (var visit = operator()) {
            // Given
            visit.answering("**/v1/admin/operations?**", 200, Stubs.NOTHING_KNOWN);

            // When
            visit.logIn(local.asktrail.ownerToken()).goTo("#/operate");

            // Then
            assertThat(visit.page().locator(".tile-unknown")).hasCount(6);
            assertThat(visit.page().getByText("The questions of this period are not known."))
                    .isVisible();
        }
    }

    @Test
    void asksForNewFiguresUntilItIsPaused() {
        try (var visit = operator()) {
            // Given a clock that the test turns
            visit.page().clock().install();
            visit.logIn(local.asktrail.ownerToken()).goTo("#/operate");
            assertThat(visit.page().locator(".tiles")).isVisible();
            var before = operationsCalls(visit);

            // When
            visit.page().clock().fastForward(16_000);
            visit.page().waitForCondition(() -> operationsCalls(visit) == before + 1);
            visit.button("Pause").click();
            visit.page().clock().fastForward(60_000);

            // Then
            assertThat(visit.button("Go on")).isVisible();
            assertThat(operationsCalls(visit)).isEqualTo(before + 1);
        }
    }

    private static long operationsCalls(Visit visit) {
        return visit.apiCalls().stream()
                .filter(call -> call.contains("/admin/operations"))
                .count();
    }

    @Test
    void showsNobodyElseTheOperatorsPage() {
        try (var visit = local.visit()) {
            visit.answering("**/v1/me", 200, Stubs.ME.replace("\"may_operate\":true", "\"may_operate\":false"));

            // When
            visit.logIn(local.asktrail.ownerToken());

            // Then
            assertThat(visit.page().getByText("priya")).isVisible();
            assertThat(visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Operate")))
                    .hasCount(0);
        }
    }

    @Test
    void opensAConversationAndForgetsIt() {
        try (var visit = operator()) {
            // Given a real answer in a conversation of the list
            visit.logIn(local.asktrail.ownerToken());
            var answer = (String) visit.page().evaluate("""
                (token) => fetch('/v1/query', {
                  method: 'POST',
                  body: '{"metrics":["orders"],"time":{"start":"2025-10-01","end":"2025-10-31"}}',
                  headers: {'Content-Type': 'application/json', Authorization: 'Bearer ' + token},
                }).then((response) => response.text())
                """, local.asktrail.ownerToken());
            var id = answer.replaceAll("(?s).*?\"id\":\"(ans_\\w+)\".*", "$1");
            visit.answering("**/v1/conversations/c1", 200, Stubs.conversation(id));

            // When
            visit.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("How many orders in October"))
                    .click();

            // Then
            var turn = visit.settled(1);
            assertThat(turn.locator("h2")).hasText("How many orders in October");
            assertThat(turn.locator(".answer-text")).containsText("Orders");

            // When
            var deleted = new ArrayList<String>();
            visit.page().route("**/v1/conversations/c1", route -> {
                deleted.add(route.request().method());
                route.fulfill(new Route.FulfillOptions().setStatus(204));
            });
            visit.button("Delete the conversation “How many orders in October”").click();

            // Then
            assertThat(visit.turns()).hasCount(0);
            assertThat(visit.page().locator(".kept")).hasCount(1);
            assertThat(deleted).containsExactly("DELETE");
        }
    }

    @Test
    void sendsWhatSomebodyThinksOfAnAnswer() {
        try (var visit = operator().logIn(local.asktrail.ownerToken())) {
            // Given
            var sent = new ArrayList<String>();
            visit.page().route("**/feedback", route -> {
                sent.add(route.request().postData());
                route.fulfill(new Route.FulfillOptions().setStatus(204));
            });
            visit.ask("Orders in October 2025");

            // When
            visit.button("Wrong").click();
            visit.page().getByLabel("Your comment").fill("Cancelled ones are missing");
            visit.button("Send").click();

            // Then
            assertThat(visit.page().getByText("Thank you, your comment is kept."))
                    .isVisible();
            assertThat(visit.button("Wrong")).hasAttribute("aria-pressed", "true");
            assertThat(sent)
                    .containsExactly(
                            "{\"thumb\":\"down\"}", "{\"thumb\":\"down\",\"comment\":\"Cancelled ones are missing\"}");
        }
    }

    @Test
    void takesAChangeOfWhatWasCalledWrongForWhatWasMeant() {
        try (var visit = operator().logIn(local.asktrail.ownerToken())) {
            // Given
            var sent = new ArrayList<String>();
            visit.page().route("**/feedback", route -> {
                sent.add(route.request().postData());
                route.fulfill(new Route.FulfillOptions().setStatus(204));
            });
            visit.ask("Orders in Delhi in October 2025");
            visit.button("Wrong").click();
            assertThat(visit.button("Wrong")).hasAttribute("aria-pressed", "true");

            // When
            visit.button("State Delhi").click();
            var editor = visit.page().getByRole(AriaRole.DIALOG);
            editor.getByLabel("Goa").check();
            editor.getByText("Run again").click();
            visit.settled(2);

            // Then
            assertThat(sent).hasSize(2);
            assertThat(sent.getLast())
                    .startsWith("{\"thumb\":\"down\",\"correction\":{")
                    .contains("\"entities\":{\"geo\":[\"Delhi\",\"Goa\"]}");
        }
    }

    @Test
    void copiesALinkThatColleaguesWithTheSameRightsCanOpen() {
        try (var visit = operator()) {
            // Given
            visit.answering("**/share", 200, "{\"share\":\"s3cret\",\"expires_at\":\"2027-01-01T00:00:00Z\"}");
            visit.answering("**/v1/shared/s3cret", 403, """
                {"code":"FORBIDDEN","detail":"Your rights differ from those of the answer: ask the question yourself."}\
                """);
            visit.logIn(local.asktrail.ownerToken()).ask("Orders in October 2025");

            // When
            visit.button("Share").click();

            // Then
            assertThat(visit.page().getByText("Link copied.")).isVisible();
            var link = (String) visit.page().evaluate("() => navigator.clipboard.readText()");
            assertThat(link).isEqualTo(local.asktrail.url() + "/#/s/s3cret");
            visit.goTo(link.substring(link.indexOf('#')));
            assertThat(visit.page().getByRole(AriaRole.ALERT).getByText("Your rights differ"))
                    .isVisible();
        }
    }

    @Test
    void completesQuestionsThatWereAskedBefore() {
        try (var visit = operator().logIn(local.asktrail.ownerToken())) {
            // When
            visit.box().pressSequentially("refund");

            // Then
            var first = visit.page().getByRole(AriaRole.OPTION).first();
            assertThat(first).containsText("Refund rate by category last quarter");
            first.click();
            assertThat(visit.box()).hasValue("Refund rate by category last quarter");
        }
    }

    @Test
    void saysHowFreshTheSourcesAre() {
        try (var visit = operator().logIn(local.asktrail.ownerToken())) {
            // When
            visit.goTo("#/catalogue");

            // Then
            var row = visit.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Amazon Ads"));
            assertThat(row).containsText("15 Nov 2025");
            assertThat(row).containsText("behind");
        }
    }

    @Test
    void logsPeopleInAtAnIssuerAndBringsThemBack() {
        try (var visit = local.visit()) {
            // Given
            var issuer = new StubIssuer(visit, local.asktrail.url(), local.asktrail.ownerToken());

            // When
            visit.page().navigate(local.asktrail.url() + "/#/catalogue");
            visit.button("Log in").click();

            // Then they are where they were, and no code is left in the address
            assertThat(catalogue(visit)).isVisible();
            assertThat(visit.page().url()).doesNotContain("code=").endsWith("#/catalogue");
            assertThat(issuer.challenges()).isEqualTo(1);
        }
    }

    @Test
    void goesOnWithALoginThatAnIssuerEndsSoonAlsoAfterLoadingThePageAgain() {
        try (var visit = local.visit()) {
            // Given tokens that are renewed a second after they were given, a minute before their end
            var issuer = new StubIssuer(visit, local.asktrail.url(), local.asktrail.ownerToken()).lasting(61);
            visit.page().navigate(local.asktrail.url() + "/#/catalogue");
            visit.button("Log in").click();
            assertThat(catalogue(visit)).isVisible();
            var before = issuer.renewals();

            // When
            visit.page().reload();

            // Then
            assertThat(catalogue(visit)).isVisible();
            visit.page().waitForCondition(() -> issuer.renewals() > before + 1);
            assertThat(visit.button("Log out")).isVisible();
        }
    }

    @Test
    void logsPeopleOutAtTheIssuerAsWell() {
        try (var visit = local.visit()) {
            // Given
            var issuer = new StubIssuer(visit, local.asktrail.url(), local.asktrail.ownerToken());
            visit.page().navigate(local.asktrail.url() + "/#/");
            visit.button("Log in").click();

            // When
            visit.button("Log out").click();

            // Then they come back to the door, and nothing of the login is left in the tab
            visit.page().waitForCondition(() -> issuer.endings() == 1);
            assertThat(visit.button("Log in")).isVisible();
            assertThat(visit.page()
                            .evaluate("() => JSON.stringify(sessionStorage)")
                            .toString())
                    .doesNotContain(local.asktrail.ownerToken())
                    .doesNotContain(StubIssuer.REFRESH_TOKEN);
        }
    }

    @Test
    void waitsNotForHowPeopleAreLetInWhereSomebodyIs() {
        try (var visit = local.visit()) {
            // Given a gateway that never says it
            visit.page().route("**/login-settings.json", route -> {});

            // When
            visit.logIn(local.asktrail.ownerToken()).ask("Orders in October 2025");

            // Then
            assertThat(visit.turns()).hasCount(1);
            assertThat(visit.faults()).isEmpty();
        }
    }

    private static Locator catalogue(Visit visit) {
        return visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Catalogue"));
    }

    @Test
    void doesWithoutWhatAServiceDoesNotHave() {
        try (var visit = local.visit()) {
            // Given a service of before these things were kept
            for (var missing : new String[] {"me", "conversations?**", "questions/recent?**", "freshness"}) {
                visit.answering(
                        "**/v1/" + missing, 404, "{\"code\":\"UNKNOWN_ID\",\"detail\":\"There is no such address.\"}");
            }
            visit.answering("**/feedback", 404, "{\"detail\":\"There is no such address.\"}");

            // When
            visit.logIn(local.asktrail.ownerToken()).ask("Orders in October 2025");
            visit.button("Right").click();

            // Then
            assertThat(visit.page().getByText("This service takes no feedback yet."))
                    .isVisible();
            assertThat(visit.page().getByText("This service keeps no list of them yet."))
                    .isVisible();
            assertThat(visit.faults()).isEmpty();
        }
    }
}
