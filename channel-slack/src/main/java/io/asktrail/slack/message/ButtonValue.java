package io.asktrail.slack.message;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a button carries: of which answer it is. It opens nothing: whoever presses it is looked up anew.
 *
 * @param option which of the answer's options; 0 where there are none
 */
public record ButtonValue(String answerId, int option) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{1,100})\\|(\\d{1,3})");

    /** Reads what came back; empty if it is none of ours. */
    public static Optional<ButtonValue> read(String value) {
        var found = FORM.matcher(value);
        return found.matches()
                ? Optional.of(new ButtonValue(found.group(1), Integer.parseInt(found.group(2))))
                : Optional.empty();
    }

    String text() {
        return answerId + "|" + option;
    }
}
