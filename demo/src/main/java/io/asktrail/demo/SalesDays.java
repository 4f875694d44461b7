package io.asktrail.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The days of orders, by table. All are kept. */
final class SalesDays implements DayMarks {
    @Override
    public Set<Mark> in(Connection connection) throws SQLException {
        var marks = new HashSet<Mark>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT table_name, day FROM sales.loaded_days")) {
            while (rows.next()) {
                marks.add(new Mark(rows.getString(1), rows.getObject(2, LocalDate.class)));
            }
        }
        return marks;
    }

    @Override
    public void add(Connection connection, List<MissingDay> days) throws SQLException {
        try (var marks = Batch.of(connection, "INSERT INTO sales.loaded_days (table_name, day) VALUES (?, ?)")) {
            for (var missing : days) {
                for (var series : missing.series()) {
                    marks.add(series, missing.day());
                }
            }
            marks.run();
        }
    }

    @Override
    public long prune(Connection connection, Series series, LocalDate firstKept) {
        return 0;
    }
}
