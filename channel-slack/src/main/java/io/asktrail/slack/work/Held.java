package io.asktrail.slack.work;

import io.asktrail.contracts.error.SuiteException;
import io.asktrail.slack.asking.Ledger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * An errand that is this gateway's to do, as long as nobody takes it over. Where the ledger cannot be reached the work goes on:
 * nobody else can take it over then, and whoever does later puts the same answer in the same place.
 */
final class Held {
    private static final Logger log = LoggerFactory.getLogger(Held.class);

    private final Ledger ledger;
    private final JsonMapper json;
    private final String holder;
    private volatile Note note;

    Held(Ledger ledger, JsonMapper json, String holder, Note note) {
        this.ledger = ledger;
        this.json = json;
        this.holder = holder;
        this.note = note;
    }

    Errand errand() {
        return note.errand();
    }

    @Nullable
    Placed placed() {
        return note.placed();
    }

    /** Says where the answer will be. */
    void place(Placed placed) {
        note = new Note(note.errand(), placed, false);
        hold(json.writeValueAsString(note));
    }

    /** Says that the answer was given: what is left of the errand can be lost, the answer is not given again. */
    void answered() {
        note = new Note(note.errand(), note.placed(), true);
        hold(json.writeValueAsString(note));
    }

    /** Whether it is not somebody else's by now; a sign of life at the same time. */
    boolean isStillOurs() {
        return hold(null);
    }

    void done() {
        try {
            ledger.done(errand().key(), holder);
        } catch (SuiteException away) {
            unsaid(away);
        }
    }

    /** Lets another gateway go on with it at once. */
    void leave() {
        try {
            ledger.leave(errand().key(), holder);
        } catch (SuiteException away) {
            unsaid(away);
        }
    }

    private boolean hold(@Nullable String text) {
        try {
            return ledger.hold(errand().key(), holder, text);
        } catch (SuiteException away) {
            unsaid(away);
            return true;
        }
    }

    private void unsaid(SuiteException away) {
        log.atWarn()
                .addKeyValue("claim", errand().key())
                .addKeyValue("code", away.code())
                .log("claim not kept");
    }
}
