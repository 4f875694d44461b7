package io.asktrail.ads.sync;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import tools.jackson.databind.json.JsonMapper;

/** {@code asktrail ads status}: how far the sync is, as text or JSON. */
public final class AdsStatusCommand {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private AdsStatusCommand() {}

    /**
     * Returns when no run is under way or awaited: with everything there, or with something that is tried again later.
     *
     * @param connection to the ads store, as a role that may read it, not within a transaction
     * @return false if the time was up before
     */
    public static boolean await(Connection connection, Duration atMost) throws SQLException, InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        while (new SyncStatusReader(connection).read().lastFinished() == null) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }

    /**
     * @param connection to the ads store, as a role that may read it
     * @param json whether a program reads it
     * @return whether all that was to be fetched is there
     * @throws SQLException if the store is away or was never made
     */
    public static boolean print(Connection connection, boolean json, PrintStream out) throws SQLException {
        var status = new SyncStatusReader(connection).read();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(status));
        } else {
            new SyncStatusText(ZoneId.systemDefault()).lines(status).forEach(out::println);
        }
        return status.isComplete();
    }
}
