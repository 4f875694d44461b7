package io.asktrail.contracts.result;

/**
 * Something a reader of the number should know.
 *
 * @param code stable, for programs, e.g. {@code national_spend_left_out}
 */
public record Note(Kind kind, String code, String text) {
    /** A metric that was asked for is not among the columns: the source no longer has what it is measured by. */
    public static final String METRIC_LOST = "metric_lost";

    /** Nothing of some ad channel was ever loaded, so that what it cost and brought is not counted. */
    public static final String CHANNELS_NOT_LOADED = "channels_not_loaded";

    /** Days that were asked about are not loaded, so that nothing of them is counted. */
    public static final String PARTIAL_COVERAGE = "partial_coverage";

    /** Where it belongs: beside the number, or in the account of how it was made. */
    public enum Kind {
        CAVEAT,
        METHOD
    }

    /** Whether the numbers are short of something that the source has not been given yet. */
    public boolean tellsOfAGap() {
        return code.equals(CHANNELS_NOT_LOADED) || code.equals(PARTIAL_COVERAGE);
    }

    public static Note caveat(String code, String text) {
        return new Note(Kind.CAVEAT, code, text);
    }

    public static Note method(String code, String text) {
        return new Note(Kind.METHOD, code, text);
    }
}
