package io.asktrail.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.asktrail.testkit.slack.FakeSlack;
import io.asktrail.testkit.slack.SlackSender;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who is let in, and what is said to everybody else. */
@ExtendWith(OutputCaptureExtension.class)
class DoorTest {
    private static final String JSON = "application/json";
    private static final String CHALLENGE =
            "{\"token\":\"t\",\"challenge\":\"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P\",\"type\":\"url_verification\"}";
    private static final FakeSlack SLACK = new FakeSlack();
    private static final StubAsktrail ASKTRAIL = new StubAsktrail();
    private static final SlackSender FROM_SLACK = new SlackSender(SLACK);
    private static final TestGateway GATEWAY = TestGateway.start(SLACK, ASKTRAIL);

    @AfterAll
    static void stop() {
        GATEWAY.close();
        ASKTRAIL.close();
        SLACK.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/slack/events", "/slack/commands", "/slack/interactions"})
    void letsNobodyInWithoutSlacksSignatureOfJustNow(String path) {
        // Given
        var now = Instant.now().getEpochSecond();
        var stale = SlackSender.signed(GATEWAY.port(), path, JSON, CHALLENGE, now - 400);
        var ahead = SlackSender.signed(GATEWAY.port(), path, JSON, CHALLENGE, now + 400);
        var unsigned = SlackSender.unsigned(GATEWAY.port(), path, JSON, CHALLENGE);
        var forged = SlackSender.unsigned(GATEWAY.port(), path, JSON, CHALLENGE)
                .header("X-Slack-Request-Timestamp", String.valueOf(now))
                .header("X-Slack-Signature", SlackSender.signature("another", now, CHALLENGE));
        var changed = SlackSender.unsigned(GATEWAY.port(), path, JSON, CHALLENGE + " ")
                .header("X-Slack-Request-Timestamp", String.valueOf(now))
                .header("X-Slack-Signature", SlackSender.signature(SlackSender.SECRET, now, CHALLENGE));
        var twice =
                SlackSender.signed(GATEWAY.port(), path, JSON, CHALLENGE, now).header("X-Slack-Signature", "v0=00");

        // When / Then
        for (var request : new HttpRequest.Builder[] {stale, ahead, unsigned, forged, changed, twice}) {
            var reply = SlackSender.send(request);
            assertThat(reply.statusCode()).isEqualTo(401);
            assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
            assertThat(reply.body()).contains("UNAUTHENTICATED").doesNotContain("challenge");
        }
    }

    @Test
    void givesTheChallengeBackAndReadsBytesAsTheyCome() {
        // Given: line ends and blanks that somebody who puts lines together again would lose
        var now = Instant.now().getEpochSecond();
        for (var body : new String[] {CHALLENGE, CHALLENGE + "\n", CHALLENGE.replace(",", ",\r\n  ") + "\r\n\r\n"}) {
            // When
            var reply = SlackSender.send(SlackSender.signed(GATEWAY.port(), "/slack/events", JSON, body, now));

            // Then
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "nonsense",
                "{\"type\":\"another\"}",
                "[1]",
                "payload=%7B%7D",
                "{\"type\":\"event_callback\"}",
                "{\"type\":\"event_callback\",\"event\":{}}",
                "{\"type\":\"event_callback\",\"event\":7}",
                "{\"type\":\"event_callback\",\"event_id\":\"E\",\"team_id\":\"T\",\"event\":{\"type\":\"reaction_added\"}}"
            })
    void survivesWhatIsSignedAndStillMakesNoSense(String body, CapturedOutput output) {
        // When
        var reply = SlackSender.send(SlackSender.signed(
                GATEWAY.port(), "/slack/events", JSON, body, Instant.now().getEpochSecond()));

        // Then
        assertThat(reply.statusCode()).isIn(200, 400);
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @Test
    void takesNothingTooLargeAndNothingButPosts() {
        // Given
        var large = "x".repeat(1024 * 1024 + 1);
        var get = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/slack/events".formatted(GATEWAY.port())));
        var elsewhere = SlackSender.signed(
                GATEWAY.port(), "/slack/other", JSON, CHALLENGE, Instant.now().getEpochSecond());

        // When / Then
        assertThat(SlackSender.send(SlackSender.signed(
                                GATEWAY.port(),
                                "/slack/events",
                                JSON,
                                large,
                                Instant.now().getEpochSecond()))
                        .statusCode())
                .isEqualTo(413);
        assertThat(SlackSender.send(get.GET()).statusCode()).isEqualTo(405);
        assertThat(SlackSender.send(elsewhere).statusCode()).isEqualTo(404);
    }

    @Test
    void writesNoQuestionAndNoSecretIntoTheLog(CapturedOutput output) {
        // Given
        var secretive = "spend of the secret campaign Wallflower";

        // When
        FROM_SLACK.send(GATEWAY.port(), SlackSender.direct(TestGateway.ASHA, secretive));
        FROM_SLACK.command(GATEWAY.port(), FakeSlack.OPEN_CHANNEL, TestGateway.NOBODY, secretive);
        SlackSender.send(SlackSender.signed(
                GATEWAY.port(),
                "/slack/commands",
                JSON,
                "text=" + secretive,
                Instant.now().getEpochSecond()));
        await().atMost(Duration.ofSeconds(20)).until(() -> ASKTRAIL.asked().size() == 1 && ASKTRAIL.isAllDone());

        // Then
        assertThat(output.getAll()).doesNotContain("Wallflower", FakeSlack.TOKEN, SlackSender.SECRET);
    }

    @Test
    void isNotThereWhereItIsNotSetUp() {
        try (var without = TestGateway.start(SLACK, ASKTRAIL, "asktrail.slack.signing-secret=false")) {
            assertThat(SlackSender.send(SlackSender.signed(
                                    without.port(),
                                    "/slack/events",
                                    JSON,
                                    CHALLENGE,
                                    Instant.now().getEpochSecond()))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void doesNotStartHalfSetUpAndSaysWhatIsMissingWithoutRepeatingASecret() {
        assertThatThrownBy(() -> TestGateway.start(SLACK, ASKTRAIL, "asktrail.slack.signing-secret=my-plain-secret"))
                .rootCause()
                .hasMessageContaining("env:NAME")
                .hasMessageNotContaining("my-plain-secret");
        assertThatThrownBy(() -> TestGateway.start(SLACK, ASKTRAIL, "asktrail.slack.people="))
                .rootCause()
                .hasMessageContaining("asktrail.slack.people is missing");
        assertThatThrownBy(() -> TestGateway.start(SLACK, ASKTRAIL, "asktrail.slack.signing-secret=env:NO_SUCH_NAME"))
                .rootCause()
                .hasMessageContaining("there is nothing at env:NO_SUCH_NAME");
    }
}
