package io.asktrail.slack.door;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.handler.builtin.SlashCommandHandler;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import io.asktrail.contracts.ask.Language;
import io.asktrail.slack.message.Words;
import io.asktrail.slack.people.Member;
import io.asktrail.slack.work.Errand;
import io.asktrail.slack.work.Inbox;
import io.asktrail.slack.work.Spot;
import java.util.Locale;
import java.util.Objects;

/** {@code /asktrail question}. What is said at once only its user sees. */
final class Commands implements SlashCommandHandler {
    private static final String HELP = """
            Ask in plain words, for example:
            • `/asktrail ROAS last week by channel`
            • `/asktrail top 5 products by net sales last month`
            You can also mention me in a channel, or write to me directly: there follow-ups work, too ("by week instead").""";

    private final Inbox inbox;

    Commands(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Response apply(SlashCommandRequest request, SlashCommandContext context) {
        var payload = request.getPayload();
        var question = Said.of(Objects.requireNonNullElse(payload.getText(), ""), "");
        if (question.isEmpty() || question.toLowerCase(Locale.ROOT).equals("help")) {
            return said(context, HELP);
        }
        var language = Language.of(question);
        return switch (inbox.receive(errand(payload, question))) {
            case TAKEN -> said(context, Words.WORKING.in(language));
            case BUSY -> context.ack();
            case REFUSED -> said(context, Words.BUSY.in(language));
        };
    }

    private static Errand errand(SlashCommandPayload payload, String question) {
        var channel = payload.getChannelId();
        return new Errand.Question(
                "command:" + payload.getTriggerId(),
                Member.of(payload.getTeamId(), payload.getUserId()),
                new Spot(channel, null, Spot.isDirect(channel), false, payload.getResponseUrl()),
                question,
                true);
    }

    private static Response said(SlashCommandContext context, String markup) {
        return context.ack(reply -> reply.responseType("ephemeral").text(markup));
    }
}
