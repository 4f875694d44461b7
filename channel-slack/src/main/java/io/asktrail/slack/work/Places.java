package io.asktrail.slack.work;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.slack.message.Message;
import io.asktrail.slack.people.Directory;
import io.asktrail.slack.sending.SlackApi;
import io.asktrail.slack.sending.SlackAway;
import io.asktrail.slack.sending.SlackRefused;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an answer may be seen. In a conversation with one person, there. In a channel only where the file of people says that
 * everybody in it may see what the one who asks may see; else the answer goes to them alone.
 */
final class Places {
    private static final Logger log = LoggerFactory.getLogger(Places.class);
    private static final Set<String> NO_WAY_IN =
            Set.of("not_in_channel", "channel_not_found", "is_archived", "restricted_action", "thread_not_found");

    private final Directory directory;
    private final SlackApi slack;

    Places(Directory directory, SlackApi slack) {
        this.directory = directory;
        this.slack = slack;
    }

    /** A conversation, and where in it. */
    record Place(String channel, @Nullable String thread, boolean elsewhere) {}

    Place of(Errand errand, Caller caller) {
        var spot = errand.spot();
        return spot.direct() || isOpen(errand, caller)
                ? new Place(spot.channel(), spot.thread(), false)
                : direct(errand);
    }

    private boolean isOpen(Errand errand, Caller caller) {
        return !errand.spot().shared()
                && directory.mayShow(errand.member().team(), errand.spot().channel(), caller);
    }

    private Place direct(Errand errand) {
        return new Place(slack.directWith(errand.member().user()), null, true);
    }

    /** Posts where the answer will be: in the place, or to the one who asks alone where this app may not speak. */
    Placed post(Errand errand, Place place, Message message) {
        try {
            return posted(place, message);
        } catch (SlackRefused refused) {
            if (place.elsewhere() || errand.spot().direct() || !NO_WAY_IN.contains(refused.error())) {
                throw refused;
            }
            return posted(direct(errand), message);
        }
    }

    private Placed posted(Place place, Message message) {
        var ts = slack.post(place.channel(), place.thread(), message);
        // In a channel all that belongs to an answer goes under it.
        var thread = place.thread() != null || Spot.isDirect(place.channel()) ? place.thread() : ts;
        return new Placed(place.channel(), ts, thread, place.elsewhere());
    }

    /** Tells the one who asks where the answer is; the answer comes whether or not this can be said. */
    void pointElsewhere(Errand errand, String words) {
        try {
            whisper(errand, words);
        } catch (SlackRefused | SlackAway unsaid) {
            log.atWarn().addKeyValue("failure", unsaid.getMessage()).log("not told where the answer is");
        }
    }

    /** Tells the one who asks something that is nobody else's business. */
    void whisper(Errand errand, String words) {
        var spot = errand.spot();
        var message = Message.of(words);
        if (spot.replyAddress() != null) {
            slack.reply(spot.replyAddress(), message);
        } else if (spot.direct()) {
            slack.post(spot.channel(), spot.thread(), message);
        } else {
            slack.whisper(spot.channel(), errand.member().user(), spot.thread(), message);
        }
    }
}
