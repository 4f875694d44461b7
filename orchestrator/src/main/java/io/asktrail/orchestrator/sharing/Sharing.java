package io.asktrail.orchestrator.sharing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.orchestrator.answering.AnswerStore;
import io.asktrail.orchestrator.answering.RightsPrints;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * An answer holds what its owner was allowed to see when it was made. A link opens it for whoever may see exactly that
 * today, no more and no less; to anybody else it says nothing of what it leads to.
 */
final class Sharing {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final ShareStore store;
    private final RightsPrints rights;
    private final Duration validFor;
    private final Clock clock;

    /** @param validFor how long a link opens its answer */
    Sharing(ShareStore store, RightsPrints rights, Duration validFor, Clock clock) {
        this.store = store;
        this.rights = rights;
        this.validFor = validFor;
        this.clock = clock;
    }

    /** @param share the token; it is told once and kept nowhere */
    public record Share(
            String share, @JsonProperty("expires_at") Instant expiresAt) {}

    /**
     * Makes a link; others to the same answer stay.
     *
     * @throws SuiteException {@link ErrorCode#UNKNOWN_ID} if the caller has no such answer, {@link ErrorCode#FORBIDDEN} if
     *     it holds what they may not see any more
     */
    Share share(Caller caller, String answerId) {
        var madeUnder = store.rights(caller, answerId).orElseThrow(AnswerStore::unknown);
        if (!madeUnder.equals(java.util.Optional.of(rights.of(caller)))) {
            throw new SuiteException(
                    ErrorCode.FORBIDDEN,
                    "Your rights are others than when this was answered, so it cannot be shared: ask the question again.");
        }
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var now = clock.instant();
        store.forgetExpired(now.minus(REMEMBERED));
        store.add(token, answerId, now, now.plus(validFor));
        return new Share(token, now.plus(validFor));
    }

    /**
     * @throws SuiteException {@link ErrorCode#UNKNOWN_ID} if there is no such link, {@link ErrorCode#EXPIRED} if its time
     *     is over, {@link ErrorCode#FORBIDDEN} if the caller's rights are not those that the answer was made with
     */
    Answer open(Caller caller, String token) {
        var shared = store.find(token)
                .orElseThrow(() -> new SuiteException(
                        ErrorCode.UNKNOWN_ID, "This link leads nowhere, or was ended by the one who made it."));
        if (!rights.of(caller).equals(shared.rights())) {
            throw new SuiteException(
                    ErrorCode.FORBIDDEN,
                    "This answer was made with other rights than yours, or than yours are today: ask the question"
                            + " yourself to get the answer that is yours.");
        }
        if (!clock.instant().isBefore(shared.expiresAt())) {
            throw new SuiteException(
                    ErrorCode.EXPIRED, "The time of this link is over: let the one who made it make another.");
        }
        return shared.answer();
    }

    /** Ends all links to the caller's answer. */
    void end(Caller caller, String answerId) {
        if (store.rights(caller, answerId).isEmpty()) {
            throw AnswerStore.unknown();
        }
        store.end(caller, answerId);
    }
}
