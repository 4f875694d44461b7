package io.asktrail.registry.schema;

import java.util.Collections;
import java.util.regex.Pattern;

/**
 * Names that a database gave: anything that starts with a letter, a digit or a line, as statements quote every one. A dot
 * would be read as the end of a name, a quote or a backslash as the end of its quotation.
 */
public final class DatabaseNames {
    private static final String ONE = "[\\p{L}\\p{N}_][^.\"\\\\\\p{Cntrl}]{0,62}";
    private static final Pattern NAME = Pattern.compile(ONE);

    private DatabaseNames() {}

    /** Whether a registry can write this name of a schema, a table or a column. */
    public static boolean isUsable(String name) {
        return NAME.matcher(name).matches();
    }

    /** So many names with dots between them. */
    static Pattern joined(int names) {
        return Pattern.compile(String.join("\\.", Collections.nCopies(names, ONE)));
    }
}
