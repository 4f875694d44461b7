package io.asktrail.contracts.result;

/**
 * Something a reader of the number should know.
 *
 * @param code stable, for programs, e.g. {@code national_spend_left_out}
 */
public record Note(Kind kind, String code, String text) {
    /** Where it belongs: beside the number, or in the account of how it was made. */
    public enum Kind {
        CAVEAT,
        METHOD
    }

    public static Note caveat(String code, String text) {
        return new Note(Kind.CAVEAT, code, text);
    }

    public static Note method(String code, String text) {
        return new Note(Kind.METHOD, code, text);
    }
}
