package io.asktrail.slack.work;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.slack.asking.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Which errands are this gateway's, of all that came in at any. */
final class Claims {
    private static final Logger log = LoggerFactory.getLogger(Claims.class);
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int MOST_TAKEOVERS = 3;
    private static final Duration TOO_OLD = Duration.ofMinutes(15);
    private static final Set<ErrorCode> PASSING =
            Set.of(ErrorCode.AGENT_DOWN, ErrorCode.SOURCE_DOWN, ErrorCode.RATE_LIMITED, ErrorCode.DEADLINE_PASSED);

    private final Ledger ledger;
    private final JsonMapper json;
    private final Clock clock;

    Claims(Ledger ledger, JsonMapper json, Clock clock) {
        this.ledger = ledger;
        this.json = json;
        this.clock = clock;
    }

    /**
     * An errand that was left behind.
     *
     * @param hopeless whether it is too old, or has brought down too many, to be tried again
     */
    record Orphan(Held held, boolean answered, boolean hopeless) {}

    /**
     * Takes an errand; empty if another gateway has it.
     *
     * @throws SuiteException if nobody can say, even after some tries
     */
    Optional<Held> take(Errand errand) {
        var note = new Note(errand, null, false);
        var text = json.writeValueAsString(note);
        for (var attempt = 1; ; attempt++) {
            try {
                return ledger.take(errand.key(), text).map(holder -> new Held(ledger, json, holder, note));
            } catch (SuiteException away) {
                if (attempt >= ATTEMPTS || !PASSING.contains(away.code())) {
                    throw away;
                }
                pause(FIRST_PAUSE.multipliedBy(1L << attempt));
            }
        }
    }

    /** Takes over what others have left behind. */
    List<Orphan> takeOver(int most) {
        return ledger.takeOver(most).stream().flatMap(this::orphan).toList();
    }

    private Stream<Orphan> orphan(Ledger.Orphan left) {
        try {
            var note = json.readValue(left.note(), Note.class);
            var hopeless = left.takeovers() > MOST_TAKEOVERS
                    || left.createdAt().plus(TOO_OLD).isBefore(clock.instant());
            var held = new Held(ledger, json, left.holder(), note);
            return Stream.of(new Orphan(held, note.answered(), hopeless));
        } catch (JacksonException unreadable) {
            // Of a version that wrote other notes: nobody here can do it.
            log.atWarn().addKeyValue("claim", left.key()).log("errand of another version given up");
            ledger.done(left.key(), left.holder());
            return Stream.empty();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SuiteException(ErrorCode.CANCELLED, "Asktrail is being restarted: please ask again.", stopped);
        }
    }
}
