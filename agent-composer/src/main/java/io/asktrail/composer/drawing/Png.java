package io.asktrail.composer.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jfree.chart.encoders.EncoderUtil;
import org.jfree.chart.encoders.ImageFormat;

/** A drawing as pixels. */
final class Png {
    private Png() {}

    /** @param scale pixels of the file to a pixel of the drawing, for dense screens */
    static byte[] of(Drawing drawing, int scale) {
        var image = new BufferedImage(
                drawing.width() * scale, drawing.height() * scale, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        try {
            canvas.scale(scale, scale);
            drawing.on(canvas);
        } finally {
            canvas.dispose();
        }
        try (var bytes = new ByteArrayOutputStream()) {
            bytes.write(EncoderUtil.encode(image, ImageFormat.PNG));
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written", impossible);
        }
    }
}
