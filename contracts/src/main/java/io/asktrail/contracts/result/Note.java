package io.asktrail.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * Something a reader of the number should know.
 *
 * @param code stable, for programs, e.g. {@code national_spend_left_out}
 * @param text in English, for whoever has no words of their own for the code
 * @param values what it is about, by name, for those who have; empty where the text says all there is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Note(Kind kind, String code, String text, SortedMap<String, NoteValue> values) {
    /** A metric that was asked for is not among the columns: the source no longer has what it is measured by. */
    public static final String METRIC_LOST = "metric_lost";

    /** Nothing of some ad channel was ever loaded, so that what it cost and brought is not counted. */
    public static final String CHANNELS_NOT_LOADED = "channels_not_loaded";

    /** Days that were asked about are not loaded, so that nothing of them is counted. */
    public static final String PARTIAL_COVERAGE = "partial_coverage";

    /** The name of the value that holds the sentence of a note whose code names what it is about: a part, or the registry's. */
    public static final String SAID = "said";

    /** Where it belongs: beside the number, or in the account of how it was made. */
    public enum Kind {
        CAVEAT,
        METHOD
    }

    public Note {
        values = NoteValue.sorted(values);
    }

    public Note(Kind kind, String code, String text) {
        this(kind, code, text, NoteValue.sorted(null));
    }

    /** Whether the numbers are short of something that the source has not been given yet. */
    public boolean tellsOfAGap() {
        return code.equals(CHANNELS_NOT_LOADED) || code.equals(PARTIAL_COVERAGE);
    }

    /** The same with what it is about. */
    public Note about(Map<String, NoteValue> told) {
        return new Note(kind, code, text, NoteValue.sorted(told));
    }

    /** The same with its text and every name in it changed, such as masked. */
    public Note changed(UnaryOperator<String> change) {
        return new Note(kind, code, change.apply(text), NoteValue.named(values, change));
    }

    public static Note caveat(String code, String text) {
        return new Note(Kind.CAVEAT, code, text);
    }

    public static Note method(String code, String text) {
        return new Note(Kind.METHOD, code, text);
    }
}
