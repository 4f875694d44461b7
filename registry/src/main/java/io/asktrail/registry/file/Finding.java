package io.asktrail.registry.file;

import java.util.Comparator;

/**
 * A fault in a registry file.
 *
 * @param file path inside the registry's folder, e.g. {@code metrics/roas.yaml}
 * @param line counted from 1
 */
public record Finding(String file, int line, String message) implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::file).thenComparing(Finding::line).thenComparing(Finding::message);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** As compilers write it, so that editors can jump there. */
    @Override
    public String toString() {
        return "%s:%d: %s".formatted(file, line, message);
    }
}
