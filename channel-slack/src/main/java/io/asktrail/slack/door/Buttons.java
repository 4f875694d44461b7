package io.asktrail.slack.door;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.handler.builtin.BlockActionHandler;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import io.asktrail.slack.message.Button;
import io.asktrail.slack.message.ButtonValue;
import io.asktrail.slack.people.Member;
import io.asktrail.slack.work.Errand;
import io.asktrail.slack.work.Inbox;
import io.asktrail.slack.work.Spot;
import java.util.Objects;
import java.util.Optional;

/** The buttons under an answer. */
final class Buttons implements BlockActionHandler {
    private static final int TRY_AGAIN = 503;

    private final Inbox inbox;

    Buttons(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Response apply(BlockActionRequest request, ActionContext context) {
        var errand = read(request.getPayload());
        return errand.isPresent() && inbox.receive(errand.get()) == Inbox.Reception.REFUSED
                ? Response.builder().statusCode(TRY_AGAIN).body("").build()
                : context.ack();
    }

    private static Optional<Errand> read(BlockActionPayload payload) {
        var action = payload.getActions().getFirst();
        var button = Button.of(Objects.requireNonNullElse(action.getActionId(), ""));
        var value = ButtonValue.read(Objects.requireNonNullElse(action.getValue(), ""));
        if (button.isEmpty() || value.isEmpty() || payload.getChannel() == null || payload.getTeam() == null) {
            return Optional.empty();
        }
        return Optional.of(errand(payload, action, button.get(), value.get()));
    }

    private static Errand errand(
            BlockActionPayload payload, BlockActionPayload.Action action, Button button, ButtonValue value) {
        var user = payload.getUser();
        var team = payload.getTeam().getId();
        var member = new Member(team, Objects.requireNonNullElse(user.getTeamId(), team), user.getId());
        var key = "action:%s:%s:%s".formatted(user.getId(), action.getActionId(), action.getActionTs());
        var spot = spot(payload);
        return switch (button) {
            case CSV -> new Errand.Csv(key, member, spot, value.answerId());
            case UP -> new Errand.Thumb(key, member, spot, value.answerId(), true);
            case DOWN -> new Errand.Thumb(key, member, spot, value.answerId(), false);
            case CHOICE -> new Errand.Choice(key, member, spot, value.answerId(), value.option());
        };
    }

    private static Spot spot(BlockActionPayload payload) {
        var channel = payload.getChannel().getId();
        var message = payload.getMessage();
        var isDirect = Spot.isDirect(channel);
        var thread = message == null ? null : message.getThreadTs();
        if (thread == null && message != null && !isDirect) {
            thread = message.getTs();
        }
        return new Spot(channel, thread, isDirect, false, payload.getResponseUrl());
    }
}
