package io.asktrail.querying.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How the statements of one transaction are sent and their rows read. Whoever lends the connection ends the transaction. */
sealed interface Conversation permits AtOnce, Stepwise {
    void hold(Connection jdbc, List<Ask> asks, RunningQuery running) throws SQLException;
}
