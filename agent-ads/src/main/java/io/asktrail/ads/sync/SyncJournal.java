package io.asktrail.ads.sync;

import io.asktrail.adsstore.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;

/** How the sync went, for whoever asks: {@code asktrail ads status}. */
final class SyncJournal {
    /** The part of all accounts: what the login may read. */
    static final long LOGIN = 0;

    static final String PROFILES = "profiles";

    private final ConnectionSource source;
    private final Clock clock;

    SyncJournal(ConnectionSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    void begun() throws SQLException {
        run("""
                INSERT INTO ads.sync_run (started_at) VALUES (?)
                ON CONFLICT (only_row) DO UPDATE
                SET started_at = excluded.started_at, finished_at = NULL, next_at = NULL
                """);
    }

    void ended(Instant next) throws SQLException {
        try (var connection = source.open();
                var update = connection.prepareStatement("UPDATE ads.sync_run SET finished_at = ?, next_at = ?")) {
            update.setTimestamp(1, now());
            update.setTimestamp(2, Timestamp.from(next));
            update.executeUpdate();
        }
    }

    void done(long profileId, String part) throws SQLException {
        try (var connection = source.open()) {
            done(connection, profileId, part, clock.instant());
        }
    }

    /** As part of a transaction of the caller's. */
    static void done(Connection connection, long profileId, String part, Instant now) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO ads.sync_parts (profile_id, part, tried_at, done_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (profile_id, part) DO UPDATE
                SET tried_at = excluded.tried_at, done_at = excluded.done_at, error = NULL
                """)) {
            insert.setLong(1, profileId);
            insert.setString(2, part);
            insert.setTimestamp(3, Timestamp.from(now));
            insert.setTimestamp(4, Timestamp.from(now));
            insert.executeUpdate();
        }
    }

    void failed(long profileId, String part, String sentence) throws SQLException {
        try (var connection = source.open();
                var insert = connection.prepareStatement("""
                        INSERT INTO ads.sync_parts (profile_id, part, tried_at, error) VALUES (?, ?, ?, ?)
                        ON CONFLICT (profile_id, part) DO UPDATE
                        SET tried_at = excluded.tried_at, error = excluded.error
                        """)) {
            insert.setLong(1, profileId);
            insert.setString(2, part);
            insert.setTimestamp(3, now());
            insert.setString(4, sentence);
            insert.executeUpdate();
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = source.open();
                var statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, now());
            statement.executeUpdate();
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
