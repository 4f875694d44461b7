package io.asktrail.slack;

import static io.asktrail.slack.TestGateway.ASHA;
import static io.asktrail.testkit.slack.FakeSlack.CLOSED_CHANNEL;
import static io.asktrail.testkit.slack.FakeSlack.OPEN_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.slack.FakeSlack;
import io.asktrail.testkit.slack.SlackSender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What people see when something goes wrong. */
class SlackTroubleTest extends InSlack {
    @Test
    void saysWhyThereIsNoFile() {
        // Given
        asktrail.answers(_ -> Answers.states(3));
        asktrail.failExportsWith(
                StubAsktrail.problem(403, "APPROVAL_NEEDED", "Your role needs somebody else's consent for this file."));
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend by state"));
        var answer = answerIn(OPEN_CHANNEL, "Spend by state.");

        // When
        fromSlack.press(gateway.port(), ASHA, answer, "asktrail_csv");

        // Then
        var told = eventually(slack::whispers, found -> !found.isEmpty());
        assertThat(told.getFirst().text()).contains("consent");
    }

    @Test
    void leavesStagesOutWhileSlackWantsToBeLeftAlone() {
        // Given: the first thing that is shown of the stages is too much
        slack.tooManyAt("chat.update", 1);
        var hold = asktrail.holdBack();
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));
        eventually(() -> slack.calls("chat.update"), calls -> calls.size() == 1);

        // When
        hold.countDown();

        // Then
        assertThat(answerIn(OPEN_CHANNEL, "42").before()).containsExactly("Working on it…");
        assertThat(slack.callsTooEarly()).isZero();
    }

    @Test
    void saysInThePlaceOfTheAnswerWhatWentWrong() {
        // Given
        asktrail.failWith(StubAsktrail.problem(429, "RATE_LIMITED", "Too many requests: try again in 7 s."));

        // When
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));

        // Then
        assertThat(answerIn(OPEN_CHANNEL, "try again in 7 s").before()).contains("Working on it…");
    }

    @Test
    void waitsAsLongAsSlackWantsItToAndLosesNothing() {
        // Given
        slack.tooManyAt("chat.postMessage", 1);
        slack.tooManyAt("chat.update", 1);
        slack.tooManyAt("files.getUploadURLExternal", 1);
        slack.tooManyAt("files.completeUploadExternal", 1);
        asktrail.answers(_ -> Answers.states(3));

        // When
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend by state"));

        // Then
        answerIn(OPEN_CHANNEL, "Spend by state.");
        eventually(slack::files, files -> files.size() == 1);
        assertThat(slack.callsTooEarly()).isZero();
        assertThat(slack.messagesIn(OPEN_CHANNEL)).hasSize(1);
    }

    @Test
    void givesTheAnswerWhereSlackFailsForAMomentAndWithoutItsChartWhereThatFails() {
        // Given
        slack.fail("chat.update", 503);
        slack.refuse("chat.update", "internal_error");
        slack.refuse("files.getUploadURLExternal", "not_allowed_token_type");
        asktrail.answers(_ -> Answers.states(12));

        // When
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend by state"));

        // Then
        answerIn(OPEN_CHANNEL, "Spend by state.");
        var files = eventually(slack::files, found -> !found.isEmpty());
        assertThat(files).extracting(FakeSlack.SharedFile::name).containsExactly("spend-by-state.csv");
    }

    @Test
    void givesTheWordsWhereSlackDoesNotTakeTheBlocksAndAnewWhereTheirPlaceWasDeleted() {
        // Given
        slack.refuse("chat.update", "invalid_blocks");
        slack.refuse("chat.update", "message_not_found");

        // When
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));

        // Then
        assertThat(answerIn(OPEN_CHANNEL, "42").before()).isEmpty();
    }

    @Test
    void givesTheAnswerWhereItCannotEvenSayWhereItIs() {
        // Given
        slack.refuse("chat.postEphemeral", "user_not_in_channel");

        // When
        fromSlack.send(gateway.port(), SlackSender.mention(CLOSED_CHANNEL, ASHA, "spend"));

        // Then
        answerIn(FakeSlack.direct(ASHA), "42");
    }

    @Test
    void tellsTheAskerWhereSlackDoesNotLetItAnswer() {
        // Given
        slack.refuse("conversations.open", "missing_scope");

        // When
        fromSlack.send(gateway.port(), SlackSender.mention(CLOSED_CHANNEL, ASHA, "spend"));

        // Then
        var told = eventually(slack::whispers, found -> !found.isEmpty());
        assertThat(told)
                .singleElement()
                .satisfies(whisper -> assertThat(whisper.text()).contains("failed"));
        assertThat(asktrail.asked()).isEmpty();
    }

    @Test
    void saysInThePlaceOfTheAnswerThatItCouldNotBeRead() {
        // Given
        asktrail.answers(_ -> Answers.words("42").put("status", "of another version"));

        // When
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));

        // Then
        answerIn(OPEN_CHANNEL, "could not be read");
    }

    @Test
    void cutsAnEndlessAnswerSafelyAndAttachesAllOfIt() {
        // Given
        var text = "<!channel> & ".repeat(3_000);
        asktrail.answers(_ -> Answers.words(text));

        // When
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));

        // Then
        var answer = answerIn(OPEN_CHANNEL, "&lt;!channel&gt;");
        var file = eventually(slack::files, found -> !found.isEmpty()).getFirst();
        assertThat(answer.shown()).doesNotContain("<!channel>").hasSizeLessThan(7_000);
        assertThat(file.name()).isEqualTo("spend.txt");
        assertThat(file.content()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }
}
