package io.asktrail.live.drift;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** How alike two names or two sets are, from 0 to 1. */
final class Likeness {
    private Likeness() {}

    /** By shared words or by few different letters, whichever says more. */
    static double ofNames(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        return Math.max(
                ofSets(words(a), words(b)),
                1 - distance(a, b) / (double) Math.max(1, Math.max(a.length(), b.length())));
    }

    /** The share of what is in both. */
    static double ofSets(Collection<String> one, Collection<String> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        var both = new HashSet<>(one);
        both.retainAll(other);
        return all.isEmpty() ? 0 : both.size() / (double) all.size();
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Arrays.asList(name.split("[^\\p{L}\\p{N}]+")));
    }

    private static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        Arrays.setAll(before, i -> i);
        for (var i = 1; i <= a.length(); i++) {
            var here = new int[b.length() + 1];
            here[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                here[j] = Math.min(change, Math.min(before[j], here[j - 1]) + 1);
            }
            before = here;
        }
        return before[b.length()];
    }
}
