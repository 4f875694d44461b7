package io.asktrail.ads.exports;

/** A cell's text is not what its column holds; the message says what it should be. Ends a row, never a load by itself. */
final class CellException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CellException(String message) {
        // Thrown for a cell of a million-row file: nobody reads where from.
        super(message, null, false, false);
    }
}
