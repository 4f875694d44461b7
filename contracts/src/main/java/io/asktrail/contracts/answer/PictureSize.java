package io.asktrail.contracts.answer;

import org.jspecify.annotations.Nullable;

/**
 * How large a chart is drawn.
 *
 * @param width in pixels, {@value #LEAST_WIDTH} to {@value #MOST_WIDTH}
 * @param height in pixels, {@value #LEAST_HEIGHT} to {@value #MOST_HEIGHT}; null for what the chart needs
 * @param scale pixels of a PNG to a pixel of the drawing, 1 to {@value #MOST_SCALE}; an SVG has none
 */
public record PictureSize(int width, @Nullable Integer height, int scale) {
    public static final int LEAST_WIDTH = 320;
    public static final int USUAL_WIDTH = 800;
    public static final int MOST_WIDTH = 1600;
    public static final int LEAST_HEIGHT = 200;
    public static final int MOST_HEIGHT = 1200;
    public static final int MOST_SCALE = 2;

    /** @throws IllegalArgumentException with a sentence for the caller, if a measure is out of its bounds */
    public PictureSize {
        within("width", width, LEAST_WIDTH, MOST_WIDTH);
        if (height != null) {
            within("height", height, LEAST_HEIGHT, MOST_HEIGHT);
        }
        within("scale", scale, 1, MOST_SCALE);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s is %d: give a whole number from %d to %d.".formatted(name, value, least, most));
        }
    }
}
