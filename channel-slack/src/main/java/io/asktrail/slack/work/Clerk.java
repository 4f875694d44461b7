package io.asktrail.slack.work;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.slack.message.Words;
import io.asktrail.slack.people.Directory;
import io.asktrail.slack.people.Person;
import io.asktrail.slack.sending.SlackAway;
import io.asktrail.slack.sending.SlackRefused;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes an errand from its arrival to its end: who wants it, whether it is ours to do, and what is said if it fails. */
final class Clerk {
    private static final Logger log = LoggerFactory.getLogger(Clerk.class);

    private final Directory directory;
    private final Claims claims;
    private final Desk desk;
    private final Places places;
    private final Set<Held> held = ConcurrentHashMap.newKeySet();

    Clerk(Directory directory, Claims claims, Desk desk, Places places) {
        this.directory = directory;
        this.claims = claims;
        this.desk = desk;
        this.places = places;
    }

    /** What came in just now. */
    void receive(Errand errand) {
        telling(errand, () -> {
            var person = who(errand);
            if (person instanceof Person.Stranger) {
                log.atDebug().addKeyValue("claim", errand.key()).log("a stranger is not answered");
            } else {
                claims.take(errand).ifPresent(ours -> work(ours, person));
            }
        });
    }

    private Person who(Errand errand) {
        try {
            return directory.find(errand.member());
        } catch (SlackAway away) {
            // Claimed and not done: whoever holds it when its lease ends asks again who this is.
            claims.take(errand);
            throw away;
        }
    }

    /** What another gateway has left behind; the rights are those of now. */
    void resume(Claims.Orphan orphan) {
        var errand = orphan.held().errand();
        log.atWarn()
                .addKeyValue("claim", errand.key())
                .addKeyValue("answered", orphan.answered())
                .log("errand taken over");
        telling(errand, () -> {
            if (orphan.answered()) {
                orphan.held().done();
            } else if (orphan.hopeless()) {
                end(orphan.held());
            } else {
                work(orphan.held(), directory.find(errand.member()));
            }
        });
    }

    // Once it cannot be told, either, it is over all the same: or it would be taken over for ever.
    private void end(Held hopeless) {
        try {
            desk.giveUp(hopeless, Words.INTERRUPTED.in(hopeless.errand().language()));
        } finally {
            hopeless.done();
        }
    }

    /** Tells somebody that there is too much to do. */
    void sendAway(Errand errand) {
        telling(errand, () -> {
            if (!(directory.find(errand.member()) instanceof Person.Stranger)) {
                places.whisper(errand, Words.BUSY.in(errand.language()));
            }
        });
    }

    private void work(Held ours, Person person) {
        held.add(ours);
        try {
            switch (person) {
                case Person.Known(var caller) -> desk.work(ours, caller);
                case Person.Unknown(var contact) -> {
                    places.whisper(
                            ours.errand(), Words.NOT_KNOWN.in(ours.errand().language(), contact));
                    ours.done();
                }
                case Person.Stranger _ -> ours.done(); // it was somebody else before the file was changed
            }
        } catch (SuiteException failed) {
            if (failed.code() == ErrorCode.CANCELLED) {
                Thread.interrupted(); // or not even this could be said
                ours.leave();
            } else {
                desk.giveUp(ours, failed.forCaller());
            }
        } catch (SlackAway away) {
            // Not done: whoever holds it when its lease ends tries again.
            if (Thread.interrupted()) {
                ours.leave();
            }
            throw away;
        } catch (RuntimeException fault) {
            log.atError()
                    .setCause(fault)
                    .addKeyValue("claim", ours.errand().key())
                    .log("errand failed");
            desk.giveUp(ours, Words.FAILED.in(ours.errand().language()));
        } finally {
            held.remove(ours);
        }
    }

    private void telling(Errand errand, Runnable work) {
        try {
            work.run();
        } catch (SuiteException failed) {
            if (failed.code() != ErrorCode.CANCELLED) {
                trying(errand, failed.forCaller());
            }
        } catch (SlackRefused | SlackAway unsaid) {
            log.atError()
                    .addKeyValue("claim", errand.key())
                    .addKeyValue("failure", unsaid.getMessage())
                    .log("nothing could be said in Slack");
        } catch (RuntimeException fault) {
            log.atError().setCause(fault).addKeyValue("claim", errand.key()).log("errand failed");
            trying(errand, Words.FAILED.in(errand.language()));
        }
    }

    private void trying(Errand errand, String words) {
        try {
            places.whisper(errand, words);
        } catch (RuntimeException unsaid) {
            log.atError().setCause(unsaid).addKeyValue("claim", errand.key()).log("failure not told");
        }
    }

    /** Says of all errands under way that they are. */
    void beat() {
        held.forEach(Held::isStillOurs);
    }
}
