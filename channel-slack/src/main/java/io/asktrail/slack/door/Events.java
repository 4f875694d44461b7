package io.asktrail.slack.door;

import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import io.asktrail.slack.people.Member;
import io.asktrail.slack.work.Errand;
import io.asktrail.slack.work.Inbox;
import io.asktrail.slack.work.Spot;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Mentions in channels and messages to this app alone; all other events are acknowledged and forgotten. */
final class Events implements Middleware {
    private static final Logger log = LoggerFactory.getLogger(Events.class);
    private static final Set<String> SAID_BY_PEOPLE = Set.of("file_share", "thread_broadcast");
    private static final String NOTHING_SAID = "what can I ask?";
    private static final int TRY_AGAIN = 503;

    private final Inbox inbox;
    private final JsonMapper json;

    Events(Inbox inbox, JsonMapper json) {
        this.inbox = inbox;
        this.json = json;
    }

    @Override
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        return switch (request.getRequestType()) {
            case Event -> received(request.getRequestBodyAsString());
            case SSLCheck -> Response.ok();
            default -> chain.next(request);
        };
    }

    private Response received(String body) {
        var errand = read(body);
        if (errand.isEmpty()) {
            return Response.ok();
        }
        // Without an acknowledgement Slack brings it again: here, or to another gateway.
        return inbox.receive(errand.get()) == Inbox.Reception.REFUSED
                ? Response.builder().statusCode(TRY_AGAIN).body("").build()
                : Response.ok();
    }

    private Optional<Errand> read(String body) {
        try {
            var envelope = json.readValue(body, Envelope.class);
            return envelope.event() == null ? Optional.empty() : question(envelope, envelope.event());
        } catch (JacksonException unreadable) {
            log.atWarn()
                    .addKeyValue("failure", unreadable.getClass().getSimpleName())
                    .log("an event that cannot be read is passed over");
            return Optional.empty();
        }
    }

    private static Optional<Errand> question(Envelope envelope, Envelope.Event event) {
        var team = envelope.workspace();
        if (team == null
                || envelope.eventId() == null
                || event.user() == null
                || event.channel() == null
                || event.ts() == null
                || !isForUs(event, envelope.self())) {
            return Optional.empty();
        }
        var said = Said.of(event.text(), envelope.self());
        return Optional.of(new Errand.Question(
                "event:" + envelope.eventId(),
                new Member(team, home(event, team), event.user()),
                spot(event, Boolean.TRUE.equals(envelope.shared())),
                said.isEmpty() ? NOTHING_SAID : said,
                false));
    }

    private static boolean isForUs(Envelope.Event event, @Nullable String self) {
        // What programs write, this one too, and what was changed afterwards is nobody's question.
        if (event.botId() != null
                || event.edited() != null
                || String.valueOf(event.user()).equals(self)) {
            return false;
        }
        var isWhole = event.subtype() == null || SAID_BY_PEOPLE.contains(event.subtype());
        return isWhole
                && ("app_mention".equals(event.type())
                        || ("message".equals(event.type()) && "im".equals(event.channelType())));
    }

    // Of several the one that is not this workspace's counts: in doubt somebody is a stranger.
    private static String home(Envelope.Event event, String team) {
        for (var said : new @Nullable String[] {event.userTeam(), event.sourceTeam(), event.team()}) {
            if (said != null && !said.equals(team)) {
                return said;
            }
        }
        return team;
    }

    private static Spot spot(Envelope.Event event, boolean shared) {
        var channel = String.valueOf(event.channel());
        var isDirect = "im".equals(event.channelType()) || Spot.isDirect(channel);
        // In a channel the answer goes under the question; alone with somebody it follows it, as people talk there.
        var thread = event.threadTs() != null || isDirect ? event.threadTs() : event.ts();
        return new Spot(channel, thread, isDirect, shared, null);
    }
}
