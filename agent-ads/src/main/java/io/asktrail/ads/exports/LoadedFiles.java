package io.asktrail.ads.exports;

import io.asktrail.adsstore.AdsTable;
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

    /** A product is known by its SKU until somebody names it; and a campaign's products share its Brands' numbers. */
    void nameProducts(ReportSlice slice) throws SQLException {
        if (slice.report().table() != AdsTable.PRODUCT_DAILY) {
            return;
        }
        var rows = "FROM ads.product_daily WHERE profile_id = ? AND channel = ? AND date BETWEEN ? AND ?"
                + " ON CONFLICT DO NOTHING";
        for (var sql : new String[] {
            "INSERT INTO ads.products (sku, product_name) SELECT DISTINCT sku, sku " + rows,
            "INSERT INTO ads.campaign_products SELECT DISTINCT campaign_id, sku " + rows
        }) {
            try (var insert = connection.prepareStatement(sql)) {
                insert.setLong(1, slice.profileId());
                insert.setString(2, slice.report().channel().name());
                insert.setObject(3, slice.first());
                insert.setObject(4, slice.last());
                insert.executeUpdate();
            }
        }
    }
}
