package io.asktrail.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** One of the two databases: its schema, what of it grows by the day, and what is written into them. */
interface Side {

    String schema();

    /** Makes the schema where it is missing; part of the caller's transaction. */
    void define(Connection connection) throws SQLException;

    /** What grows by the day. */
    List<Series> series();

    /** The tables that the series are in. */
    List<String> tables();

    DayMarks marks();

    /** Products and campaigns, with the status that campaigns have on that day. May run again. */
    void writeReference(Connection connection, LocalDate asOf) throws SQLException;

    /** Copies the rows of these days for the series that miss them and says how many it were. */
    long writeDays(Connection connection, List<MissingDay> days) throws SQLException, IOException;
}
