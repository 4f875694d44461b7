package io.asktrail.insights.searchterm;

import io.asktrail.insights.seen.SeenRows;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The names of the brands that are sold, as people type them. */
record BrandWords(List<String> names) {
    /** Shorter names are words of their own too often. */
    private static final int SHORTEST = 3;

    static BrandWords of(SeenRows brands) {
        return new BrandWords(IntStream.range(0, brands.size())
                .mapToObj(brands::member)
                .filter(name -> !name.equals(SeenRows.NOBODY))
                .map(BrandWords::plain)
                .filter(name -> name.length() >= SHORTEST)
                .distinct()
                .toList());
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    int count() {
        return names.size();
    }

    boolean isIn(Counted term) {
        var typed = " " + plain(term.name()) + " ";
        return names.stream().anyMatch(name -> typed.contains(" " + name + " "));
    }

    // Letters and digits of any script, whatever stands between them.
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }
}
