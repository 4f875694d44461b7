package io.asktrail.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The marks that say which days a database holds whole. */
interface DayMarks {
    record Mark(String series, LocalDate day) {}

    Set<Mark> in(Connection connection) throws SQLException;

    void add(Connection connection, List<MissingDay> days) throws SQLException;

    /** Deletes the days that a series need not keep, with their marks; says how many rows it were. */
    long prune(Connection connection, Series series, LocalDate firstKept) throws SQLException;
}
