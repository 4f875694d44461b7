package io.asktrail.demo;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** Which demo a database holds, written before its first day: what a start that was cut off goes on with. */
record Origin(long seed, BigDecimal scale, LocalDate firstDay) {
    private static final int MONTHS = 24;

    static Origin starting(DemoSettings settings) {
        return new Origin(
                settings.seed(),
                BigDecimal.valueOf(settings.scale()),
                settings.until().plusDays(1).minusMonths(MONTHS));
    }

    static Optional<Origin> in(Connection connection, String schema) throws SQLException {
        var sql = "SELECT seed, scale, first_day FROM " + schema + ".demo_origin";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next()
                    ? Optional.of(
                            new Origin(rows.getLong(1), rows.getBigDecimal(2), rows.getObject(3, LocalDate.class)))
                    : Optional.empty();
        }
    }

    void writeTo(Connection connection, String schema) throws SQLException {
        var sql = "INSERT INTO " + schema + ".demo_origin (seed, scale, first_day) VALUES (?, ?, ?)";
        try (var origin = Batch.of(connection, sql)) {
            origin.add(seed, scale, firstDay);
            origin.run();
        }
    }

    /** Days of two seeds or scales must not stand side by side: customers and campaigns would not be the same. */
    void mustFit(DemoSettings settings) {
        if (seed != settings.seed() || scale.doubleValue() != settings.scale()) {
            throw new DemoDataException(
                    "The databases hold demo data of seed %d and scale %s, but seed %d and scale %s are asked for. Use the first ones, or start with empty databases."
                            .formatted(
                                    seed,
                                    scale.toPlainString(),
                                    settings.seed(),
                                    BigDecimal.valueOf(settings.scale()).toPlainString()));
        }
    }
}
