package io.asktrail.insights.anomaly;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the unusual days of lines within a period. */
final class Detector {
    private final LocalDate from;
    private final LocalDate to;
    private final List<Line> wholes;

    /** @param wholes the lines that members are weighed against */
    Detector(LocalDate from, LocalDate to, List<Line> wholes) {
        this.from = from;
        this.to = to;
        this.wholes = List.copyOf(wholes);
    }

    List<Run> runs(Line line) {
        var runs = new ArrayList<Run>();
        var open = new ArrayList<Run.Day>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            var unusual = unusual(line, day);
            var goesOn = unusual.isPresent()
                    && !open.isEmpty()
                    && open.getLast().isHigh() == unusual.get().isHigh();
            if (!goesOn && !open.isEmpty()) {
                runs.add(new Run(line, open));
                open.clear();
            }
            unusual.ifPresent(open::add);
        }
        if (!open.isEmpty()) {
            runs.add(new Run(line, open));
        }
        return runs;
    }

    private Optional<Run.Day> unusual(Line line, LocalDate day) {
        var limits = Thresholds.of(line);
        return line.on(day).flatMap(value -> Usual.before(day, line)
                .flatMap(usual -> usual.score(value)
                        .filter(score -> score.abs().compareTo(limits.deviations()) > 0)
                        .map(score -> new Run.Day(day, value, usual, score)))
                .filter(found -> matters(line, found, limits)));
    }

    private boolean matters(Line line, Run.Day found, Thresholds limits) {
        var excess = found.value().subtract(found.usual().middle()).abs();
        var usual = found.usual().middle().abs();
        if (excess.compareTo(usual.multiply(limits.share(), MathContext.DECIMAL64)) < 0) {
            return false;
        }
        if (line.isWhole()) {
            return true;
        }
        return wholes.stream()
                .filter(whole -> whole.metric().equals(line.metric()))
                .findFirst()
                .flatMap(whole -> Usual.before(found.date(), whole))
                .map(whole -> excess.compareTo(whole.middle().abs().multiply(limits.weight(), MathContext.DECIMAL64)) >= 0)
                .orElse(true);
    }

    /** How far out is worth a word, as a number of deviations. */
    static BigDecimal deviations(Line line) {
        return Thresholds.of(line).deviations();
    }
}
