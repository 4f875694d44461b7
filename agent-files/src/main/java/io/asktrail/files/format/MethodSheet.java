package io.asktrail.files.format;

import io.asktrail.contracts.file.Picture;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** The sheet that says how the rows were worked out. */
final class MethodSheet {
    private static final double HEADING_WIDTH = 16;
    private static final double TEXT_WIDTH = 110;
    private static final int LINES_BEFORE_CHART = 2;
    private static final int CHART_WIDTH_PX = 800;
    private static final int CHART_HEIGHT_PX = 450;

    private MethodSheet() {}

    static void write(Workbook workbook, List<Cover.Line> lines, @Nullable Picture chart) throws IOException {
        var texts = new SheetText();
        var sheet = workbook.newWorksheet("Method");
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
            sheet.addImage(lines.size() + LINES_BEFORE_CHART, 0, chart.png(), CHART_WIDTH_PX, CHART_HEIGHT_PX);
        }
        sheet.finish();
    }
}
