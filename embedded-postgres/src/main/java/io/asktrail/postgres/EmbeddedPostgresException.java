package io.asktrail.postgres;

import org.jspecify.annotations.Nullable;

/** Why there is no database: one sentence a person can act on, and a reason a program can branch on. */
public final class EmbeddedPostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of thing went wrong. */
    public enum Reason {
        NO_DISK_SPACE,
        FOLDER_NOT_WRITABLE,
        FOLDER_OF_ANOTHER_USER,
        NOT_A_DATA_FOLDER,
        OTHER_DATA_VERSION,
        PASSWORD_UNKNOWN,
        NO_BINARIES_FOR_PLATFORM,
        NO_PLAIN_USER,
        TIMED_OUT,
        FAILED
    }

    private final Reason reason;

    EmbeddedPostgresException(Reason reason, String sentence) {
        this(reason, sentence, null);
    }

    EmbeddedPostgresException(Reason reason, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
