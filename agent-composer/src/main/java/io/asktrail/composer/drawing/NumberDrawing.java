package io.asktrail.composer.drawing;

import io.asktrail.composer.chart.Mark;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Objects;

/** A number or a few, written large; each under its name. */
record NumberDrawing(Style style) {
    static final int ROW = 78;
    private static final int LEFT = 18;

    /** @param top where the title ends */
    void draw(Graphics2D canvas, Rectangle2D area, double top) {
        var marks = style.picture().marks();
        var row = Math.min(ROW, (area.getHeight() - top) / marks.size());
        var y = top;
        for (var mark : marks) {
            draw(canvas, mark, y, row, area.getWidth() - 2 * LEFT);
            y += row;
        }
    }

    private void draw(Graphics2D canvas, Mark mark, double y, double row, double width) {
        canvas.setPaint(Style.QUIET);
        canvas.setFont(style.fonts().plain((float) (row * 0.17)));
        canvas.drawString(Objects.requireNonNullElse(mark.member(), ""), LEFT, (float) (y + row * 0.25));
        canvas.setPaint(style.colour(0));
        var font = style.fonts().bold((float) (row * 0.48));
        var wide = canvas.getFontMetrics(font).stringWidth(mark.written());
        canvas.setFont(wide <= width ? font : font.deriveFont((float) (font.getSize2D() * width / wide)));
        canvas.drawString(mark.written(), LEFT, (float) (y + row * 0.75));
    }
}
