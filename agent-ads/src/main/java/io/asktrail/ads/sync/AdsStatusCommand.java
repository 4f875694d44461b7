package io.asktrail.ads.sync;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import tools.jackson.databind.json.JsonMapper;

/** {@code asktrail ads status}: how far the sync is, as text or JSON. */
public final class AdsStatusCommand {
    private AdsStatusCommand() {}

    /**
     * @param connection to the ads store, as a role that may read it
     * @param json whether a program reads it
     * @throws SQLException if the store is away or was never made
     */
    public static void print(Connection connection, boolean json, PrintStream out) throws SQLException {
        var status = new SyncStatusReader(connection).read();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(status));
        } else {
            new SyncStatusText(ZoneId.systemDefault()).lines(status).forEach(out::println);
        }
    }
}
