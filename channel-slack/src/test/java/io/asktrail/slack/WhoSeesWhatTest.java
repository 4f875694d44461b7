package io.asktrail.slack;

import static io.asktrail.slack.TestGateway.ASHA;
import static io.asktrail.slack.TestGateway.MAYA;
import static io.asktrail.slack.TestGateway.NOBODY;
import static io.asktrail.slack.TestGateway.RAVI;
import static io.asktrail.testkit.slack.FakeSlack.CLOSED_CHANNEL;
import static io.asktrail.testkit.slack.FakeSlack.OPEN_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.slack.FakeSlack;
import io.asktrail.testkit.slack.SlackSender;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose questions are answered, and who sees the answer. */
class WhoSeesWhatTest extends InSlack {
    @Test
    void answersInAChannelThatIsNotOpenToTheRightsOfTheAskerThemAlone() {
        // When
        fromSlack.send(gateway.port(), SlackSender.mention(CLOSED_CHANNEL, ASHA, "spend last week"));

        // Then
        var answer = answerIn(FakeSlack.direct(ASHA), "42");
        var told = eventually(slack::whispers, found -> !found.isEmpty());
        assertThat(answer.shown()).contains("Asked: spend last week");
        assertThat(slack.messagesIn(CLOSED_CHANNEL)).isEmpty();
        assertThat(told).singleElement().satisfies(whisper -> {
            assertThat(whisper.user()).isEqualTo(ASHA);
            assertThat(whisper.text()).contains("direct messages").doesNotContain("42");
        });
    }

    @Test
    void goesOnUnderAnAnswerThatWentToItsAskerAlone() {
        // Given
        fromSlack.send(gateway.port(), SlackSender.mention(CLOSED_CHANNEL, ASHA, "spend last week"));
        var answer = answerIn(FakeSlack.direct(ASHA), "42");

        // When
        fromSlack.send(gateway.port(), SlackSender.direct(ASHA, "by channel").inThread(answer.ts()));

        // Then
        var asked = eventually(asktrail::asked, found -> found.size() == 2);
        assertThat(asked.get(1).conversation()).isEqualTo(asked.get(0).conversation());
    }

    @Test
    void showsNothingWherePeopleOfOtherCompaniesAre() {
        // Given
        var shared = SlackSender.mention(OPEN_CHANNEL, ASHA, "spend last week");
        shared.envelope.put("is_ext_shared_channel", true);

        // When
        fromSlack.send(gateway.port(), shared);

        // Then
        answerIn(FakeSlack.direct(ASHA), "42");
        assertThat(slack.messagesIn(OPEN_CHANNEL)).isEmpty();
    }

    @Test
    void answersACommandAloneWhereItMayNotSpeak() {
        // When
        fromSlack.command(gateway.port(), FakeSlack.FOREIGN_CHANNEL, ASHA, "spend last week");

        // Then
        answerIn(FakeSlack.direct(ASHA), "42");
        var told = eventually(slack::whispers, found -> !found.isEmpty());
        assertThat(told)
                .singleElement()
                .satisfies(whisper -> assertThat(whisper.text()).contains("direct messages"));
    }

    @Test
    void letsNobodyElsePressAButton() {
        // Given
        asktrail.answers(_ -> Answers.states(3));
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, ASHA, "spend by state"));
        var answer = answerIn(OPEN_CHANNEL, "Spend by state.");
        eventually(slack::files, files -> files.size() == 1);

        // When
        List.of("asktrail_csv", "asktrail_up", "asktrail_down")
                .forEach(button -> fromSlack.press(gateway.port(), RAVI, answer, button));

        // Then
        var told = eventually(slack::whispers, found -> found.size() == 3);
        assertThat(told).allSatisfy(whisper -> assertThat(whisper.text()).contains("Only the one who asked"));
        assertThat(slack.files()).hasSize(1);
        assertThat(asktrail.ratings()).isEmpty();
    }

    @Test
    void tellsWhoeverIsNotKnownWhomToAskAndNothingElse() {
        // When
        fromSlack.send(gateway.port(), SlackSender.mention(OPEN_CHANNEL, NOBODY, "spend last week"));
        fromSlack.command(gateway.port(), OPEN_CHANNEL, NOBODY, "spend last week");

        // Then
        var told = eventually(slack::whispers, found -> found.size() == 2);
        assertThat(told).allSatisfy(whisper -> {
            assertThat(whisper.user()).isEqualTo(NOBODY);
            assertThat(whisper.text()).contains("not known", "Priya in data");
        });
        assertThat(asktrail.asked()).isEmpty();
        assertThat(slack.messagesIn(OPEN_CHANNEL)).isEmpty();
    }

    @Test
    void knowsFullMembersByTheirConfirmedMailAndNobodyElse() {
        // Given
        slack.knows(MAYA, member("maya@example.com", "\"is_email_confirmed\":true"));
        slack.knows("U0GUEST01", member("maya@example.com", "\"is_email_confirmed\":true,\"is_restricted\":true"));
        slack.knows("U0UNSURE1", member("maya@example.com", "\"is_email_confirmed\":false"));
        slack.knows("U0GONE001", member("maya@example.com", "\"is_email_confirmed\":true,\"deleted\":true"));

        // When
        List.of(MAYA, "U0GUEST01", "U0UNSURE1", "U0GONE001")
                .forEach(user -> fromSlack.send(gateway.port(), SlackSender.direct(user, "spend")));

        // Then
        answerIn(FakeSlack.direct(MAYA), "42");
        for (var user : List.of("U0GUEST01", "U0UNSURE1", "U0GONE001")) {
            answerIn(FakeSlack.direct(user), "not known");
        }
        assertThat(asktrail.asked()).extracting(StubAsktrail.Asked::sub).containsExactly("maya");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_team", "source_team", "team"})
    void doesNotEvenSpeakToPeopleOfOtherCompanies(String field) {
        // Given
        var foreign = SlackSender.mention(OPEN_CHANNEL, ASHA, "spend last week");
        foreign.inner.put(field, "T0OTHER01");
        foreign.envelope.put("is_ext_shared_channel", true);

        // When
        fromSlack.send(gateway.port(), foreign);

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
                .map(event -> fromSlack.send(gateway.port(), event).statusCode())
                .toList();

        // Then
        assertThat(replies).containsOnly(200);
        nothingHappened();
    }

    // What comes after has gone the same way, so that what came before would have left its trace by then.
    private void nothingHappened() {
        fromSlack.send(gateway.port(), SlackSender.direct(RAVI, "the last question"));
        answerIn(FakeSlack.direct(RAVI), "42");
        assertThat(asktrail.asked()).extracting(StubAsktrail.Asked::question).containsExactly("the last question");
        assertThat(slack.messagesIn(OPEN_CHANNEL)).isEmpty();
        assertThat(slack.whispers()).isEmpty();
    }

    private static String member(String mail, String flags) {
        return "{\"id\":\"U\",\"profile\":{\"email\":\"%s\"},%s}".formatted(mail, flags);
    }
}
