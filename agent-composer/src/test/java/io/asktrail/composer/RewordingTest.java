package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.composer.rewording.Rewording;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.draft.DraftGuard;
import io.asktrail.model.ModelSettings;
import io.asktrail.model.RestingModel;
import io.asktrail.testkit.model.ChatServer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RewordingTest {
    private static final TaskSpec TASK =
            Run.ask("spend", "clicks").compare(Run.SEPTEMBER).build();
    private static final String TABLE = """
            spend spend.previous spend.change spend.change_pct clicks clicks.previous clicks.change clicks.change_pct
            500000 400000 100000 0.25 300 400 -100 -0.25
            """;
    private static final String PLAIN =
            "Ad spend was ₹5.00 lakh in 1–31 Oct 2025, up 25.0 % from ₹4.00 lakh in 1–30 Sep"
                    + " 2025. Clicks were 300, down 25.0 % from 400.";

    private ChatServer server;

    @BeforeEach
    void open() throws Exception {
        server = new ChatServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void saysNothingToAModelThatIsNotThere() {
        assertThat(draft(null).text()).isEqualTo(PLAIN);
        assertThat(draft(null).cost().modelCalls()).isZero();
    }

    @Test
    void takesWordsThatSayTheSameAndKeepsEveryFigureTraceable() {
        // Given
        server.thenSays(
                said("Ad spend came to ₹5.00 lakh in 1–31 Oct 2025, which is up 25.0 % on the ₹4.00 lakh in 1–30 Sep"
                        + " 2025. Clicks stood at 300, and that is down 25.0 % against 400."));

        // When
        var draft = draft(server);

        // Then
        assertThat(draft.text()).startsWith("Ad spend came to ₹5.00 lakh");
        assertThat(draft.figures()).hasSize(6);
        assertThat(draft.figures())
                .extracting(figure -> draft.text().substring(figure.from(), figure.to()))
                .containsExactly("₹5.00 lakh", "25.0 %", "₹4.00 lakh", "300", "25.0 %", "400");
        var access = Run.REGISTRY.accessOf(Run.by(Role.ADMIN).caller());
        assertThat(new DraftGuard().review(draft, TASK, access)).allMatch(verdict -> verdict.passed());
        assertThat(draft.cost().modelCalls()).isEqualTo(1);
        assertThat(draft.cost().tokens()).isEqualTo(1_200);
    }

    /** Each would be believed; none of them is what the table says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // a figure that is in no cell
                "Ad spend was ₹5.00 lakh in 1–31 Oct 2025, up 25.0 % from ₹4.00 lakh in 1–30 Sep 2025. Clicks were 300, down"
                        + " 25.0 % from 400. CTR was 4.1 %.",
                // a figure changed in one digit
                "Ad spend was ₹5.01 lakh in 1–31 Oct 2025, up 25.0 % from ₹4.00 lakh in 1–30 Sep 2025. Clicks were 300, down"
                        + " 25.0 % from 400.",
                // a number in words
                "Ad spend was ₹5.00 lakh in 1–31 Oct 2025, up 25.0 % from ₹4.00 lakh in 1–30 Sep 2025. Clicks were 300, down"
                        + " 25.0 % from 400, at the price of five lakh.",
                "Ad spend was ₹5.00 lakh in 1–31 Oct 2025, up 25.0 % from ₹4.00 lakh in 1–30 Sep 2025, twice its plan. Clicks"
                        + " were 300, down 25.0 % from 400.",
                "Ad spend was ₹5.00 lakh in 1–31 Oct 2025, up 25.0 % from ₹4.00 lakh in 1–30 Sep 2025. Clicks halved to 300,"
                        + " down 25.0 % from 400.",
                // what rose fell
                "Ad spend was ₹5.00 lakh in 1–31 Oct 2025, down 25.0 % from ₹4.00 lakh in 1–30 Sep 2025. Clicks were 300, down"
                        + " 25.0 % from 400.",
                "Ad spend was ₹5.00 lakh in 1–31 Oct 2025, down 25.0 % from ₹4.00 lakh in 1–30 Sep 2025. Clicks were 300, up"
                        + " 25.0 % from 400.",
                // the figures of one number given to the other
                "Clicks were 300 in 1–31 Oct 2025, up 25.0 % from 400 in 1–30 Sep 2025. Ad spend was ₹5.00 lakh, down 25.0 %"
                        + " from ₹4.00 lakh.",
                // a figure left out
                "Ad spend was ₹5.00 lakh in 1–31 Oct 2025, up 25.0 % from ₹4.00 lakh in 1–30 Sep 2025. Clicks were 300, down"
                        + " from 400.",
                // a reason that nobody worked out
                "Ad spend was ₹5.00 lakh in 1–31 Oct 2025, up 25.0 % from ₹4.00 lakh in 1–30 Sep 2025 because of Diwali. Clicks"
                        + " were 300, down 25.0 % from 400.",
                // a denial
                "Ad spend was not ₹5.00 lakh in 1–31 Oct 2025, up 25.0 % from ₹4.00 lakh in 1–30 Sep 2025. Clicks were 300,"
                        + " down 25.0 % from 400.",
                // another number's name
                "Ad spend was ₹5.00 lakh in 1–31 Oct 2025, up 25.0 % from ₹4.00 lakh in 1–30 Sep 2025. Clicks, as orders, were"
                        + " 300, down 25.0 % from 400.",
                // other days
                "Ad spend was ₹5.00 lakh in 1–30 Oct 2025, up 25.0 % from ₹4.00 lakh in 1–30 Sep 2025. Clicks were 300, down"
                        + " 25.0 % from 400.",
                // a superlative
                "Ad spend was a record ₹5.00 lakh in 1–31 Oct 2025, up 25.0 % from ₹4.00 lakh in 1–30 Sep 2025. Clicks were"
                        + " 300, down 25.0 % from 400.",
                // what would be run elsewhere
                "Ad spend was ₹5.00 lakh in 1–31 Oct 2025, up 25.0 % from ₹4.00 lakh in 1–30 Sep 2025. Clicks were 300, down"
                        + " 25.0 % from 400. <script>",
                ""
            })
    void throwsWordsAwayThatSayAnythingElse(String lie) {
        // Given
        server.thenSays(said(lie));

        // When
        var draft = draft(server);

        // Then
        assertThat(draft.text()).isEqualTo(PLAIN);
        assertThat(draft.cost().modelCalls()).isEqualTo(1);
    }

    @Test
    void staysAsItIsWhereTheModelIsDownOrTalksNonsense() {
        server.thenSays("not JSON").thenSays("{\"text\":null}").thenSends(500, "down");

        assertThat(List.of(
                        draft(server).text(),
                        draft(server).text(),
                        draft(server).text()))
                .containsOnly(PLAIN);
    }

    @Test
    void asksForAStrictFormAndNeverInHindi() {
        // Given
        server.thenSays(said(PLAIN));

        // When
        draft(server);
        draft(server, Language.HINDI);

        // Then
        assertThat(server.requests())
                .singleElement()
                .satisfies(
                        request -> assertThat(ChatServer.faultsOfForm(request)).isEmpty());
    }

    private static Draft draft(@Nullable ChatServer server) {
        return draft(server, Language.ENGLISH);
    }

    private static Draft draft(@Nullable ChatServer server, Language language) {
        var request = new Run(TASK).gave(Run.table(TABLE)).request();
        return new Composer(() -> Run.REGISTRY, server == null ? null : rewording(server))
                .compose(Run.by(Role.ADMIN).in(language), request);
    }

    private static Rewording rewording(ChatServer server) {
        var settings = new ModelSettings(
                server.url(),
                null,
                "test",
                Duration.ofSeconds(20),
                2_000,
                30_000,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                3,
                Duration.ofSeconds(60));
        return new Rewording(RestingModel.of(settings), settings, Clock.systemUTC());
    }

    private static String said(String text) {
        var reply = JsonMapper.shared().createObjectNode();
        reply.put("text", text);
        return JsonMapper.shared().writeValueAsString(reply);
    }
}
