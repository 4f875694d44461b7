package io.asktrail.ads.exports;

import org.jspecify.annotations.Nullable;

/** An export cannot be loaded; nothing of it was. The message is a sentence that says what to do. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ExportException(String sentence) {
        super(sentence);
    }

    ExportException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
