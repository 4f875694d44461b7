package io.asktrail.contracts.id;

import java.util.regex.Pattern;

/** What every registry name looks like, checked in one place. */
final class Ids {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private Ids() {}

    static void requireName(String kind, String value) {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'%s' cannot be the id of a %s: lower-case letters, digits and _ only".formatted(value, kind));
        }
    }
}
