package io.asktrail.evals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asktrail.testkit.RunningAsktrail;
import io.asktrail.testkit.RunningAsktrail.Form;
import io.asktrail.testkit.slack.FakeSlack;
import io.asktrail.testkit.slack.SlackSender;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Slack and the whole product: real readings, figures, pictures, files and claims. */
@Tag("full")
class SlackIT {
    private static final LocalDate DEMO_UNTIL = LocalDate.of(2025, 11, 15);
    private static final String ASHA = "U0ASHA001";
    private static final String RAVI = "U0RAVI001";
    private static final String QUESTION = "net sales by state in October 2025";
    private static final FakeSlack SLACK = new FakeSlack();
    private static final SlackSender FROM_SLACK = new SlackSender(SLACK);

    private static RunningAsktrail asktrail;

    @BeforeAll
    static void start() throws Exception {
        asktrail = RunningAsktrail.start(
                Form.LOCAL,
                DEMO_UNTIL,
                Map.of(
                        "ASKTRAIL_SLACK_APIURL",
                        SLACK.url() + "/api/",
                        "ASKTRAIL_SLACK_SIGNINGSECRET",
                        "env:SLACK_SECRET_OF_TEST",
                        "SLACK_SECRET_OF_TEST",
                        SlackSender.SECRET,
                        "ASKTRAIL_SLACK_BOTTOKEN",
                        "file:" + written(FakeSlack.TOKEN),
                        "ASKTRAIL_SLACK_PEOPLE",
                        written("""
                                workspaces:
                                  - team: %s
                                    contact: Priya
                                    people:
                                      - {user: %s, sub: asha, roles: [analyst], regions: ["*"]}
                                      - {user: %s, sub: ravi, roles: [analyst], regions: [Delhi]}
                                    channels:
                                      - channel: %s
                                        open_to: {roles: [analyst], regions: ["*"]}
                                """.formatted(SlackSender.TEAM, ASHA, RAVI, FakeSlack.OPEN_CHANNEL))
                                .toString()));
    }

    @AfterAll
    static void stop() throws Exception {
        asktrail.close();
        SLACK.close();
    }

    @BeforeEach
    void forget() {
        SLACK.forget();
    }

    private static Path written(String text) throws IOException {
        var file = Files.createTempFile("slack", ".txt");
        file.toFile().deleteOnExit();
        return Files.writeString(file, text);
    }

    @Test
    void givesEachTheFiguresOfTheirRightsWithTheChartAndTheWholeTable() {
        // When
        FROM_SLACK.send(port(), SlackSender.mention(FakeSlack.OPEN_CHANNEL, ASHA, QUESTION));
        var all = answer(FakeSlack.OPEN_CHANNEL, posted -> posted.shown().contains("```"));
        var files = eventually(SLACK::files, found -> found.size() == 2);
        FROM_SLACK.send(port(), SlackSender.direct(RAVI, QUESTION));
        var delhi = answer(FakeSlack.direct(RAVI), posted -> posted.shown().contains("Delhi"));

        // Then
        assertThat(all.shown()).contains("more row", "Total");
        assertThat(files)
                .extracting(FakeSlack.SharedFile::name)
                .containsExactly("net-sales-by-state-in-October-2025.png", "net-sales-by-state-in-October-2025.csv");
        assertThat(files.getFirst().content()).startsWith(0x89, 'P', 'N', 'G');
        var csv = new String(files.getLast().content(), StandardCharsets.UTF_8);
        assertThat(csv.lines().count()).isGreaterThan(11);
        assertThat(csv).contains("Delhi", "Maharashtra");
        assertThat(delhi.shown()).contains("Delhi", "Only rows of Delhi").doesNotContain("Maharashtra");
    }

    @Test
    void goesOnInTheThreadAndWithAButton() {
        // Given
        var first = SlackSender.mention(FakeSlack.OPEN_CHANNEL, ASHA, "profit in October 2025");
        FROM_SLACK.send(port(), first);
        var asking = answer(
                FakeSlack.OPEN_CHANNEL, posted -> posted.blocks().toString().contains("asktrail_choice_0"));

        // When
        FROM_SLACK.press(port(), ASHA, asking, "asktrail_choice_0");
        var profit = answer(FakeSlack.OPEN_CHANNEL, posted -> posted.shown().contains("Answered as"));
        FROM_SLACK.send(
                port(),
                SlackSender.mention(FakeSlack.OPEN_CHANNEL, ASHA, "by week instead")
                        .inThread(first.ts()));
        var byWeek = answer(FakeSlack.OPEN_CHANNEL, posted -> posted.shown().contains("2025-10-06"));

        // Then
        assertThat(profit.thread()).isEqualTo(first.ts());
        assertThat(byWeek.thread()).isEqualTo(first.ts());
    }

    @Test
    void notesTheThumbOfTheOneWhoAskedAndOfNobodyElse() {
        // Given
        FROM_SLACK.send(port(), SlackSender.mention(FakeSlack.OPEN_CHANNEL, ASHA, QUESTION));
        var answer = answer(
                FakeSlack.OPEN_CHANNEL, posted -> posted.blocks().toString().contains("asktrail_up"));

        // When
        FROM_SLACK.press(port(), ASHA, answer, "asktrail_up");
        FROM_SLACK.press(port(), RAVI, answer, "asktrail_down");

        // Then
        var told = eventually(SLACK::whispers, found -> found.size() == 2);
        assertThat(told).anySatisfy(whisper -> {
            assertThat(whisper.user()).isEqualTo(ASHA);
            assertThat(whisper.text()).contains("noted as helpful");
        });
        assertThat(told).anySatisfy(whisper -> {
            assertThat(whisper.user()).isEqualTo(RAVI);
            assertThat(whisper.text()).contains("Only the one who asked");
        });
    }

    @Test
    void answersADeliveryThatComesFourTimesOnce() {
        // Given
        var event = SlackSender.direct(ASHA, "orders in October 2025");

        // When
        for (var n = 0; n < 4; n++) {
            assertThat(FROM_SLACK.send(port(), event, n).statusCode()).isEqualTo(200);
        }

        // Then
        answer(FakeSlack.direct(ASHA), posted -> !posted.before().isEmpty());
        assertThat(SLACK.messagesIn(FakeSlack.direct(ASHA))).hasSize(1);
    }

    private static int port() {
        return URI.create(asktrail.url()).getPort();
    }

    private static FakeSlack.Posted answer(String channel, Predicate<FakeSlack.Posted> which) {
        return eventually(
                        () -> SLACK.messagesIn(channel).stream().filter(which).toList(),
                        (List<FakeSlack.Posted> found) -> !found.isEmpty())
                .getFirst();
    }

    private static <T> T eventually(Supplier<T> look, Predicate<T> until) {
        return await().atMost(Duration.ofSeconds(60)).until(look::get, until::test);
    }
}
