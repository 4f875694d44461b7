package io.asktrail.slack;

import static io.asktrail.slack.TestGateway.ASHA;
import static io.asktrail.testkit.slack.FakeSlack.OPEN_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asktrail.testkit.slack.FakeSlack;
import io.asktrail.testkit.slack.SlackSender;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However often something is brought, and to whichever gateway: one answer. */
class OnceTest {
    private final FakeSlack slack = new FakeSlack();
    private final StubAsktrail asktrail = new StubAsktrail();
    private final SlackSender fromSlack = new SlackSender(slack);

    @AfterEach
    void stop() {
        asktrail.close();
        slack.close();
    }

    @Test
    void answersFourDeliveriesToTwoGatewaysOnce() throws InterruptedException {
        try (var one = start();
                var other = start()) {
            // Given
            var event = SlackSender.mention(OPEN_CHANNEL, ASHA, "spend");
            var deliveries = IntStream.range(0, 4)
                    .<Callable<HttpResponse<String>>>mapToObj(
                            n -> () -> fromSlack.send(n % 2 == 0 ? one.port() : other.port(), event, n))
                    .toList();

            // When
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.invokeAll(deliveries);
            }
            fromSlack.send(one.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "afterwards one"));
            fromSlack.send(other.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "afterwards other"));

            // Then
            await().atMost(Duration.ofSeconds(20)).until(() -> asktrail.asked().size() == 3 && asktrail.isAllDone());
            assertThat(asktrail.asked())
                    .filteredOn(asked -> asked.question().equals("spend"))
                    .hasSize(1);
            assertThat(slack.messagesIn(OPEN_CHANNEL)).hasSize(3);
        }
    }

    @Test
    void acknowledgesBeforeAnythingIsDoneAndWhateverIsDown() {
        try (var gateway = start()) {
            // Given
            var asktrailAnswers = asktrail.holdBack();
            var slackAnswers = slack.holdBack("chat.postMessage");
            asktrail.claims().areAway(true);

            // When
            var event = fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));
            var command = fromSlack.command(gateway.port(), OPEN_CHANNEL, ASHA, "spend");

            // Then they are acknowledged, though nobody inside has answered by now
            assertThat(event.statusCode()).isEqualTo(200);
            assertThat(command.statusCode()).isEqualTo(200);
            assertThat(slack.messagesIn(OPEN_CHANNEL)).isEmpty();
            asktrail.claims().areAway(false);
            slackAnswers.countDown();
            asktrailAnswers.countDown();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> slack.messagesIn(OPEN_CHANNEL).stream()
                                    .filter(posted -> posted.shown().contains("42"))
                                    .count()
                            == 2);
        }
    }

    @Test
    void saysThatItIsBusyAndLeavesToSlackWhatItCannotEvenSay() {
        try (var gateway = start("asktrail.slack.at-once=1")) {
            // Given
            var hold = asktrail.holdBack();
            fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "first"));
            await().atMost(Duration.ofSeconds(20)).until(() -> asktrail.asked().size() == 1);
            var slackAnswers = slack.holdBack("chat.postEphemeral");
            var third = SlackSender.mention(OPEN_CHANNEL, ASHA, "third");

            // When
            var second = fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "second"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !slack.calls("chat.postEphemeral").isEmpty());
            var refused = fromSlack.send(gateway.port(), third);
            var command = fromSlack.command(gateway.port(), OPEN_CHANNEL, ASHA, "fourth");
            slackAnswers.countDown();
            hold.countDown();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> asktrail.isAllDone() && slack.whispers().size() == 1);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> fromSlack.send(gateway.port(), third, 1).statusCode() == 200);

            // Then
            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(SlackSender.text(command)).contains("busy");
            assertThat(slack.whispers().getFirst().text()).contains("busy");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> slack.messagesIn(OPEN_CHANNEL).stream()
                                    .filter(posted -> posted.shown().contains("42"))
                                    .count()
                            == 2);
            assertThat(asktrail.asked())
                    .extracting(StubAsktrail.Asked::question)
                    .containsExactly("first", "third");
        }
    }

    @Test
    void finishesWhatIsUnderWayWhenItIsStoppedInPeace() {
        // Given
        var hold = asktrail.holdBack();
        var gateway = start("asktrail.slack.drain=20s");
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));
        await().atMost(Duration.ofSeconds(20)).until(() -> asktrail.asked().size() == 1);

        // When
        var stopping = Thread.ofVirtual().start(gateway::close);
        hold.countDown();
        await().atMost(Duration.ofSeconds(30)).until(() -> !stopping.isAlive());

        // Then
        assertThat(asktrail.isAllDone()).isTrue();
        assertThat(slack.messagesIn(OPEN_CHANNEL))
                .singleElement()
                .satisfies(posted -> assertThat(posted.shown()).contains("42"));
    }

    private TestGateway start(String... settings) {
        return TestGateway.start(slack, asktrail, settings);
    }
}
