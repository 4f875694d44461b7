package io.asktrail.slack.people;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An address as it is compared: nobody's differs from another's by capitals alone. */
final class Mail {
    private Mail() {}

    static String normal(@Nullable String address) {
        return address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
    }
}
