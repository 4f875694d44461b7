package io.asktrail.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A day that some series of a database do not have yet. */
record MissingDay(LocalDate day, Set<String> series) {
    MissingDay {
        series = Set.copyOf(series);
    }

    /** The days from {@code first} to {@code last} that some series lacks, oldest first. */
    static List<MissingDay> of(List<Series> all, Set<DayMarks.Mark> marks, LocalDate first, LocalDate last) {
        var lacking = new TreeMap<LocalDate, Set<String>>();
        for (var series : all) {
            var from = series.firstDay(first, last);
            var until = series.lastDay(last);
            if (!until.isBefore(from)) {
                from.datesUntil(until.plusDays(1))
                        .filter(day -> !marks.contains(new DayMarks.Mark(series.name(), day)))
                        .forEach(day -> lacking.computeIfAbsent(day, _ -> new TreeSet<>())
                                .add(series.name()));
            }
        }
        var missing = new ArrayList<MissingDay>();
        lacking.forEach((day, names) -> missing.add(new MissingDay(day, new HashSet<>(names))));
        return missing;
    }
}
