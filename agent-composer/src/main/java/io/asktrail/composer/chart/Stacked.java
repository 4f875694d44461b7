package io.asktrail.composer.chart;

import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.id.MetricId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Parts that add up: members along the axis, and in each the members of the other dimension end to end. */
final class Stacked {
    private Stacked() {}

    /** Whether parts laid end to end come to something: they add up, and none is below zero. */
    static boolean fits(Shown shown, MetricId metric) {
        return shown.isAdditive(metric)
                && shown.task().orderBy().isEmpty()
                && ChartWriter.rows(shown).stream()
                        .map(row -> shown.number(row, metric.value()))
                        .noneMatch(value -> value != null && value.signum() < 0)
                && split(shown, metric.value()).size() > 1;
    }

    static Picture of(Shown shown, MetricId metric) {
        var captions = new Captions(shown);
        var column = metric.value();
        var along = along(shown);
        var cells = split(shown, column);
        var members =
                largest(cells.keySet().stream().collect(Collectors.toMap(Cell::along, cells::get, BigDecimal::add)));
        var parts = largest(cells.keySet().stream().collect(Collectors.toMap(Cell::part, cells::get, BigDecimal::add)));
        var drawnMembers = kept(members, Picture.MOST_PLACES);
        var drawnParts = kept(parts, Picture.MOST_SERIES);
        var sums = new LinkedHashMap<Cell, BigDecimal>();
        cells.forEach((cell, value) -> sums.merge(
                new Cell(
                        drawnMembers.contains(cell.along()) ? cell.along() : captions.others(),
                        drawnParts.contains(cell.part()) ? cell.part() : captions.others()),
                value,
                BigDecimal::add));
        var marks = named(drawnMembers, members, captions).stream()
                .flatMap(member -> named(drawnParts, parts, captions).stream().map(part -> new Cell(member, part)))
                .filter(sums::containsKey)
                .map(cell ->
                        Mark.of(cell.along(), cell.part(), sums.get(cell), captions.written(sums.get(cell), column)))
                .toList();
        return new Picture(
                Shape.STACKED,
                captions.title(List.of(column)),
                captions.subtitle(List.of()),
                captions.axis(List.of(column)),
                null,
                captions.dimension(along),
                named(drawnParts, parts, captions),
                marks,
                captions.language());
    }

    private record Cell(String along, String part) {}

    private static Map<Cell, BigDecimal> split(Shown shown, String column) {
        var along = along(shown);
        var part = shown.categories().getFirst().equals(along)
                ? shown.categories().getLast()
                : shown.categories().getFirst();
        var cells = new LinkedHashMap<Cell, BigDecimal>();
        ChartWriter.rows(shown).forEach(row -> {
            var value = shown.number(row, column);
            if (value != null) {
                cells.merge(new Cell(shown.valueOf(row, along), shown.valueOf(row, part)), value, BigDecimal::add);
            }
        });
        return cells;
    }

    // The dimension with more members stands along the axis, where there is room for names.
    private static String along(Shown shown) {
        return shown.categories().stream()
                .max(Comparator.comparing((String dimension) -> ChartWriter.rows(shown).stream()
                                .map(row -> shown.valueOf(row, dimension))
                                .distinct()
                                .count())
                        .thenComparing(dimension -> -shown.categories().indexOf(dimension)))
                .orElseThrow();
    }

    private static List<String> largest(Map<String, BigDecimal> sums) {
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> kept(List<String> names, int most) {
        return names.size() <= most ? names : names.subList(0, most - 1);
    }

    private static List<String> named(List<String> drawn, List<String> all, Captions captions) {
        return Objects.equals(drawn.size(), all.size())
                ? drawn
                : java.util.stream.Stream.concat(drawn.stream(), java.util.stream.Stream.of(captions.others()))
                        .toList();
    }
}
