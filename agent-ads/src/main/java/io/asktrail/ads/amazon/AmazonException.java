package io.asktrail.ads.amazon;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Amazon did not give what was asked for; the message is a sentence for the one who has to act, without a secret. */
public final class AmazonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Trouble trouble;
    private final @Nullable Duration retryAfter;

    AmazonException(Trouble trouble, String message) {
        this(trouble, message, null, null);
    }

    AmazonException(Trouble trouble, String message, @Nullable Throwable cause) {
        this(trouble, message, null, cause);
    }

    AmazonException(Trouble trouble, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
        this.retryAfter = retryAfter;
    }

    /** What went wrong, by who or what can mend it. */
    public enum Trouble {
        /** The login is refused: somebody has to authorise the application again. */
        CREDENTIALS,
        /** The login does not open this account. */
        PERMISSION,
        /** Too many requests, also after waiting as told. */
        THROTTLED,
        /** Amazon is down, slow or out of reach. */
        UNAVAILABLE,
        /** Amazon says that the request is wrong: a fault of ours, or an account without the product. */
        REJECTED,
        /** The days are more, or older, than Amazon gives. */
        OUT_OF_WINDOW,
        /** Amazon does not know the report any more. */
        REPORT_GONE,
        /** The link to the file is too old: ask for the state again. */
        LINK_EXPIRED,
        /** The file is broken or not what was asked for: download it or ask for it again. */
        BAD_FILE,
        /** The file is larger than a report can sensibly be. */
        TOO_LARGE,
        /** Whoever waited gave up. */
        INTERRUPTED;

        /** Whether the same call may succeed a moment later. */
        boolean passes() {
            return this == THROTTLED || this == UNAVAILABLE;
        }
    }

    public Trouble trouble() {
        return trouble;
    }

    /** How long Amazon asked to be left alone. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
