package io.asktrail.composer.chart;

import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.id.MetricId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A series over time: one line a number, or one line a member. */
final class Lines {
    private Lines() {}

    static Optional<Picture> of(Shown shown) {
        var metric = shown.metrics().getFirst();
        if (dates(shown).size() < 2) {
            return Optional.empty();
        }
        if (shown.isCompared()) {
            return shown.categories().isEmpty()
                    ? Optional.of(ofColumns(shown, List.of(metric.value(), metric.value() + Shown.PREVIOUS)))
                    : Optional.empty();
        }
        return Optional.of(
                shown.categories().isEmpty()
                        ? ofColumns(shown, ChartWriter.sameUnit(shown))
                        : ofMembers(shown, metric));
    }

    private static Set<LocalDate> dates(Shown shown) {
        var dates = new TreeSet<LocalDate>();
        ChartWriter.rows(shown).stream()
                .map(shown::date)
                .filter(Objects::nonNull)
                .forEach(dates::add);
        return dates;
    }

    private static Picture ofColumns(Shown shown, List<String> columns) {
        var captions = new Captions(shown);
        var marks = new ArrayList<Mark>();
        for (var column : columns) {
            ChartWriter.rows(shown).stream()
                    .filter(row -> shown.date(row) != null)
                    .sorted(java.util.Comparator.comparing(row -> Objects.requireNonNull(shown.date(row))))
                    .map(row -> mark(
                            captions,
                            Objects.requireNonNull(shown.date(row)),
                            captions.series(column),
                            shown.number(row, column),
                            column))
                    .forEach(marks::add);
        }
        return picture(captions, columns, columns.stream().map(captions::series).toList(), marks, List.of());
    }

    // The largest have a line of their own; the rest are one where adding them up means something.
    private static Picture ofMembers(Shown shown, MetricId metric) {
        var captions = new Captions(shown);
        var column = metric.value();
        var rows = new LinkedHashMap<String, Map<LocalDate, BigDecimal>>();
        ChartWriter.rows(shown).forEach(row -> {
            var of = rows.computeIfAbsent(shown.member(row), _ -> new LinkedHashMap<>());
            var date = shown.date(row);
            var value = shown.number(row, column);
            if (date != null && value != null) {
                of.merge(date, value, BigDecimal::add);
            }
        });
        var all = rows.keySet().stream()
                .sorted(java.util.Comparator.comparing((String name) -> size(rows.get(name)))
                        .reversed())
                .toList();
        var addUp = all.size() > Picture.MOST_SERIES && shown.isAdditive(metric);
        var drawn = all.subList(0, Math.min(all.size(), Picture.MOST_SERIES - (addUp ? 1 : 0)));
        var series = new ArrayList<>(drawn);
        var dates = dates(shown);
        var marks = new ArrayList<Mark>();
        drawn.forEach(name -> dates.forEach(date -> marks.add(mark(
                captions, date, name, Objects.requireNonNull(rows.get(name)).get(date), column))));
        if (addUp) {
            series.add(captions.others());
            var rest = all.subList(drawn.size(), all.size()).stream()
                    .map(rows::get)
                    .toList();
            dates.forEach(date -> marks.add(mark(captions, date, captions.others(), sum(rest, date), column)));
        }
        return picture(
                captions, List.of(column), series, marks, addUp ? List.of() : captions.cut(all.size(), drawn.size()));
    }

    private static BigDecimal size(@Nullable Map<LocalDate, BigDecimal> line) {
        return Objects.requireNonNull(line).values().stream()
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal sum(Collection<Map<LocalDate, BigDecimal>> lines, LocalDate date) {
        return lines.stream()
                .map(line -> line.get(date))
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static Mark mark(
            Captions captions, LocalDate date, String series, @Nullable BigDecimal value, String column) {
        return Mark.on(date, series, value, captions.written(value, column));
    }

    private static Picture picture(
            Captions captions, List<String> columns, List<String> series, List<Mark> marks, List<String> remarks) {
        return new Picture(
                Shape.LINE,
                captions.title(columns),
                captions.subtitle(Stream.concat(captions.partialPoints().stream(), remarks.stream())
                        .toList()),
                captions.axis(columns),
                null,
                captions.shown().words().of("chart.date"),
                series,
                marks,
                captions.language());
    }
}
