package io.asktrail.files.format;

import io.asktrail.contracts.file.Picture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** The sheet that says how the rows were worked out. */
final class MethodSheet {
    private static final double HEADING_WIDTH = 16;
    private static final double TEXT_WIDTH = 110;
    private static final int LINES_BEFORE_CHART = 2;
    private static final int CHART_WIDTH_PX = 800;
    private static final int PNG_WIDTH_AT = 16;
    private static final int PNG_HEIGHT_AT = 20;

    private MethodSheet() {}

    static void write(Workbook workbook, String name, List<Cover.Line> lines, @Nullable Picture chart)
            throws IOException {
        var texts = new SheetText();
        var sheet = workbook.newWorksheet(name);
        sheet.width(0, HEADING_WIDTH);
        sheet.width(1, TEXT_WIDTH);
        for (var row = 0; row < lines.size(); row++) {
            var line = lines.get(row);
            sheet.inlineString(row, 0, texts.of(line.heading()));
            sheet.style(row, 0).bold().verticalAlignment("top").set();
            sheet.inlineString(row, 1, texts.of(line.text()));
            sheet.style(row, 1)
                    .format(SheetFormats.TEXT)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
        if (chart != null) {
            sheet.addImage(lines.size() + LINES_BEFORE_CHART, 0, chart.png(), CHART_WIDTH_PX, height(chart.png()));
        }
        sheet.finish();
    }

    // Every PNG begins with its width and height in pixels: whatever it was drawn for, it keeps its shape.
    private static int height(byte[] png) {
        var head = ByteBuffer.wrap(png);
        return Math.round((float) CHART_WIDTH_PX * head.getInt(PNG_HEIGHT_AT) / head.getInt(PNG_WIDTH_AT));
    }
}
