package io.asktrail.cli.render;

import java.util.ArrayList;
import java.util.List;

/** Text broken at spaces, as wide as the terminal and never wider than is good to read. */
final class Paragraph {
    private static final int READABLE = 110;

    private Paragraph() {}

    /**
     * @param lead what stands before the first line; the others are moved in by its width
     * @param columns of the terminal; without a limit the text stays one line
     */
    static List<String> lines(String lead, String text, int columns) {
        var width = columns > READABLE * 100 ? columns : Math.min(columns, READABLE);
        var indent = DisplayWidth.of(lead);
        var lines = new ArrayList<String>();
        var line = new StringBuilder(lead);
        var used = indent;
        for (var word : Printable.of(text).strip().split(" +")) {
            var wordWidth = DisplayWidth.of(word);
            if (used > indent && used + 1 + wordWidth > width) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent));
                used = indent;
            }
            if (used > indent) {
                line.append(' ');
                used++;
            }
            line.append(word);
            used += wordWidth;
        }
        lines.add(line.toString());
        return lines;
    }
}
