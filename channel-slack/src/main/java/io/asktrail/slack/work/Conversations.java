package io.asktrail.slack.work;

import io.asktrail.contracts.error.SuiteException;
import io.asktrail.slack.asking.Ledger;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which conversation of Asktrail's a message belongs to: each thread is one, and so is the top of a conversation with one
 * person. An answer that went to its asker alone goes on there with the conversation that it came from.
 */
final class Conversations {
    private static final Logger log = LoggerFactory.getLogger(Conversations.class);
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Ledger ledger;

    Conversations(Ledger ledger) {
        this.ledger = ledger;
    }

    String of(Errand.Question question) {
        var spot = question.spot();
        var own = id(question.member().team(), spot.channel(), spot.thread() == null ? "top" : spot.thread());
        // Only in a conversation with one person can a thread stand under an answer to something asked elsewhere.
        return spot.direct() && spot.thread() != null
                ? ledger.recall(linkKey(own)).orElse(own)
                : own;
    }

    /** A thread under this message goes on with that conversation. */
    void link(String team, String channel, String ts, String conversation) {
        try {
            ledger.remember(linkKey(id(team, channel, ts)), conversation, REMEMBERED);
        } catch (SuiteException away) {
            // A follow-up there begins anew; that keeps no answer away.
            log.atWarn().addKeyValue("code", away.code()).log("conversation not linked");
        }
    }

    private static String linkKey(String id) {
        return "thread:" + id;
    }

    private static String id(String team, String channel, String thread) {
        return "slack-%s-%s-%s".formatted(team, channel, thread.replace('.', '_'));
    }
}
