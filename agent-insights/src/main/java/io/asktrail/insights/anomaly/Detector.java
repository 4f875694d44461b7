package io.asktrail.insights.anomaly;

import io.asktrail.contracts.id.MetricId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the unusual days of lines within a period. */
final class Detector {
    private static final BigDecimal LOWEST_TIDE = new BigDecimal("0.5");
    private static final BigDecimal HIGHEST_TIDE = new BigDecimal(3);

    private final LocalDate from;
    private final LocalDate to;
    private final Map<MetricId, Whole> wholes;

    /** The line of everything, with what is usual on each day: every member is held against it. */
    private record Whole(Line line, Map<LocalDate, Usual> usual) {
        Optional<Usual> usualOn(LocalDate day) {
            return Optional.ofNullable(usual.get(day));
        }
    }

    /** @param wholes the lines that members are weighed against */
    Detector(LocalDate from, LocalDate to, List<Line> wholes) {
        this.from = from;
        this.to = to;
        this.wholes =
                wholes.stream().collect(Collectors.toUnmodifiableMap(Line::metric, this::whole, (first, _) -> first));
    }

    private Whole whole(Line line) {
        var usual = new HashMap<LocalDate, Usual>();
        days().forEach(day -> Usual.before(day, line).ifPresent(of -> usual.put(day, of)));
        return new Whole(line, usual);
    }

    private Stream<LocalDate> days() {
        return Stream.iterate(from, day -> !day.isAfter(to), day -> day.plusDays(1));
    }

    List<Run> runs(Line line) {
        return runs(line, judged(line));
    }

    // The run that stands out most, then what stands out before and after it.
    private List<Run> runs(Line line, List<Run.Day> days) {
        var best = best(line, days);
        if (best.isEmpty()) {
            return List.of();
        }
        var run = best.get();
        var found = new ArrayList<>(runs(line, upTo(days, run.from())));
        found.add(run);
        found.addAll(runs(line, after(days, run.to())));
        return found;
    }

    private static List<Run.Day> upTo(List<Run.Day> days, LocalDate first) {
        return days.stream().filter(day -> day.date().isBefore(first)).toList();
    }

    private static List<Run.Day> after(List<Run.Day> days, LocalDate last) {
        return days.stream().filter(day -> day.date().isAfter(last)).toList();
    }

    private Optional<Run> best(Line line, List<Run.Day> days) {
        @Nullable Run best = null;
        for (var first = 0; first < days.size(); first++) {
            for (var last = first; last < Math.min(days.size(), first + Thresholds.LONGEST); last++) {
                var run = new Run(line, days.subList(first, last + 1));
                if (run.beginsAndEndsOut() && isNews(run) && (best == null || run.standsOutMoreThan(best))) {
                    best = run;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isNews(Run run) {
        var limits = Thresholds.of(run.line());
        var limit = run.days().size() == 1 ? limits.alone() : limits.run();
        return run.score().abs().compareTo(limit) > 0
                && run.excess().abs().compareTo(run.usual().abs().multiply(limits.share())) >= 0
                && weighs(run, limits);
    }

    // In the days of the run, against what the whole usually comes to on such days.
    private boolean weighs(Run run, Thresholds limits) {
        var ofWhole = whole(run.line().metric()).stream()
                .flatMap(whole -> run.days().stream()
                        .flatMap(day -> whole.usualOn(day.date()).stream())
                        .map(Usual::middle))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return run.excess().abs().compareTo(ofWhole.abs().multiply(limits.weight())) >= 0;
    }

    private List<Run.Day> judged(Line line) {
        return days().flatMap(day -> line.on(day).stream()
                        .flatMap(value -> usual(line, day).stream()
                                .flatMap(usual -> usual.score(value).stream()
                                        .map(score -> new Run.Day(day, value, usual, score)))))
                .toList();
    }

    private Optional<Usual> usual(Line line, LocalDate day) {
        if (line.isWhole()) {
            return Usual.before(day, line);
        }
        return line.isSteadyBefore(day)
                ? Usual.before(day, line).map(own -> own.times(tide(line, own, day)))
                : Optional.empty();
    }

    // How high all others stand that day: in a festival week every member sells more.
    private BigDecimal tide(Line line, Usual own, LocalDate day) {
        return whole(line.metric())
                .flatMap(whole -> whole.line()
                        .on(day)
                        .flatMap(value -> whole.usualOn(day)
                                .flatMap(usual -> tide(
                                        value.subtract(line.on(day).orElse(BigDecimal.ZERO)),
                                        usual.middle().subtract(own.middle())))))
                .orElse(BigDecimal.ONE);
    }

    private static Optional<BigDecimal> tide(BigDecimal others, BigDecimal usually) {
        return usually.signum() <= 0
                ? Optional.empty()
                : Optional.of(others.divide(usually, MathContext.DECIMAL64)
                        .max(LOWEST_TIDE)
                        .min(HIGHEST_TIDE));
    }

    private Optional<Whole> whole(MetricId metric) {
        return Optional.ofNullable(wholes.get(metric));
    }
}
