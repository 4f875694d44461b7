package io.asktrail.files;

import io.asktrail.contracts.answer.TrailStep;
import io.asktrail.contracts.file.FileCover;
import io.asktrail.files.format.Cover;
import io.asktrail.files.format.Cover.Line;
import io.asktrail.files.rows.RowSource;
import io.asktrail.files.saying.FileSaying;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file says of its rows, in the order in which somebody reads who has nothing but the file. */
final class CoverWriter {
    private final List<Line> lines = new ArrayList<>();
    private final Wording words;

    private CoverWriter(Wording words) {
        this.words = words;
    }

    /**
     * @param rows read to their end
     * @param now when the file was written
     */
    static Cover write(FileCover cover, RowSource rows, long count, Instant now, Wording words) {
        var writer = new CoverWriter(words);
        writer.one(FileSaying.QUESTION, cover.question());
        writer.one(FileSaying.ANSWER, cover.text());
        writer.one(FileSaying.METHOD, cover.method());
        writer.all(FileSaying.ASSUMPTIONS, cover.assumptions());
        writer.all(
                FileSaying.CAVEATS,
                cover.caveats().stream().map(caveat -> caveat.text()).toList());
        writer.all(FileSaying.RIGHTS, cover.policies());
        writer.asOf(rows, count);
        writer.all(FileSaying.TRAIL, cover.trail().stream().map(writer::step).toList());
        writer.one(FileSaying.QUERY, rows.ending().query());
        writer.one(FileSaying.WRITTEN, now.toString());
        writer.one(FileSaying.ANSWER_ID, cover.answerId());
        writer.one(FileSaying.REGISTRY, cover.registryVersion());
        return new Cover(writer.lines, cover.chart());
    }

    private void asOf(RowSource rows, long count) {
        var readAt = rows.readAt();
        if (readAt != null) {
            one(
                    FileSaying.AS_OF,
                    words.of(Said.of(FileSaying.AS_OF_ROWS).number(count).text(readAt.toString())));
        }
        if (rows.ending().truncated()) {
            one(FileSaying.CUT, words.of(Said.of(FileSaying.CUT_ROWS).number(count)));
        }
        all(FileSaying.REMARKS, rows.ending().remarks());
    }

    private void one(FileSaying heading, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            lines.add(new Line(words.of(heading), text));
        }
    }

    private void all(FileSaying heading, List<String> texts) {
        for (var i = 0; i < texts.size(); i++) {
            lines.add(new Line(i == 0 ? words.of(heading) : "", texts.get(i)));
        }
    }

    private String step(TrailStep step) {
        var said = Said.of(step.error() == null ? FileSaying.STEP_ROWS : FileSaying.STEP_FAILED)
                .text(String.valueOf(step.step()))
                .text(step.agent())
                .text(String.valueOf(step.tool()))
                .text(
                        step.error() == null
                                ? String.valueOf(step.rows())
                                : step.error().toString())
                .number(step.ms());
        var query = step.query();
        return words.of(said) + (query == null ? "" : "\n" + query);
    }
}
