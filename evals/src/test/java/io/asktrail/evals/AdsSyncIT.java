package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.CellChange;
import io.asktrail.contracts.answer.Since;
import io.asktrail.testkit.RunningAsktrail;
import io.asktrail.testkit.RunningAsktrail.Form;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * The demo's ads on their way from its Amazon into answers, with real processes: while reports come, when days are told
 * otherwise later, and after a kill. Each test goes on with the home that the one before has left.
 */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdsSyncIT {
    private static final LocalDate UNTIL = LocalDate.of(2025, 11, 15);
    private static final LocalDate TODAY = UNTIL.plusDays(1);
    private static final Map<String, String> SMALL = Map.of("ASKTRAIL_DEMO_SCALE", "0.1");
    private static final String DAYS = "BETWEEN '2025-11-10' AND '2025-11-12'";

    private Path steady = Path.of("unset");
    private Path killed = Path.of("unset");
    private @Nullable RunningAsktrail running;
    private @Nullable String told;
    private Map<String, String> undisturbed = Map.of();

    @BeforeAll
    void makeHomes() throws IOException {
        steady = home("asktrail-steady");
        killed = home("asktrail-killed");
    }

    private static Path home(String name) throws IOException {
        var home = Files.createTempDirectory(name);
        // The embedded server gives up root's rights and must still reach its data.
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    @AfterAll
    void deleteHomes() throws InterruptedException {
        if (running != null) {
            running.stop();
        }
        RunningAsktrail.delete(steady);
        RunningAsktrail.delete(killed);
    }

    @Test
    @Order(1)
    void namesTheChannelWhoseReportsAreStillToCome() throws Exception {
        // Given: Sponsored Brands' reports stay in Amazon's queue, and the youngest days know half of their orders
        running = RunningAsktrail.launched(Form.LOCAL, steady, RunningAsktrail.freePort(), UNTIL, SMALL);
        try (var amazon = DemoAmazonControl.await(steady)) {
            amazon.hold("sbCampaigns");
            amazon.restate(6);
            running.awaitReady();
            awaitDays(steady, "report IN ('spCampaigns', 'sdCampaigns') AND day = '2025-11-12'", 2);

            // When
            var early = ask("Ad spend by channel from 10 to 12 November 2025", TODAY);
            amazon.clear();
            var status = running.awaitAds();
            var whole = ask("Ad spend by channel from 10 to 12 November 2025", TODAY);

            // Then
            assertThat(early.status()).as(early.text()).isEqualTo(AnswerStatus.PARTIAL);
            assertThat(early.caveats())
                    .filteredOn(caveat -> caveat.code().equals("partial_coverage"))
                    .singleElement()
                    .satisfies(caveat -> assertThat(caveat.text())
                            .contains("10–12 Nov 2025 of SB.")
                            .doesNotContain("SP")
                            .doesNotContain("SD"));
            var spend = byChannel(steady, "cost");
            assertThat(spend).containsOnlyKeys("SP", "SB", "SD");
            assertThat(figures(whole, "spend")).isEqualTo(spend);
            assertThat(whole.status()).as(whole.text()).isEqualTo(AnswerStatus.ANSWERED);
            spend.remove("SB");
            assertThat(figures(early, "spend")).containsAllEntriesOf(spend);
            assertThat(figures(early, "spend").getOrDefault("SB", BigDecimal.ZERO))
                    .isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(status).contains("\"complete\":true", "\"pending\":0").doesNotContain("error");
        }
    }

    @Test
    @Order(2)
    void showsWhatARestatementMadeOfAnAnswerOnceADayHasPassed() throws Exception {
        // Given an answer from reports that knew half of the orders
        var first = ask("Attributed sales by channel from 10 to 12 November 2025", TODAY);
        var before = figures(first, "attributed_sales");
        assertThat(before).isEqualTo(byChannel(steady, "attributed_sales"));
        try (var asker = new Asker(Objects.requireNonNull(running))) {
            assertThat(since(asker.get("/v1/answers/" + first.id())).status()).isEqualTo(Since.Status.UNCHANGED);
        }
        told = first.id().toString();

        // When the product is started again a day later
        Objects.requireNonNull(running).stop();
        running = RunningAsktrail.start(Form.LOCAL, steady, UNTIL.plusDays(1), SMALL);
        running.awaitAds();

        // Then the stored answer says what has moved
        try (var asker = new Asker(running)) {
            var stored = asker.await(
                    "/v1/answers/" + first.id(), answer -> since(answer).status() != Since.Status.UNCHANGED);
            var after = byChannel(steady, "attributed_sales");
            assertThat(since(stored).status()).isEqualTo(Since.Status.RESTATED);
            assertThat(since(stored).changes())
                    .filteredOn(change -> change.kind() == CellChange.RowKind.KEPT)
                    .hasSize(3)
                    .allSatisfy(change -> {
                        var channel =
                                Objects.requireNonNull(change.row().getFirst().value());
                        assertThat(change.before()).isEqualByComparingTo(before.get(channel));
                        assertThat(change.after()).isEqualByComparingTo(after.get(channel));
                        assertThat(change.after()).isGreaterThan(change.before());
                    });
            assertThat(Asker.JSON.treeToValue(stored, Answer.class).table()).isEqualTo(first.table());

            // And a replay answers anew and says the same
            var replay = asker.get("/v1/answers/" + first.id() + "/replay");
            assertThat(replay.path("answer").path("id").asString()).isNotEqualTo(told);
            assertThat(since(replay).changes()).isEqualTo(since(stored).changes());
        }
    }

    @Test
    @Order(3)
    void asksOnTheNextDayOnlyForWhatIsNewOrMayHaveMoved() throws Exception {
        // Then, of the start before: Products' new day and its seven youngest; the 9th, the 3rd and the 13th of
        // October,
        // restated 1, 7 and 28 days after their clicks' seven days; and the days between that the same report holds
        assertThat(text(steady, """
            SELECT string_agg(to_char(day, 'MM-DD'), ' ' ORDER BY day) FROM ads.report_days
            WHERE report = 'spCampaigns' AND asked_on = '2025-11-17'\
            """))
                .isEqualTo("10-13 11-03 11-04 11-05 11-06 11-07 11-08 11-09 11-10 11-11 11-12 11-13 11-14 11-15 11-16");
        assertThat(text(
                        steady,
                        "SELECT count(*) FROM ads.report_days WHERE report = 'spCampaigns'"
                                + " AND origin = 'api' AND asked_on = '2025-11-16'"))
                .isEqualTo("81");
        undisturbed = sums(steady);
        Objects.requireNonNull(running).stop();
        running = null;
    }

    @Test
    @Order(4)
    void saysAtOnceAfterTheStartThatNothingHasComeYetAndLosesNothingByAKill() throws Exception {
        // Given: a new home whose campaigns' reports do not come
        running = RunningAsktrail.launched(Form.LOCAL, killed, RunningAsktrail.freePort(), UNTIL.plusDays(1), SMALL);
        try (var amazon = DemoAmazonControl.await(killed)) {
            for (var report : List.of("spCampaigns", "sbCampaigns", "sdCampaigns")) {
                amazon.hold(report);
            }
            running.awaitReady();

            // When
            var first = ask("Ad spend by channel in October 2025", TODAY.plusDays(1));

            // Then: nothing passes for nothing spent
            assertThat(first.status()).as(first.text()).isEqualTo(AnswerStatus.PARTIAL);
            assertThat(first.caveats().toString()).contains("1–31 Oct 2025 of SB, SD, SP");
            assertThat(figures(first, "spend").values()).allMatch(spend -> spend.signum() == 0);
        }

        // Given: some reports are there, others are not
        awaitDays(killed, "report = 'spTargeting' AND origin = 'api'", 1);
        assertThat(text(killed, "SELECT count(*) > 0 FROM ads.sync_orders")).isEqualTo("t");

        // When
        running.kill();
        running = RunningAsktrail.start(Form.LOCAL, killed, UNTIL.plusDays(1), SMALL);
        running.awaitAds();

        // Then the store is the one that was never disturbed
        assertThat(sums(killed)).isEqualTo(undisturbed);
        assertThat(text(killed, "SELECT count(*) FROM ads.restatements")).isEqualTo("0");
    }

    /** What each report says of each day that both homes hold of it. */
    private static Map<String, String> sums(Path home) throws SQLException {
        var sums = new HashMap<String, String>();
        for (var table :
                List.of("campaign_daily", "product_daily", "targeting_daily", "search_term_daily", "placement_daily")) {
            sums.put(table, text(home, """
                SELECT count(*) || ' ' || md5(string_agg(day::text, ',' ORDER BY day)) FROM (
                    SELECT row(date, channel, count(*), sum(impressions), sum(clicks), sum(cost),
                               sum(attributed_sales), sum(attributed_orders), sum(attributed_units)) AS day
                    FROM ads.%s WHERE date >= '%s' GROUP BY date, channel) AS days\
                """.formatted(
                            table, table.equals("campaign_daily") ? "2024-01-01" : "2025-09-20")));
        }
        return sums;
    }

    private Answer ask(String question, LocalDate asOf) throws InterruptedException {
        try (var asker = new Asker(Objects.requireNonNull(running))) {
            return asker.ask(question, asOf);
        }
    }

    private static Map<String, BigDecimal> figures(Answer answer, String metric) {
        var table = Objects.requireNonNull(answer.table(), answer.text());
        var figures = new HashMap<String, BigDecimal>();
        for (var row : table.rows()) {
            var figure = (BigDecimal) row.get(table.indexOf(metric).orElseThrow());
            if (figure != null) {
                figures.put(String.valueOf(row.get(table.indexOf("channel").orElseThrow())), figure.setScale(2));
            }
        }
        return figures;
    }

    private static Map<String, BigDecimal> byChannel(Path home, String column) throws SQLException {
        var sums = new HashMap<String, BigDecimal>();
        for (var row : new IndependentFigures(home)
                .query(
                        "ads",
                        "SELECT channel, sum(%s) FROM ads.campaign_daily WHERE date %s GROUP BY channel"
                                .formatted(column, DAYS))) {
            sums.put(String.valueOf(row.getFirst()), (BigDecimal) Objects.requireNonNull(row.getLast()));
        }
        return sums;
    }

    private static String text(Path home, String sql) throws SQLException {
        try (var connection = new HomeDatabase(home, "ads").open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void awaitDays(Path home, String which, int atLeast) throws Exception {
        var sql = "SELECT count(*) FROM ads.report_days WHERE " + which;
        for (var tries = 0; Integer.parseInt(text(home, sql)) < atLeast; tries++) {
            assertThat(tries).as("looks for days where " + which).isLessThan(1_200);
            Thread.sleep(50);
        }
    }

    private static Since since(JsonNode reply) {
        return Asker.JSON.treeToValue(reply.path("since"), Since.class);
    }
}
