package io.asktrail.router.text;

import java.util.Arrays;

/** How many letters have to be changed, added, left out or swapped with their neighbour. */
public final class EditDistance {
    private EditDistance() {}

    /** The distance of two words, or {@code max + 1} if it is greater than {@code max}. */
    public static int within(String a, String b, int max) {
        if (Math.abs(a.length() - b.length()) > max) {
            return max + 1;
        }
        var before = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        var row = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (var i = 1; i <= a.length(); i++) {
            if (fill(row, last, before, a, b, i) > max) {
                // A swap may still reach back one row, but never below the least of the last one.
                return max + 1;
            }
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return Math.min(last[b.length()], max + 1);
    }

    /** Fills a row and tells the least that the end can still come to. */
    private static int fill(int[] row, int[] last, int[] before, String a, String b, int i) {
        row[0] = i;
        var least = Math.min(i, last[0]);
        for (var j = 1; j <= b.length(); j++) {
            var same = a.charAt(i - 1) == b.charAt(j - 1);
            var cell = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                cell = Math.min(cell, before[j - 2] + 1);
            }
            row[j] = cell;
            least = Math.min(least, Math.min(cell, last[j]));
        }
        return least;
    }
}
