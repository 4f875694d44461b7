package io.asktrail.live;

import org.jspecify.annotations.Nullable;

/** A database that cannot be read as it was asked; the message is one sentence that says what to do. */
public final class DatabaseUnusable extends RuntimeException {
    public DatabaseUnusable(String sentence) {
        super(sentence);
    }

    public DatabaseUnusable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
