package io.asktrail.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** One of the two databases: its schema, its tables that grow by the day, and what is written into them. */
interface Side {

    String schema();

    List<FactTable> factTables();

    /** Products and campaigns, with the status that campaigns have on that day. May run again. */
    void writeReference(Connection connection, LocalDate asOf) throws SQLException;

    /** Copies the rows of these days into the tables that miss them and says how many it were. */
    long writeDays(Connection connection, List<MissingDay> days) throws SQLException, IOException;
}
