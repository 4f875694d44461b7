package io.asktrail.compute;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which days the sources hold. On a day that nobody loaded, no rows do not mean that nothing happened: such a point is
 * empty, not 0. A point that is held in part keeps what is held.
 */
final class Held {
    private static final String DATE = TaskSpec.DATE.value();

    private final Vocabulary vocabulary;
    private final Map<MetricId, DateRange> days;

    Held(Vocabulary vocabulary, Map<MetricId, DateRange> days) {
        this.vocabulary = vocabulary;
        this.days = new TreeMap<>(days);
    }

    /** @param notes what was left empty */
    record Known(Frame rows, List<Note> notes) {}

    Known blank(Frame frame, DateRange asked, Grain grain) {
        if (!frame.has(DATE)) {
            return new Known(frame, List.of());
        }
        var result = frame;
        var notes = new ArrayList<Note>();
        for (var entry : days.entrySet()) {
            var metric = entry.getKey();
            if (result.has(metric.value()) && vocabulary.isFlow(metric.value())) {
                var cells = blank(result, metric, entry.getValue(), asked, grain);
                if (!cells.equals(result.column(metric.value()))) {
                    result = result.with(result.definition(metric.value()), cells);
                    notes.add(note(metric, entry.getValue()));
                }
            }
        }
        return new Known(result, notes);
    }

    private List<@Nullable Object> blank(Frame frame, MetricId metric, DateRange held, DateRange asked, Grain grain) {
        var dates = frame.column(DATE);
        var cells = new ArrayList<>(frame.column(metric.value()));
        for (var row = 0; row < cells.size(); row++) {
            var isZero = cells.get(row) instanceof BigDecimal number && number.signum() == 0;
            if (isZero && dates.get(row) instanceof LocalDate point && !meets(point, grain, held, asked)) {
                cells.set(row, null);
            }
        }
        return cells;
    }

    // A week that begins before the period stands for the days of it that were asked for.
    private static boolean meets(LocalDate point, Grain grain, DateRange held, DateRange asked) {
        var from = latest(point, asked.start(), held.start());
        var to = earliest(GapFilling.next(point, grain).minusDays(1), asked.end(), held.end());
        return !from.isAfter(to);
    }

    private static LocalDate latest(LocalDate a, LocalDate b, LocalDate c) {
        var later = a.isAfter(b) ? a : b;
        return later.isAfter(c) ? later : c;
    }

    private static LocalDate earliest(LocalDate a, LocalDate b, LocalDate c) {
        var earlier = a.isBefore(b) ? a : b;
        return earlier.isBefore(c) ? earlier : c;
    }

    private Note note(MetricId metric, DateRange held) {
        return Note.caveat(
                        "days_not_held",
                        "%s is held from %s to %s: points outside are empty, not 0."
                                .formatted(vocabulary.labelOf(metric), held.start(), held.end()))
                .about(Map.of(
                        "metric", NoteValue.metric(metric), "days", new NoteValue.Days(held.start(), held.end())));
    }
}
