package io.asktrail.evals;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL itself says to a case's SQL, read past everything of ours but the server's address. */
final class IndependentFigures {
    private final Path home;

    IndependentFigures(Path home) {
        this.home = home;
    }

    /** Rows of texts and decimals as the case's columns stand. */
    List<List<@Nullable Object>> of(GoldenCase golden) throws SQLException {
        var rows = query(golden.parts().getFirst());
        for (var part : golden.parts().subList(1, golden.parts().size())) {
            complete(rows, golden.keys(), part);
        }
        return rows;
    }

    private void complete(List<List<@Nullable Object>> rows, int keys, GoldenCase.Part part) throws SQLException {
        Map<List<@Nullable Object>, List<@Nullable Object>> byKey = new HashMap<>();
        for (var row : query(part)) {
            byKey.put(row.subList(0, keys), row.subList(keys, row.size()));
        }
        for (var row : rows) {
            var found = byKey.get(row.subList(0, keys));
            if (found != null) {
                row.addAll(found);
            } else {
                row.add(part.absent() == null ? null : new java.math.BigDecimal(part.absent()));
            }
        }
    }

    private List<List<@Nullable Object>> query(GoldenCase.Part part) throws SQLException {
        return query(part.database(), part.sql());
    }

    /** Changes the data, as a loader does. */
    void change(String database, String sql) throws SQLException {
        try (var connection = new HomeDatabase(home, database).open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Rows of texts and decimals. */
    List<List<@Nullable Object>> query(String database, String sql) throws SQLException {
        try (var connection = new HomeDatabase(home, database).open();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<@Nullable Object>>();
            while (found.next()) {
                rows.add(row(found));
            }
            return rows;
        }
    }

    private static List<@Nullable Object> row(ResultSet found) throws SQLException {
        var row = new ArrayList<@Nullable Object>();
        for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.add(
                    switch (found.getObject(i)) {
                        case null -> null;
                        case Number _ -> found.getBigDecimal(i);
                        case Object other -> other.toString();
                    });
        }
        return row;
    }
}
