package io.asktrail.demo;

/** The demo data could not be made; the message says what to do. What was loaded before stays and is whole. */
public final class DemoDataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DemoDataException(String message) {
        super(message);
    }

    DemoDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
