package io.asktrail.ads.exports;

import java.util.List;

/**
 * A line of a file with something in it.
 *
 * @param number as a text editor or a spreadsheet numbers it, from 1
 */
record Line(long number, List<String> cells) {
    String cell(int place) {
        return place < cells.size() ? cells.get(place) : "";
    }

    boolean isEmpty() {
        return cells.stream().allMatch(String::isBlank);
    }
}
