package io.asktrail.composer.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A drawing as pixels. */
final class Png {
    private Png() {}

    /** @param scale pixels of the file to a pixel of the drawing, for dense screens */
    static byte[] of(Drawing drawing, int scale) {
        var image = new BufferedImage(drawing.width() * scale, drawing.height() * scale, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        try {
            canvas.scale(scale, scale);
            drawing.on(canvas);
        } finally {
            canvas.dispose();
        }
        var bytes = new ByteArrayOutputStream();
        // In memory: by itself ImageIO would write a file first.
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }
}
