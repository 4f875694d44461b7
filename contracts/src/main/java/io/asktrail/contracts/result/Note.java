package io.asktrail.contracts.result;

/**
 * Something a reader of the number should know.
 *
 * @param code stable, for programs, e.g. {@code national_spend_left_out}
 */
public record Note(Kind kind, String code, String text) {
    /** A metric that was asked for is not among the columns: the source no longer has what it is measured by. */
    public static final String METRIC_LOST = "metric_lost";

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
