package io.asktrail.cli.ask;

/** Nobody answers at the address. */
final class UnreachableException extends RuntimeException {
    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
