package io.asktrail.slack;

import static io.asktrail.slack.TestGateway.ASHA;
import static io.asktrail.slack.TestGateway.RAVI;
import static io.asktrail.testkit.slack.FakeSlack.OPEN_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.slack.FakeSlack;
import io.asktrail.testkit.slack.SlackSender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see in Slack when they ask there. */
class SlackChannelTest extends InSlack {
    @Test
    void answersAMentionInItsThreadWithTheRightsOfTheOneWhoAsks() {
        // Given
        asktrail.answers(_ -> Answers.states(3));
        var mention = SlackSender.mention(OPEN_CHANNEL, RAVI, "spend by state");

        // When
        var reply = fromSlack.send(gateway.port(), mention);

        // Then
        var answer = answerIn(OPEN_CHANNEL, "Spend by state.");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(answer.thread()).isEqualTo(mention.ts());
        assertThat(answer.before()).first().isEqualTo("Working on it…");
        assertThat(answer.shown()).contains("State 2", "₹10,00,002.50", "Spend from Amazon Ads.");
        assertThat(asktrail.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.sub()).isEqualTo("ravi");
            assertThat(asked.regions()).isEqualTo("Delhi");
            assertThat(asked.question()).isEqualTo("spend by state");
        });
    }

    @Test
    void showsTheChartUnderTheAnswerAndDescribesIt() {
        // Given
        asktrail.answers(_ -> Answers.states(3));
        var mention = SlackSender.mention(OPEN_CHANNEL, ASHA, "spend by state");

        // When
        fromSlack.send(gateway.port(), mention);

        // Then
        var files = eventually(slack::files, found -> !found.isEmpty());
        assertThat(files).singleElement().satisfies(chart -> {
            assertThat(chart.name()).isEqualTo("spend-by-state.png");
            assertThat(chart.channel()).isEqualTo(OPEN_CHANNEL);
            assertThat(chart.thread()).isEqualTo(mention.ts());
            assertThat(chart.described()).isEqualTo("Spend by state.");
            assertThat(new String(chart.content(), StandardCharsets.UTF_8)).startsWith("PNG of ans_");
        });
    }

    @Test
    void showsTheFirstRowsOfALongTableAndAttachesAllOfIt() {
        // Given
        asktrail.answers(_ -> Answers.states(25));

        // When
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend by state"));

        // Then
        var answer = answerIn(OPEN_CHANNEL, "Spend by state.");
        var files = eventually(slack::files, found -> found.size() == 2);
        assertThat(answer.shown()).contains("State 9", "… 15 more rows").doesNotContain("State 10");
        assertThat(files)
                .extracting(FakeSlack.SharedFile::name)
                .containsExactly("spend-by-state.png", "spend-by-state.csv");
        assertThat(files.getLast().content()).isEqualTo("geo,spend\nDelhi,1\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void goesOnWithTheConversationInAThreadAndBeginsAnotherOutsideOfIt() {
        // Given
        var first = SlackSender.mention(OPEN_CHANNEL, ASHA, "spend last week");
        fromSlack.send(gateway.port(), first);
        eventually(asktrail::asked, asked -> asked.size() == 1);

        // When
        fromSlack.send(
                gateway.port(),
                SlackSender.mention(OPEN_CHANNEL, ASHA, "by channel").inThread(first.ts()));
        eventually(asktrail::asked, asked -> asked.size() == 2);
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "orders"));
        var asked = eventually(asktrail::asked, found -> found.size() == 3);

        // Then
        assertThat(asked.get(1).conversation())
                .isEqualTo(asked.get(0).conversation())
                .matches("[A-Za-z0-9_-]{1,128}");
        assertThat(asked.get(2).conversation()).isNotEqualTo(asked.get(0).conversation());
    }

    @Test
    void talksWithSomebodyAloneWithoutThreadsAsOneConversation() {
        // When
        fromSlack.send(gateway.port(), SlackSender.direct(RAVI, "spend last week"));
        eventually(asktrail::asked, asked -> asked.size() == 1);
        fromSlack.send(gateway.port(), SlackSender.direct(RAVI, "and by channel?"));
        var asked = eventually(asktrail::asked, found -> found.size() == 2);

        // Then
        var messages = eventually(
                () -> slack.messagesIn(FakeSlack.direct(RAVI)),
                found -> found.size() == 2
                        && found.stream().allMatch(posted -> posted.shown().contains("42")));
        assertThat(messages).allSatisfy(posted -> assertThat(posted.thread()).isNull());
        assertThat(asked.get(1).conversation()).isEqualTo(asked.get(0).conversation());
        assertThat(slack.whispers()).isEmpty();
    }

    @Test
    void takesACommandAndAnswersWithTheQuestionAboveIt() {
        // When
        var reply = fromSlack.command(gateway.port(), OPEN_CHANNEL, ASHA, "spend &lt;b&gt; &amp; more");

        // Then
        var answer = answerIn(OPEN_CHANNEL, "42");
        assertThat(SlackSender.text(reply)).isEqualTo("Working on it…");
        assertThat(answer.thread()).isNull();
        assertThat(answer.shown()).contains("Asked: spend &lt;b&gt; &amp; more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "help", "HELP"})
    void explainsItselfToWhoeverSaysNothing(String text) {
        assertThat(SlackSender.text(fromSlack.command(gateway.port(), OPEN_CHANNEL, ASHA, text)))
                .contains("/asktrail ROAS last week by channel");
        assertThat(asktrail.asked()).isEmpty();
    }

    @Test
    void offersWhatCouldBeMeantAsButtonsAndGoesOnWithTheOneThatIsPressed() {
        // Given
        asktrail.answers(question -> question.equals("sales")
                ? Answers.choice("net sales", "attributed sales")
                : Answers.words("Net sales: 5."));
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "sales"));
        var asking = answerIn(OPEN_CHANNEL, "Which sales do you mean?");

        // When
        fromSlack.press(gateway.port(), ASHA, asking, "asktrail_choice_1");

        // Then
        var asked = eventually(asktrail::asked, found -> found.size() == 2);
        var answer = answerIn(OPEN_CHANNEL, "Net sales: 5.");
        assertThat(asking.shown()).contains("1. net sales", "2. attributed sales");
        assertThat(asked.get(1).question()).isEqualTo("attributed sales");
        assertThat(asked.get(1).conversation()).isEqualTo(asked.get(0).conversation());
        assertThat(answer.thread()).isEqualTo(asking.thread());
    }

    @Test
    void givesTheWholeTableAsCsvAndNotesThumbs() {
        // Given
        asktrail.answers(_ -> Answers.states(3));
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend by state"));
        var answer = answerIn(OPEN_CHANNEL, "Spend by state.");

        // When
        fromSlack.press(gateway.port(), ASHA, answer, "asktrail_csv");
        fromSlack.press(gateway.port(), ASHA, answer, "asktrail_up");
        eventually(asktrail::ratings, found -> found.size() == 1);
        fromSlack.press(gateway.port(), ASHA, answer, "asktrail_down");

        // Then
        var ratings = eventually(asktrail::ratings, found -> found.size() == 2);
        var files = eventually(slack::files, found -> found.size() == 2);
        assertThat(files).anySatisfy(file -> {
            assertThat(file.name()).isEqualTo("spend-by-state.csv");
            assertThat(file.thread()).isEqualTo(answer.thread());
        });
        assertThat(ratings.get(0)).startsWith("asha ans_").endsWith(" up");
        assertThat(ratings.get(1)).endsWith(" down");
    }

    @Test
    void showsHowFarItIsWhereTheAnswerWillBeAndNothingOfThatAfterIt() {
        // Given
        var hold = asktrail.holdBack();
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));
        answerIn(OPEN_CHANNEL, "Fetching the numbers…");

        // When
        hold.countDown();

        // Then
        var answer = answerIn(OPEN_CHANNEL, "42");
        assertThat(answer.before()).containsExactly("Working on it…", "Fetching the numbers…");
    }
}
