package io.asktrail.slack;

import static io.asktrail.slack.TestGateway.ASHA;
import static io.asktrail.slack.TestGateway.MAYA;
import static io.asktrail.slack.TestGateway.NOBODY;
import static io.asktrail.slack.TestGateway.RAVI;
import static io.asktrail.testkit.slack.FakeSlack.CLOSED_CHANNEL;
import static io.asktrail.testkit.slack.FakeSlack.OPEN_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asktrail.testkit.slack.FakeSlack;
import io.asktrail.testkit.slack.SlackSender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see in Slack when they ask there. */
class SlackChannelTest {
    private static final FakeSlack SLACK = new FakeSlack();
    private static final StubAsktrail ASKTRAIL = new StubAsktrail();
    private static final SlackSender FROM_SLACK = new SlackSender(SLACK);
    private static final TestGateway GATEWAY = TestGateway.start(SLACK, ASKTRAIL);

    @BeforeEach
    void forget() {
        SLACK.forget();
        ASKTRAIL.forget();
    }

    @AfterEach
    void letAllBeDone() {
        eventually(ASKTRAIL::isAllDone, done -> done);
    }

    @AfterAll
    static void stop() {
        GATEWAY.close();
        ASKTRAIL.close();
        SLACK.close();
    }

    @Test
    void answersAMentionInItsThreadWithTheRightsOfTheOneWhoAsks() {
        // Given
        ASKTRAIL.answers(_ -> Answers.states(3));
        var mention = SlackSender.mention(OPEN_CHANNEL, RAVI, "spend by state");

        // When
        var reply = FROM_SLACK.send(GATEWAY.port(), mention);

        // Then
        var answer = answerIn(OPEN_CHANNEL, "Spend by state.");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(answer.thread()).isEqualTo(mention.ts());
        assertThat(answer.before()).first().isEqualTo("Working on it…");
        assertThat(answer.shown()).contains("State 2", "₹10,00,002.50", "Spend from Amazon Ads.");
        assertThat(ASKTRAIL.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.sub()).isEqualTo("ravi");
            assertThat(asked.regions()).isEqualTo("Delhi");
            assertThat(asked.question()).isEqualTo("spend by state");
        });
    }

    @Test
    void showsTheChartUnderTheAnswerAndDescribesIt() {
        // Given
        ASKTRAIL.answers(_ -> Answers.states(3));
        var mention = SlackSender.mention(OPEN_CHANNEL, ASHA, "spend by state");

        // When
        FROM_SLACK.send(GATEWAY.port(), mention);

        // Then
        var files = eventually(SLACK::files, found -> !found.isEmpty());
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
        ASKTRAIL.answers(_ -> Answers.states(25));

        // When
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend by state"));

        // Then
        var answer = answerIn(OPEN_CHANNEL, "Spend by state.");
        var files = eventually(SLACK::files, found -> found.size() == 2);
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
        FROM_SLACK.send(GATEWAY.port(), first);
        eventually(ASKTRAIL::asked, asked -> asked.size() == 1);

        // When
        FROM_SLACK.send(
                GATEWAY.port(),
                SlackSender.mention(OPEN_CHANNEL, ASHA, "by channel").inThread(first.ts()));
        eventually(ASKTRAIL::asked, asked -> asked.size() == 2);
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "orders"));
        var asked = eventually(ASKTRAIL::asked, found -> found.size() == 3);

        // Then
        assertThat(asked.get(1).conversation())
                .isEqualTo(asked.get(0).conversation())
                .matches("[A-Za-z0-9_-]{1,128}");
        assertThat(asked.get(2).conversation()).isNotEqualTo(asked.get(0).conversation());
    }

    @Test
    void talksWithSomebodyAloneWithoutThreadsAsOneConversation() {
        // When
        FROM_SLACK.send(GATEWAY.port(), SlackSender.direct(RAVI, "spend last week"));
        eventually(ASKTRAIL::asked, asked -> asked.size() == 1);
        FROM_SLACK.send(GATEWAY.port(), SlackSender.direct(RAVI, "and by channel?"));
        var asked = eventually(ASKTRAIL::asked, found -> found.size() == 2);

        // Then
        var messages = eventually(
                () -> SLACK.messagesIn(FakeSlack.direct(RAVI)),
                found -> found.size() == 2
                        && found.stream().allMatch(posted -> posted.shown().contains("42")));
        assertThat(messages).allSatisfy(posted -> assertThat(posted.thread()).isNull());
        assertThat(asked.get(1).conversation()).isEqualTo(asked.get(0).conversation());
        assertThat(SLACK.whispers()).isEmpty();
    }

    @Test
    void answersInAChannelThatIsNotOpenToTheRightsOfTheAskerThemAlone() {
        // When
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(CLOSED_CHANNEL, ASHA, "spend last week"));

        // Then
        var answer = answerIn(FakeSlack.direct(ASHA), "42");
        var told = eventually(SLACK::whispers, found -> !found.isEmpty());
        assertThat(answer.shown()).contains("Asked: spend last week");
        assertThat(SLACK.messagesIn(CLOSED_CHANNEL)).isEmpty();
        assertThat(told).singleElement().satisfies(whisper -> {
            assertThat(whisper.user()).isEqualTo(ASHA);
            assertThat(whisper.text()).contains("direct messages").doesNotContain("42");
        });
    }

    @Test
    void goesOnUnderAnAnswerThatWentToItsAskerAlone() {
        // Given
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(CLOSED_CHANNEL, ASHA, "spend last week"));
        var answer = answerIn(FakeSlack.direct(ASHA), "42");

        // When
        FROM_SLACK.send(GATEWAY.port(), SlackSender.direct(ASHA, "by channel").inThread(answer.ts()));

        // Then
        var asked = eventually(ASKTRAIL::asked, found -> found.size() == 2);
        assertThat(asked.get(1).conversation()).isEqualTo(asked.get(0).conversation());
    }

    @Test
    void showsNothingWherePeopleOfOtherCompaniesAre() {
        // Given
        var shared = SlackSender.mention(OPEN_CHANNEL, ASHA, "spend last week");
        shared.envelope.put("is_ext_shared_channel", true);

        // When
        FROM_SLACK.send(GATEWAY.port(), shared);

        // Then
        answerIn(FakeSlack.direct(ASHA), "42");
        assertThat(SLACK.messagesIn(OPEN_CHANNEL)).isEmpty();
    }

    @Test
    void takesACommandAndAnswersWithTheQuestionAboveIt() {
        // When
        var reply = FROM_SLACK.command(GATEWAY.port(), OPEN_CHANNEL, ASHA, "spend &lt;b&gt; &amp; more");

        // Then
        var answer = answerIn(OPEN_CHANNEL, "42");
        assertThat(SlackSender.text(reply)).isEqualTo("Working on it…");
        assertThat(answer.thread()).isNull();
        assertThat(answer.shown()).contains("Asked: spend &lt;b&gt; &amp; more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "help", "HELP"})
    void explainsItselfToWhoeverSaysNothing(String text) {
        assertThat(SlackSender.text(FROM_SLACK.command(GATEWAY.port(), OPEN_CHANNEL, ASHA, text)))
                .contains("/asktrail ROAS last week by channel");
        assertThat(ASKTRAIL.asked()).isEmpty();
    }

    @Test
    void answersACommandAloneWhereItMayNotSpeak() {
        // When
        FROM_SLACK.command(GATEWAY.port(), FakeSlack.FOREIGN_CHANNEL, ASHA, "spend last week");

        // Then
        answerIn(FakeSlack.direct(ASHA), "42");
        var told = eventually(SLACK::whispers, found -> !found.isEmpty());
        assertThat(told)
                .singleElement()
                .satisfies(whisper -> assertThat(whisper.text()).contains("direct messages"));
    }

    @Test
    void offersWhatCouldBeMeantAsButtonsAndGoesOnWithTheOneThatIsPressed() {
        // Given
        ASKTRAIL.answers(question -> question.equals("sales")
                ? Answers.choice("net sales", "attributed sales")
                : Answers.words("Net sales: 5."));
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "sales"));
        var asking = answerIn(OPEN_CHANNEL, "Which sales do you mean?");

        // When
        FROM_SLACK.press(GATEWAY.port(), ASHA, asking, "asktrail_choice_1");

        // Then
        var asked = eventually(ASKTRAIL::asked, found -> found.size() == 2);
        var answer = answerIn(OPEN_CHANNEL, "Net sales: 5.");
        assertThat(asking.shown()).contains("1. net sales", "2. attributed sales");
        assertThat(asked.get(1).question()).isEqualTo("attributed sales");
        assertThat(asked.get(1).conversation()).isEqualTo(asked.get(0).conversation());
        assertThat(answer.thread()).isEqualTo(asking.thread());
    }

    @Test
    void letsNobodyElsePressAButton() {
        // Given
        ASKTRAIL.answers(_ -> Answers.states(3));
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend by state"));
        var answer = answerIn(OPEN_CHANNEL, "Spend by state.");
        eventually(SLACK::files, files -> files.size() == 1);

        // When
        List.of("asktrail_csv", "asktrail_up", "asktrail_down")
                .forEach(button -> FROM_SLACK.press(GATEWAY.port(), RAVI, answer, button));

        // Then
        var told = eventually(SLACK::whispers, found -> found.size() == 3);
        assertThat(told).allSatisfy(whisper -> assertThat(whisper.text()).contains("Only the one who asked"));
        assertThat(SLACK.files()).hasSize(1);
        assertThat(ASKTRAIL.ratings()).isEmpty();
    }

    @Test
    void givesTheWholeTableAsCsvAndNotesThumbs() {
        // Given
        ASKTRAIL.answers(_ -> Answers.states(3));
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend by state"));
        var answer = answerIn(OPEN_CHANNEL, "Spend by state.");

        // When
        FROM_SLACK.press(GATEWAY.port(), ASHA, answer, "asktrail_csv");
        FROM_SLACK.press(GATEWAY.port(), ASHA, answer, "asktrail_up");
        eventually(ASKTRAIL::ratings, found -> found.size() == 1);
        FROM_SLACK.press(GATEWAY.port(), ASHA, answer, "asktrail_down");

        // Then
        var ratings = eventually(ASKTRAIL::ratings, found -> found.size() == 2);
        var files = eventually(SLACK::files, found -> found.size() == 2);
        assertThat(files).anySatisfy(file -> {
            assertThat(file.name()).isEqualTo("spend-by-state.csv");
            assertThat(file.thread()).isEqualTo(answer.thread());
        });
        assertThat(ratings.get(0)).startsWith("asha ans_").endsWith(" up");
        assertThat(ratings.get(1)).endsWith(" down");
    }

    @Test
    void saysWhyThereIsNoFile() {
        // Given
        ASKTRAIL.answers(_ -> Answers.states(3));
        ASKTRAIL.failExportsWith(
                StubAsktrail.problem(403, "APPROVAL_NEEDED", "Your role needs somebody else's consent for this file."));
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend by state"));
        var answer = answerIn(OPEN_CHANNEL, "Spend by state.");

        // When
        FROM_SLACK.press(GATEWAY.port(), ASHA, answer, "asktrail_csv");

        // Then
        var told = eventually(SLACK::whispers, found -> !found.isEmpty());
        assertThat(told.getFirst().text()).contains("consent");
    }

    @Test
    void tellsWhoeverIsNotKnownWhomToAskAndNothingElse() {
        // When
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(OPEN_CHANNEL, NOBODY, "spend last week"));
        FROM_SLACK.command(GATEWAY.port(), OPEN_CHANNEL, NOBODY, "spend last week");

        // Then
        var told = eventually(SLACK::whispers, found -> found.size() == 2);
        assertThat(told).allSatisfy(whisper -> {
            assertThat(whisper.user()).isEqualTo(NOBODY);
            assertThat(whisper.text()).contains("not known", "Priya in data");
        });
        assertThat(ASKTRAIL.asked()).isEmpty();
        assertThat(SLACK.messagesIn(OPEN_CHANNEL)).isEmpty();
    }

    @Test
    void knowsFullMembersByTheirConfirmedMailAndNobodyElse() {
        // Given
        SLACK.knows(MAYA, member("maya@example.com", "\"is_email_confirmed\":true"));
        SLACK.knows("U0GUEST01", member("maya@example.com", "\"is_email_confirmed\":true,\"is_restricted\":true"));
        SLACK.knows("U0UNSURE1", member("maya@example.com", "\"is_email_confirmed\":false"));
        SLACK.knows("U0GONE001", member("maya@example.com", "\"is_email_confirmed\":true,\"deleted\":true"));

        // When
        List.of(MAYA, "U0GUEST01", "U0UNSURE1", "U0GONE001")
                .forEach(user -> FROM_SLACK.send(GATEWAY.port(), SlackSender.direct(user, "spend")));

        // Then
        answerIn(FakeSlack.direct(MAYA), "42");
        for (var user : List.of("U0GUEST01", "U0UNSURE1", "U0GONE001")) {
            answerIn(FakeSlack.direct(user), "not known");
        }
        assertThat(ASKTRAIL.asked()).extracting(StubAsktrail.Asked::sub).containsExactly("maya");
    }

    private static String member(String mail, String flags) {
        return "{\"id\":\"U\",\"profile\":{\"email\":\"%s\"},%s}".formatted(mail, flags);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_team", "source_team", "team"})
    void doesNotEvenSpeakToPeopleOfOtherCompanies(String field) {
        // Given
        var foreign = SlackSender.mention(OPEN_CHANNEL, ASHA, "spend last week");
        foreign.inner.put(field, "T0OTHER01");
        foreign.envelope.put("is_ext_shared_channel", true);

        // When
        FROM_SLACK.send(GATEWAY.port(), foreign);

        // Then
        nothingHappened();
    }

    @Test
    void passesOverProgramsItselfAndWhatWasChangedAfterwards() {
        // Given
        var bot = SlackSender.mention(OPEN_CHANNEL, ASHA, "spend");
        bot.inner.put("bot_id", "B0BOT");
        var self = SlackSender.direct(SlackSender.SELF, "spend");
        var edited = SlackSender.mention(OPEN_CHANNEL, ASHA, "spend");
        edited.inner.putObject("edited").put("user", ASHA).put("ts", "1.2");
        var changed = SlackSender.direct(ASHA, "spend");
        changed.inner.put("subtype", "message_changed").put("hidden", true);
        var deleted = SlackSender.direct(ASHA, "spend");
        deleted.inner.put("subtype", "message_deleted");
        var overheard = SlackSender.direct(ASHA, "spend");
        overheard.inner.put("channel_type", "channel").put("channel", OPEN_CHANNEL);

        // When
        var replies = List.of(bot, self, edited, changed, deleted, overheard).stream()
                .map(event -> FROM_SLACK.send(GATEWAY.port(), event).statusCode())
                .toList();

        // Then
        assertThat(replies).containsOnly(200);
        nothingHappened();
    }

    // What comes after has gone the same way, so that what came before would have left its trace by then.
    private static void nothingHappened() {
        FROM_SLACK.send(GATEWAY.port(), SlackSender.direct(RAVI, "the last question"));
        answerIn(FakeSlack.direct(RAVI), "42");
        assertThat(ASKTRAIL.asked()).extracting(StubAsktrail.Asked::question).containsExactly("the last question");
        assertThat(SLACK.messagesIn(OPEN_CHANNEL)).isEmpty();
        assertThat(SLACK.whispers()).isEmpty();
    }

    @Test
    void showsHowFarItIsWhereTheAnswerWillBeAndNothingOfThatAfterIt() {
        // Given
        var hold = ASKTRAIL.holdBack();
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));
        answerIn(OPEN_CHANNEL, "Fetching the numbers…");

        // When
        hold.countDown();

        // Then
        var answer = answerIn(OPEN_CHANNEL, "42");
        assertThat(answer.before()).containsExactly("Working on it…", "Fetching the numbers…");
    }

    @Test
    void leavesStagesOutWhileSlackWantsToBeLeftAlone() {
        // Given: the first thing that is shown of the stages is too much
        SLACK.tooManyAt("chat.update", 1);
        var hold = ASKTRAIL.holdBack();
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));
        eventually(() -> SLACK.calls("chat.update"), calls -> calls.size() == 1);

        // When
        hold.countDown();

        // Then
        assertThat(answerIn(OPEN_CHANNEL, "42").before()).containsExactly("Working on it…");
        assertThat(SLACK.callsTooEarly()).isZero();
    }

    @Test
    void saysInThePlaceOfTheAnswerWhatWentWrong() {
        // Given
        ASKTRAIL.failWith(StubAsktrail.problem(429, "RATE_LIMITED", "Too many requests: try again in 7 s."));

        // When
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));

        // Then
        assertThat(answerIn(OPEN_CHANNEL, "try again in 7 s").before()).contains("Working on it…");
    }

    @Test
    void waitsAsLongAsSlackWantsItToAndLosesNothing() {
        // Given
        SLACK.tooManyAt("chat.postMessage", 1);
        SLACK.tooManyAt("chat.update", 1);
        SLACK.tooManyAt("files.getUploadURLExternal", 1);
        SLACK.tooManyAt("files.completeUploadExternal", 1);
        ASKTRAIL.answers(_ -> Answers.states(3));

        // When
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend by state"));

        // Then
        answerIn(OPEN_CHANNEL, "Spend by state.");
        eventually(SLACK::files, files -> files.size() == 1);
        assertThat(SLACK.callsTooEarly()).isZero();
        assertThat(SLACK.messagesIn(OPEN_CHANNEL)).hasSize(1);
    }

    @Test
    void givesTheAnswerWhereSlackFailsForAMomentAndWithoutItsChartWhereThatFails() {
        // Given
        SLACK.fail("chat.update", 503);
        SLACK.refuse("chat.update", "internal_error");
        SLACK.refuse("files.getUploadURLExternal", "not_allowed_token_type");
        ASKTRAIL.answers(_ -> Answers.states(12));

        // When
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend by state"));

        // Then
        answerIn(OPEN_CHANNEL, "Spend by state.");
        var files = eventually(SLACK::files, found -> !found.isEmpty());
        assertThat(files).extracting(FakeSlack.SharedFile::name).containsExactly("spend-by-state.csv");
    }

    @Test
    void givesTheWordsWhereSlackDoesNotTakeTheBlocksAndAnewWhereTheirPlaceWasDeleted() {
        // Given
        SLACK.refuse("chat.update", "invalid_blocks");
        SLACK.refuse("chat.update", "message_not_found");

        // When
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));

        // Then
        assertThat(answerIn(OPEN_CHANNEL, "42").before()).isEmpty();
    }

    @Test
    void givesTheAnswerWhereItCannotEvenSayWhereItIs() {
        // Given
        SLACK.refuse("chat.postEphemeral", "user_not_in_channel");

        // When
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(CLOSED_CHANNEL, ASHA, "spend"));

        // Then
        answerIn(FakeSlack.direct(ASHA), "42");
    }

    @Test
    void tellsTheAskerWhereSlackDoesNotLetItAnswer() {
        // Given
        SLACK.refuse("conversations.open", "missing_scope");

        // When
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(CLOSED_CHANNEL, ASHA, "spend"));

        // Then
        var told = eventually(SLACK::whispers, found -> !found.isEmpty());
        assertThat(told)
                .singleElement()
                .satisfies(whisper -> assertThat(whisper.text()).contains("failed"));
        assertThat(ASKTRAIL.asked()).isEmpty();
    }

    @Test
    void saysInThePlaceOfTheAnswerThatItCouldNotBeRead() {
        // Given
        ASKTRAIL.answers(_ -> Answers.words("42").put("status", "of another version"));

        // When
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));

        // Then
        answerIn(OPEN_CHANNEL, "could not be read");
    }

    @Test
    void cutsAnEndlessAnswerSafelyAndAttachesAllOfIt() {
        // Given
        var text = "<!channel> & ".repeat(3_000);
        ASKTRAIL.answers(_ -> Answers.words(text));

        // When
        FROM_SLACK.send(GATEWAY.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend"));

        // Then
        var answer = answerIn(OPEN_CHANNEL, "&lt;!channel&gt;");
        var file = eventually(SLACK::files, found -> !found.isEmpty()).getFirst();
        assertThat(answer.shown()).doesNotContain("<!channel>").hasSizeLessThan(7_000);
        assertThat(file.name()).isEqualTo("spend.txt");
        assertThat(file.content()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    private static FakeSlack.Posted answerIn(String channel, String words) {
        return eventually(
                        () -> SLACK.messagesIn(channel).stream()
                                .filter(posted -> posted.shown().contains(words))
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }

    private static <T> T eventually(Supplier<T> look, Predicate<T> until) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(look::get, until::test);
    }
}
