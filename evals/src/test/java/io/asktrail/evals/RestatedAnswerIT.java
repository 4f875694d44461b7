package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.CellChange;
import io.asktrail.contracts.answer.Since;
import io.asktrail.testkit.RunningAsktrail;
import io.asktrail.testkit.RunningAsktrail.Form;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Figures that moved after they were told: the stored answer says so, with both values. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestatedAnswerIT {
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 16);
    private static final String QUESTION = "Attributed sales by channel from 10 to 12 November 2025";

    private @Nullable RunningAsktrail asktrail;

    @BeforeAll
    void start() throws InterruptedException {
        asktrail = RunningAsktrail.start(Form.LOCAL, TODAY.minusDays(1));
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (asktrail != null) {
            asktrail.close();
        }
    }

    @Test
    void showsTheDeltaOfARestatementAndOnlyThat() throws Exception {
        var running = Objects.requireNonNull(asktrail);
        var ads = new HomeDatabase(running.home(), "ads");
        try (var asker = new Asker(running)) {
            // Given an answer, looked at before anything moved
            var id = asker.ask(QUESTION, TODAY).id();
            var still = since(asker.get("/v1/answers/" + id));
            var before = salesOf(ads, "SB");

            // When Amazon reports one day of Sponsored Brands otherwise
            ads.run("""
                UPDATE ads.campaign_daily SET attributed_sales = attributed_sales + 100.25
                WHERE channel = 'SB' AND date = '2025-11-11'\
                """);
            ads.run("UPDATE ads.report_days SET loaded_at = clock_timestamp() WHERE report = 'sbCampaigns' AND day ="
                    + " '2025-11-11'");
            var stored =
                    asker.await("/v1/answers/" + id, answer -> since(answer).status() != Since.Status.UNCHANGED);

            // Then
            assertThat(still.status()).isEqualTo(Since.Status.UNCHANGED);
            assertThat(still.changes()).isEmpty();
            assertThat(since(stored).status()).isEqualTo(Since.Status.RESTATED);
            assertThat(since(stored).changes())
                    .filteredOn(change -> change.kind() == CellChange.RowKind.KEPT)
                    .singleElement()
                    .satisfies(change -> {
                        assertThat(change.row()).contains(new CellChange.RowName("channel", "SB"));
                        assertThat(change.before()).isEqualByComparingTo(before);
                        assertThat(change.after()).isEqualByComparingTo(salesOf(ads, "SB"));
                    });
            assertThat(stored.path("table").toString())
                    .contains(before.stripTrailingZeros().toPlainString());

            // And a replay answers anew and says the same
            var replay = asker.get("/v1/answers/" + id + "/replay");
            assertThat(replay.path("answer").path("id").asString()).isNotEqualTo(id);
            assertThat(since(replay).changes()).isEqualTo(since(stored).changes());
        }
    }

    private static BigDecimal salesOf(HomeDatabase ads, String channel) throws SQLException {
        return ads.number("""
            SELECT sum(attributed_sales) FROM ads.campaign_daily
            WHERE channel = '%s' AND date BETWEEN '2025-11-10' AND '2025-11-12'\
            """.formatted(channel));
    }

    private static Since since(JsonNode reply) {
        return Asker.JSON.treeToValue(reply.path("since"), Since.class);
    }
}
