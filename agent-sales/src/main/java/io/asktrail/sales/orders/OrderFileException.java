package io.asktrail.sales.orders;

import org.jspecify.annotations.Nullable;

/** A file that cannot be loaded, in a sentence for the person who gave it. Nothing was changed. */
public final class OrderFileException extends RuntimeException {
    OrderFileException(String sentence) {
        this(sentence, null);
    }

    OrderFileException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    /** What to tell the person. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
