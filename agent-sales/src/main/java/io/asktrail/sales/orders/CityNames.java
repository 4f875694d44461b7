package io.asktrail.sales.orders;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cities as buyers typed them, made comparable: known ones as the registry writes them, others with one blank between
 * words, capitals at their starts and no punctuation around. No letter or digit is lost.
 */
final class CityNames {
    private static final Pattern AROUND = Pattern.compile("^[\\s.,;:]+|[\\s.,;:]+$");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

    private final Spellings known;

    CityNames(Spellings known) {
        this.known = known;
    }

    /** The name in its one form; as it was where nothing but punctuation is in it. */
    String of(String written) {
        var bare = BLANKS.matcher(AROUND.matcher(written).replaceAll("")).replaceAll(" ");
        return bare.isEmpty() ? written : known.of(bare).orElseGet(() -> titleCase(bare));
    }

    private static String titleCase(String name) {
        return WORD.matcher(name).replaceAll(word -> {
            var text = word.group();
            return text.substring(0, 1).toUpperCase(Locale.ROOT)
                    + text.substring(1).toLowerCase(Locale.ROOT);
        });
    }
}
