package io.asktrail.slack;

import static io.asktrail.slack.TestGateway.ASHA;
import static io.asktrail.slack.TestGateway.MAYA;
import static io.asktrail.testkit.slack.FakeSlack.OPEN_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asktrail.testkit.slack.FakeSlack;
import io.asktrail.testkit.slack.SlackSender;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever dies in the middle of a question: it is answered once, or the one who asked is told. */
@Tag("full")
class TakenOverTest {
    private final FakeSlack slack = new FakeSlack();
    private final StubAsktrail asktrail = new StubAsktrail();
    private final SlackSender fromSlack = new SlackSender(slack);

    @AfterEach
    void stop() {
        asktrail.close();
        slack.close();
    }

    @Test
    void tellsTheOneWhoAsksThatAsktrailCannotBeReached() {
        try (var gateway = start()) {
            // Given
            asktrail.claims().areAway(true);

            // When
            fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));

            // Then
            await().atMost(Duration.ofSeconds(30)).until(() -> !slack.whispers().isEmpty());
            assertThat(slack.whispers())
                    .singleElement()
                    .satisfies(whisper -> assertThat(whisper.text()).contains("try again"));
            assertThat(asktrail.asked()).isEmpty();
        }
    }

    @Test
    void goesOnWithWhatAGatewayThatDiedHasLeftBehindInTheSamePlace() {
        try (var dying = start("asktrail.slack.lease=600s");
                var other = start("asktrail.slack.lease=3s")) {
            // Given a gateway that hangs in the middle of a question, and gives no sign of life
            var hold = asktrail.holdBack();
            fromSlack.send(dying.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> asktrail.asked().size() == 1
                            && slack.messagesIn(OPEN_CHANNEL).size() == 1);

            // When
            asktrail.claims().endLeases();
            await().atMost(Duration.ofSeconds(20)).until(() -> asktrail.asked().size() == 2);
            hold.countDown();

            // Then the other one gives the answer, and the first one gives none when it comes back
            await().atMost(Duration.ofSeconds(20)).until(asktrail::isAllDone);
            fromSlack.send(dying.port(), SlackSender.direct(ASHA, "afterwards"));
            await().atMost(Duration.ofSeconds(20)).until(() -> asktrail.asked().size() == 3 && asktrail.isAllDone());
            assertThat(slack.messagesIn(OPEN_CHANNEL)).singleElement().satisfies(posted -> {
                assertThat(posted.shown()).contains("42");
                assertThat(posted.before()).doesNotContain("42").noneMatch(shown -> shown.contains("42"));
            });
            assertThat(asktrail.asked())
                    .extracting(StubAsktrail.Asked::conversation)
                    .startsWith(asktrail.asked().get(1).conversation());
        }
    }

    @Test
    void leavesItsWorkToAnotherWhenItIsStopped() {
        try (var other = start("asktrail.slack.lease=3s")) {
            // Given
            var hold = asktrail.holdBack();
            try (var stopped = start("asktrail.slack.lease=600s", "asktrail.slack.drain=100ms")) {
                fromSlack.send(stopped.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> asktrail.asked().size() == 1
                                && slack.messagesIn(OPEN_CHANNEL).size() == 1);

                // When it is stopped in the middle of a question
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> asktrail.asked().size() == 2);
            hold.countDown();

            // Then
            await().atMost(Duration.ofSeconds(20)).until(asktrail::isAllDone);
            assertThat(other.port()).isPositive();
            assertThat(slack.messagesIn(OPEN_CHANNEL))
                    .singleElement()
                    .satisfies(posted -> assertThat(posted.shown()).contains("42"));
        }
    }

    @Test
    void asksAgainLaterWhoSomebodyIsWhereSlackCannotSayItNow() {
        // Given
        slack.knows(MAYA, "{\"id\":\"U\",\"is_email_confirmed\":true,\"profile\":{\"email\":\"maya@example.com\"}}");
        var away = slack.cutOff("users.info", 3);

        try (var gateway = start("asktrail.slack.lease=3s")) {
            // When
            fromSlack.send(gateway.port(), SlackSender.direct(MAYA, "spend"));
            await().atMost(Duration.ofSeconds(20)).until(() -> away.getCount() == 0);

            // Then
            await().atMost(Duration.ofSeconds(20)).until(() -> !asktrail.asked().isEmpty() && asktrail.isAllDone());
            assertThat(slack.messagesIn(FakeSlack.direct(MAYA)))
                    .singleElement()
                    .satisfies(posted -> assertThat(posted.shown()).contains("42"));
        }
    }

    @Test
    void endsWhatIsAnsweredWhatIsHopelessAndWhatItCannotRead() {
        // Given
        asktrail.claims().leftBehind("event:answered", note("event:answered", true), 1);
        asktrail.claims().leftBehind("event:hopeless", note("event:hopeless", false), 3);
        asktrail.claims().leftBehind("event:other", "{\"of\":\"another version\"}", 1);

        // When
        try (var gateway = start("asktrail.slack.lease=3s")) {
            await().atMost(Duration.ofSeconds(20)).until(asktrail::isAllDone);

            // Then
            assertThat(gateway.port()).isPositive();
            assertThat(asktrail.asked()).isEmpty();
            assertThat(slack.messagesIn(OPEN_CHANNEL)).isEmpty();
            assertThat(slack.whispers()).singleElement().satisfies(whisper -> {
                assertThat(whisper.user()).isEqualTo(ASHA);
                assertThat(whisper.text()).contains("please ask again");
            });
        }
    }

    @Test
    void endsWhatIsHopelessWhereItCannotEvenBeTold() {
        // Given
        asktrail.claims().leftBehind("event:hopeless", note("event:hopeless", false), 3);
        slack.refuse("chat.postEphemeral", "user_not_in_channel");

        // When
        try (var gateway = start("asktrail.slack.lease=3s")) {
            await().atMost(Duration.ofSeconds(20)).until(asktrail::isAllDone);

            // Then
            assertThat(gateway.port()).isPositive();
            assertThat(slack.calls("chat.postEphemeral")).hasSize(1);
        }
    }

    private static String note(String key, boolean answered) {
        return """
                {"errand":{"kind":"question","key":"%s","member":{"team":"%s","homeTeam":"%s","user":"%s"},
                 "spot":{"channel":"%s","thread":"1.2","direct":false,"shared":false},"text":"spend","quoted":false},
                 "answered":%s}""".formatted(key, SlackSender.TEAM, SlackSender.TEAM, ASHA, OPEN_CHANNEL, answered);
    }

    private TestGateway start(String... settings) {
        return TestGateway.start(slack, asktrail, settings);
    }
}
