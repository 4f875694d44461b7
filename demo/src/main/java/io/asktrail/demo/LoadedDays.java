package io.asktrail.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The marks that say which days a database holds whole, by table. */
record LoadedDays(String schema, Set<Mark> marks) {
    LoadedDays {
        marks = Set.copyOf(marks);
    }

    record Mark(String table, LocalDate day) {}

    static LoadedDays in(Connection connection, String schema) throws SQLException {
        var marks = new HashSet<Mark>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT table_name, day FROM " + schema + ".loaded_days")) {
            while (rows.next()) {
                marks.add(new Mark(rows.getString(1), rows.getObject(2, LocalDate.class)));
            }
        }
        return new LoadedDays(schema, marks);
    }

    Optional<LocalDate> last() {
        return marks.stream().map(Mark::day).max(Comparator.naturalOrder());
    }

    /** The days from {@code first} to {@code last} that some table lacks, oldest first. */
    List<MissingDay> missing(List<FactTable> tables, LocalDate first, LocalDate last) {
        var lacking = new TreeMap<LocalDate, Set<String>>();
        for (var table : tables) {
            table.firstDay(first, last)
                    .datesUntil(last.isBefore(first) ? table.firstDay(first, last) : last.plusDays(1))
                    .filter(day -> !marks.contains(new Mark(table.name(), day)))
                    .forEach(day ->
                            lacking.computeIfAbsent(day, _ -> new TreeSet<>()).add(table.name()));
        }
        return lacking.entrySet().stream()
                .map(entry -> new MissingDay(entry.getKey(), entry.getValue()))
                .toList();
    }

    static void mark(Connection connection, String schema, List<MissingDay> days) throws SQLException {
        var sql = "INSERT INTO " + schema + ".loaded_days (table_name, day) VALUES (?, ?)";
        try (var marks = Batch.of(connection, sql)) {
            for (var missing : days) {
                for (var table : missing.tables()) {
                    marks.add(table, missing.day());
                }
            }
            marks.run();
        }
    }

    /** Deletes the days that a table need not keep, with their marks; says how many rows it were. */
    static long prune(Connection connection, String schema, FactTable table, LocalDate firstKept) throws SQLException {
        var rows = "DELETE FROM %s.%s WHERE date < ?".formatted(schema, table.name());
        var marks = "DELETE FROM %s.loaded_days WHERE table_name = '%s' AND day < ?".formatted(schema, table.name());
        try (var deleteMarks = connection.prepareStatement(marks);
                var deleteRows = connection.prepareStatement(rows)) {
            deleteMarks.setObject(1, firstKept);
            if (deleteMarks.executeUpdate() == 0) {
                return 0;
            }
            deleteRows.setObject(1, firstKept);
            return deleteRows.executeUpdate();
        }
    }
}
