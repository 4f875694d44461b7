package io.asktrail.files;

import io.asktrail.contracts.answer.TrailStep;
import io.asktrail.contracts.file.FileCover;
import io.asktrail.files.format.Cover;
import io.asktrail.files.format.Cover.Line;
import io.asktrail.files.rows.RowSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file says of its rows, in the order in which somebody reads who has nothing but the file. */
final class CoverWriter {
    private final List<Line> lines = new ArrayList<>();

    private CoverWriter() {}

    /**
     * @param rows read to their end
     * @param now when the file was written
     */
    static Cover write(FileCover cover, RowSource rows, long count, Instant now) {
        var writer = new CoverWriter();
        writer.one("Question", cover.question());
        writer.one("Answer", cover.text());
        writer.one("Method", cover.method());
        writer.all("Assumptions", cover.assumptions());
        writer.all(
                "Caveats", cover.caveats().stream().map(caveat -> caveat.text()).toList());
        writer.all("Rights", cover.policies());
        writer.asOf(rows, count);
        writer.all("Trail", cover.trail().stream().map(CoverWriter::step).toList());
        writer.one("Query", rows.ending().query());
        writer.one("Written", now.toString());
        writer.one("Answer id", cover.answerId());
        writer.one("Registry", cover.registryVersion());
        return new Cover(writer.lines, cover.chart());
    }

    private void asOf(RowSource rows, long count) {
        var readAt = rows.readAt();
        if (readAt != null) {
            one(
                    "As of",
                    "%d rows as the source had them at %s, read again for this file under the rights of the one it is for."
                            .formatted(count, readAt));
        }
        if (rows.ending().truncated()) {
            one("Cut", "There are more rows than a file may have; these are the first %d.".formatted(count));
        }
        all("Remarks", rows.ending().remarks());
    }

    private void one(String heading, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            lines.add(new Line(heading, text));
        }
    }

    private void all(String heading, List<String> texts) {
        for (var i = 0; i < texts.size(); i++) {
            lines.add(new Line(i == 0 ? heading : "", texts.get(i)));
        }
    }

    private static String step(TrailStep step) {
        var outcome = step.error() == null ? "%d rows".formatted(step.rows()) : "failed with " + step.error();
        var query = step.query();
        return "%s: %s, %s, %s, %d ms%s"
                .formatted(
                        step.step(), step.agent(), step.tool(), outcome, step.ms(), query == null ? "" : "\n" + query);
    }
}
