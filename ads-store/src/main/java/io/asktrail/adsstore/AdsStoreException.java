package io.asktrail.adsstore;

/** The store could not be read or written; the message says what to do. */
public final class AdsStoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AdsStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
