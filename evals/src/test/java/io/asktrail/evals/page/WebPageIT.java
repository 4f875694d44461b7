package io.asktrail.evals.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.asktrail.evals.HomeDatabase;
import io.asktrail.evals.page.Chromium.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people do at the page, against the product itself. */
@Tag("full")
class WebPageIT {
    private static final String BY_STATE = "Net sales by state in October 2025";

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

    @Test
    void answersWithTheNumbersThatSqlGives() throws SQLException {
        try (var visit = local.owner()) {
            // When
            var turn = visit.ask(BY_STATE);

            // Then each cell holds the exact number, and shows it in the Indian way
            var expected = netSalesByState();
            assertThat(turn.locator("tbody tr")).hasCount(Math.min(25, expected.size()));
            for (var row : turn.locator("tbody tr").all()) {
                var state = row.locator("td").first().innerText();
                var number = row.locator("td.number").first();
                var exact = Objects.requireNonNull(expected.get(state.equals("–") ? "" : state), state);
                assertThat(new BigDecimal(number.getAttribute("title"))).isEqualByComparingTo(exact);
                assertThat(number).hasText(Rupees.of(exact, 2));
            }
        }
    }

    @Test
    void showsAChartAndHowTheAnswerCameAboutAndAsksNobodyElseForAnything() {
        try (var visit = local.owner()) {
            // Given nothing that draws charts, before the first one is to be seen
            assertThat(visit.files()).noneMatch(file -> file.contains("drawChart"));

            // When
            var turn = visit.ask("Top 5 products by net sales in Delhi in October 2025, with ad spend from SB");
            turn.getByText("How this was worked out").click();

            // Then
            assertThat(turn.locator(".chart svg")).isVisible();
            assertThat(turn.getByRole(AriaRole.HEADING, heading("Method"))).isVisible();
            assertThat(turn.locator(".graph-node"))
                    .hasCount(turn.locator(".steps > li").count());
            turn.getByText("What ran").first().click();
            assertThat(turn.locator(".query pre").first()).containsText("select");
            assertThat(visit.strangers()).isEmpty();
            assertThat(visit.faults()).isEmpty();
            visit.page().evaluate("() => document.querySelector('.turn').scrollIntoView()");
            visit.picture("answer");
        }
    }

    @Test
    void tellsTheStagesWhileItRuns() {
        try (var visit = local.owner()) {
            // Given what a screen reader would be told, all of it
            visit.page().evaluate("""
                () => {
                  window.seen = new Set();
                  new MutationObserver(() => document.querySelectorAll('.stage-done .stage-title, .stage-now .stage-title')
                    .forEach((title) => window.seen.add(title.textContent))).observe(document.body, {childList: true, subtree: true, attributes: true});
                }
                """);

            // When
            visit.ask("Orders by week in September 2025");

            // Then
            assertThat((List<?>) visit.page().evaluate("() => [...window.seen]"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                    .contains("Read", "Plan", "Fetch and work out");
            assertThat(visit.page().locator("[role=status][aria-live=polite]")).containsText("Orders");
        }
    }

    @Test
    void letsAQuestionBeStoppedAndAskedAgain() {
        try (var visit = local.owner()) {
            // Given a service that takes its time
            visit.page().route("**/v1/ask", route -> {});
            visit.box().fill("Units sold in August 2025");
            visit.box().press("Enter");

            // When
            visit.button("Stop").click();

            // Then
            assertThat(visit.turns().last()).containsText("You stopped this question.");
            visit.page().unroute("**/v1/ask");
            visit.button("Ask it again").click();
            assertThat(visit.settled(1).locator(".answer-text")).containsText("Units sold");
        }
    }

    @Test
    void asksBackAndRunsWhatIsChosen() {
        try (var visit = local.owner()) {
            // Given
            var unclear = visit.ask("profit in October 2025");
            assertThat(unclear.locator(".badge")).hasText("Please choose");
            visit.picture("clarification");

            // When
            unclear.getByRole(AriaRole.BUTTON, named("Gross profit")).click();

            // Then
            var turn = visit.settled(2);
            assertThat(turn.locator("h2")).hasText("Gross profit");
            assertThat(turn.locator(".answer-text")).containsText("Gross profit");
            assertThat(visit.apiCalls()).endsWith("POST /v1/query");
        }
    }

    @Test
    void runsAnEditedChipAgainWithoutAnyLanguage() throws SQLException {
        try (var visit = local.owner()) {
            // Given
            visit.ask("Net sales in Delhi in October 2025");

            // When
            visit.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("State Delhi").setExact(true))
                    .click();
            var editor = visit.page().getByRole(AriaRole.DIALOG);
            editor.getByLabel("Delhi", new Locator.GetByLabelOptions().setExact(true))
                    .uncheck();
            editor.getByLabel("Find in State").fill("kera");
            editor.getByLabel("Kerala").check();
            visit.picture("chip");
            editor.getByText("Run again").click();

            // Then
            var turn = visit.settled(2);
            var expected = netSalesByState().get("Kerala");
            assertThat(new BigDecimal(turn.locator(".stat dd").getAttribute("title")))
                    .isEqualByComparingTo(expected);
            assertThat(visit.apiCalls().stream().filter(call -> call.equals("POST /v1/ask")))
                    .hasSize(1);
            assertThat(visit.apiCalls()).contains("POST /v1/query");
        }
    }

    @Test
    void sortsByAnyColumnAndBack() {
        try (var visit = local.owner()) {
            // Given
            var turn = visit.ask(BY_STATE);
            var asGiven = turn.locator("tbody td:first-child").allInnerTexts();
            var header = turn.getByRole(AriaRole.BUTTON, named("State"));

            // When
            header.click();

            // Then
            var names = turn.locator("tbody td:first-child").allInnerTexts();
            assertThat(names).isSorted();
            assertThat(turn.locator("th").first()).hasAttribute("aria-sort", "ascending");
            header.click();
            header.click();
            assertThat(turn.locator("tbody td:first-child").allInnerTexts()).isEqualTo(asGiven);
        }
    }

    @Test
    void savesAnAnswerAsAFile() throws IOException, SQLException {
        try (var visit = local.owner()) {
            // Given
            visit.ask(BY_STATE);

            // When
            visit.button("Export").click();
            var file = visit.page()
                    .waitForDownload(() -> visit.page()
                            .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("CSV"))
                            .click());

            // Then
            var lines = Files.readAllLines(file.path());
            assertThat(file.suggestedFilename()).endsWith(".csv");
            assertThat(lines).hasSize(netSalesByState().size() + 1);
            assertThat(visit.page().getByText("Saved " + file.suggestedFilename()))
                    .isVisible();
        }
    }

    @Test
    void followsUpInTheSameConversation() {
        try (var visit = local.owner()) {
            // Given
            visit.ask("Net sales in Delhi in October 2025");

            // When
            var turn = visit.ask("and for Kerala?");

            // Then
            assertThat(turn.getByRole(AriaRole.BUTTON, named("State Kerala"))).isVisible();
            assertThat(turn.locator(".answer-text")).containsText("Oct 2025");
        }
    }

    @Test
    void followsTheSystemsColoursUntilOthersAreChosenAndKeepsThose() {
        try (var visit = local.visit(Size.DESK, ColorScheme.DARK).logIn(local.asktrail.ownerToken())) {
            // Given
            var html = visit.page().locator("html");
            assertThat(html).hasAttribute("data-theme", "dark");
            visit.ask("Net sales by day in October 2025");
            assertThat(visit.page().locator(".chart svg")).isVisible();
            visit.picture("answer-dark");

            // When
            visit.button("Colours: auto. Change").click();
            visit.page().reload();

            // Then
            assertThat(html).hasAttribute("data-theme", "light");
            assertThat(visit.button("Colours: light. Change")).isVisible();
        }
    }

    @Test
    void keepsTheQuestionOfAnExpiredLogin() {
        try (var visit = local.visit().knock(ExpiredToken.of(local.asktrail))) {
            // Given that the page comes in with a token whose time is over, it asks for a new one and says why
            assertThat(visit.page().getByRole(AriaRole.ALERT).first()).containsText("The token has expired");
            visit.picture("login");
            token(visit, local.asktrail.ownerToken());
            assertThat(visit.box()).isVisible();

            // When the login ends while a question is being asked
            visit.page().evaluate("() => sessionStorage.clear()");
            visit.answering("**/v1/ask", 401, "{\"code\":\"UNAUTHENTICATED\",\"detail\":\"The token has expired.\"}");
            visit.box().fill("Refund rate by category in October 2025");
            visit.box().press("Enter");
            assertThat(visit.page().getByText("The token has expired.")).isVisible();
            visit.page().unroute("**/v1/ask");
            token(visit, local.asktrail.ownerToken());

            // Then
            assertThat(visit.box()).hasValue("Refund rate by category in October 2025");
        }
    }

    @Test
    void takesTheTokenOutOfTheAddress() {
        try (var visit = local.owner()) {
            assertThat(visit.page().url()).doesNotContain("token");
            assertThat((String) visit.page().evaluate("() => sessionStorage.getItem('asktrail.token')"))
                    .isEqualTo(local.asktrail.ownerToken());
            assertThat((Object) visit.page()
                            .evaluate("() => JSON.stringify(localStorage)")
                            .toString())
                    .asString()
                    .doesNotContain(local.asktrail.ownerToken());
        }
    }

    @Test
    void showsNobodyWhatSomebodyElseWasAnswered() {
        var asha = local.asktrail.token("--sub", "asha", "--role", "analyst", "--region", "Delhi");
        try (var visit = local.owner()) {
            // Given an answer, and a question that was begun
            visit.ask("Net sales by state in October 2025");
            visit.box().fill("And what of Goa");

            // When the login ends, and somebody else comes in after
            visit.answering("**/v1/ask", 401, "{\"code\":\"UNAUTHENTICATED\",\"detail\":\"The token has expired.\"}");
            visit.box().press("Enter");
            token(visit, asha);

            // Then
            assertThat(visit.box()).hasValue("");
            assertThat(visit.turns()).hasCount(0);
            assertThat(visit.page().locator("body")).not().containsText("Maharashtra");
        }
    }

    @Test
    void isUsedByKeyboardAlone() {
        // Somebody who has asked nothing yet, so that nothing of theirs is offered before the catalogue's words
        var newcomer = local.asktrail.token("--sub", "newcomer", "--role", "analyst", "--region", "*");
        try (var visit = local.visit().logIn(newcomer)) {
            var keys = visit.page().keyboard();

            // Given a question that is asked from anywhere by a slash, and completed by arrows
            keys.press("/");
            keys.type("net sal");
            assertThat(visit.page().getByRole(AriaRole.OPTION).first()).isVisible();
            keys.press("ArrowDown");
            keys.press("Enter");
            assertThat(visit.box()).hasValue("Net sales ");
            keys.type("by state in October 2025");
            keys.press("Escape");
            keys.press("Enter");
            var turn = visit.settled(1);

            // When the period is changed
            turn.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("When"))
                    .focus();
            keys.press("Enter");
            var editor = visit.page().getByRole(AriaRole.DIALOG);
            assertThat(editor.getByLabel("Period")).isFocused();
            keys.press("Escape");
            assertThat(editor).isHidden();
            assertThat(turn.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("When")))
                    .isFocused();
            keys.press("Enter");
            assertThat(editor.getByLabel("Period")).isFocused();
            editor.getByLabel("As a series").focus();
            keys.type("By month");
            keys.press("Tab");
            keys.press("Enter");

            // Then
            assertThat(visit.settled(2).locator(".answer-text")).isVisible();
        }
    }

    @Test
    void fitsAPhone() {
        try (var visit = local.visit(Size.PHONE, ColorScheme.LIGHT).logIn(local.asktrail.ownerToken())) {
            // When
            var turn = visit.ask("Net sales by state in October 2025 vs September 2025");
            assertThat(turn.locator(".chart svg")).isVisible();

            // Then nothing but tables scrolls sideways
            assertThat(overflowing(visit)).isEmpty();
            visit.page().evaluate("() => document.querySelector('.turn').scrollIntoView()");
            visit.picture("phone");
            visit.button("Menu").click();
            visit.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Catalogue"))
                    .click();
            assertThat(visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Catalogue")))
                    .isVisible();
            assertThat(overflowing(visit)).isEmpty();
        }
    }

    @Test
    void keepsNobodyOut() {
        for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var visit = local.visit(Size.DESK, colours)) {
                visit.page().navigate(local.asktrail.url());
                assertThat(visit.page().getByLabel("Token")).isVisible();
                assertThat(visit.barriers()).as("login, %s", colours).isEmpty();
                visit.page().navigate("about:blank");

                visit.logIn(local.asktrail.ownerToken());
                assertThat(visit.barriers()).as("start, %s", colours).isEmpty();

                var turn = visit.ask("Net sales by state in October 2025 vs September 2025");
                assertThat(turn.locator(".chart svg")).isVisible();
                turn.getByText("How this was worked out").click();
                turn.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Measure"))
                        .click();
                assertThat(visit.barriers()).as("answer, %s", colours).isEmpty();

                visit.goTo("#/catalogue");
                assertThat(visit.page().locator(".card").first()).isVisible();
                assertThat(visit.barriers()).as("catalogue, %s", colours).isEmpty();
            }
        }
    }

    @Test
    void isSmallBeforeTheFirstChart() {
        try (var visit = local.visit()) {
            // Given
            var finished = new ArrayList<Request>();
            visit.page().onRequestFinished(finished::add);

            // When
            visit.logIn(local.asktrail.ownerToken());
            visit.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);

            // Then everything, the catalogue's data included
            var total = finished.stream().mapToLong(Visit::packed).sum();
            System.out.printf("the page before its first chart: %d bytes in %d requests%n", total, finished.size());
            assertThat(total).isPositive().isLessThan(400_000);
        }
    }

    @Test
    void showsWhatCanBeAskedFor() {
        try (var visit = local.owner()) {
            // When
            visit.goTo("#/catalogue");
            visit.picture("catalogue");
            visit.page().getByLabel("Find in the catalogue").fill("acos");

            // Then
            var card = visit.page().locator("#entry-acos");
            assertThat(card).containsText("Ad spend ÷ Ad-attributed sales");
            assertThat(card).containsText("lower is better");
            assertThat(visit.page().locator("#entry-net_sales")).hasCount(0);
            card.getByRole(AriaRole.BUTTON).click();
            assertThat(visit.box()).hasValue("ACOS last month");
        }
    }

    @Test
    void saysThatSomebodyElsesAnswerIsNotThere() {
        try (var visit = local.owner()) {
            // When
            visit.goTo("#/a/ans_0123456789abcdef01234567");

            // Then
            assertThat(visit.page().getByRole(AriaRole.ALERT).first()).isVisible();
        }
    }

    private static void token(Visit visit, String token) {
        visit.page().getByLabel("Token").fill(token);
        visit.button("Log in").click();
    }

    /** Elements that reach beyond the right edge of the window and cannot be scrolled to inside a frame of their own. */
    private static List<?> overflowing(Visit visit) {
        return (List<?>) visit.page().evaluate("""
            () => [...document.querySelectorAll('#page *')]
                .filter((element) => element.getBoundingClientRect().right > innerWidth + 1
                    && !element.closest('.table-scroll, .graph-scroll, svg, .hidden, [popover]'))
                .map((element) => element.className)
            """);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions heading(String name) {
        return named(name);
    }

    /** By state, as SQL says; rows without a state under the empty name. */
    private static Map<String, BigDecimal> netSalesByState() throws SQLException {
        var expected = new LinkedHashMap<String, BigDecimal>();
        try (var connection = new HomeDatabase(local.asktrail.home(), "warehouse").open();
                var statement = connection.createStatement();
                var found = statement.executeQuery("""
                    select coalesce(geo, ''), sum(amount - refund_amount) from sales.order_lines
                    where status <> 'Cancelled' and order_date between '2025-10-01' and '2025-10-31' group by 1\
                    """)) {
            while (found.next()) {
                expected.put(found.getString(1), found.getBigDecimal(2));
            }
        }
        return expected;
    }
}
