package io.asktrail.ads.exports;

import io.asktrail.adsstore.ReportSlice;
import java.sql.Connection;
import java.sql.SQLException;

/** The store's account of exports, within one transaction. */
final class LoadedFiles {
    private final Connection connection;

    LoadedFiles(Connection connection) {
        this.connection = connection;
    }

    boolean has(long profileId, String contentHash) throws SQLException {
        try (var query =
                connection.prepareStatement("SELECT FROM ads.loaded_files WHERE profile_id = ? AND content_hash = ?")) {
            query.setLong(1, profileId);
            query.setString(2, contentHash);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    void remember(ExportFile file, ReportSlice slice, long rows) throws SQLException {
        try (var insert =
                connection.prepareStatement("INSERT INTO ads.loaded_files VALUES (?, ?, ?, ?, ?, ?, ?, now())")) {
            insert.setLong(1, slice.profileId());
            insert.setString(2, file.contentHash());
            insert.setString(3, slice.report().id());
            insert.setString(4, file.name());
            insert.setObject(5, slice.first());
            insert.setObject(6, slice.last());
            insert.setLong(7, rows);
            insert.executeUpdate();
        }
    }
}
