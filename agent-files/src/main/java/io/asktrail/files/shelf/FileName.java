package io.asktrail.files.shelf;

import io.asktrail.contracts.task.Export;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/** What a file is called when it is saved: the words of the question, as every file system takes them, and the day. */
final class FileName {
    private static final int LONGEST = 60;
    private static final String NOTHING_LEFT = "asktrail";

    /** Names that Windows gives to devices, whatever stands behind the point. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private FileName() {}

    static String of(String words, LocalDate day, Export.Format format) {
        return "%s-%s.%s".formatted(base(words), day, format.extension());
    }

    private static String base(String words) {
        var kept = new StringBuilder();
        Normalizer.normalize(words, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(point -> isKept(point) ? point : '-')
                .forEach(point -> {
                    if (point != '-' || (!kept.isEmpty() && kept.charAt(kept.length() - 1) != '-')) {
                        kept.appendCodePoint(point);
                    }
                });
        var cut = kept.codePointCount(0, kept.length()) > LONGEST
                ? kept.substring(0, kept.offsetByCodePoints(0, LONGEST))
                : kept.toString();
        var name = cut.replaceAll("-+$", "");
        return name.isEmpty() || DEVICES.contains(name) ? NOTHING_LEFT : name;
    }

    // Marks too: without them Hindi is unreadable.
    private static boolean isKept(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK;
    }
}
