package io.asktrail.files.format;

import io.asktrail.contracts.file.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of the rows, as it is written into the file.
 *
 * @param lines a heading and what stands under it
 * @param chart null for none
 */
public record Cover(List<Line> lines, @Nullable Picture chart) {
    public Cover {
        lines = List.copyOf(lines);
    }

    /** @param heading empty where the line goes on with what stands above it */
    public record Line(String heading, String text) {}
}
