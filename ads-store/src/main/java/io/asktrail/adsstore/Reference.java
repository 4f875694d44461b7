package io.asktrail.adsstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** What the reports refer to: accounts and campaigns. */
final class Reference {
    private Reference() {}

    static void save(Connection connection, StoredProfile profile) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO ads.profiles (profile_id, country_code, currency, time_zone, account_name)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (profile_id) DO UPDATE
                SET country_code = excluded.country_code, currency = excluded.currency,
                    time_zone = excluded.time_zone, account_name = excluded.account_name
                """)) {
            statement.setLong(1, profile.id());
            statement.setString(2, profile.countryCode());
            statement.setString(3, profile.currency());
            statement.setString(4, profile.zone().getId());
            statement.setString(5, profile.accountName());
            statement.executeUpdate();
        }
    }

    static void save(Connection connection, long profileId, Collection<StoredCampaign> campaigns) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO ads.campaigns
                    (campaign_id, profile_id, campaign_name, channel, campaign_status, geo, daily_budget, start_date)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (campaign_id) DO UPDATE
                SET profile_id = excluded.profile_id, campaign_name = excluded.campaign_name,
                    channel = excluded.channel, campaign_status = excluded.campaign_status, geo = excluded.geo,
                    daily_budget = excluded.daily_budget, start_date = excluded.start_date
                """)) {
            for (var campaign : campaigns) {
                statement.setLong(1, campaign.id());
                statement.setLong(2, profileId);
                statement.setString(3, campaign.name());
                statement.setString(4, campaign.channel().name());
                statement.setString(5, campaign.status().text());
                statement.setString(6, campaign.geo());
                statement.setBigDecimal(7, campaign.dailyBudget());
                statement.setObject(8, campaign.startDate());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        Adoption.run(connection, profileId);
    }

    /** A product is known by its SKU until somebody names it; and a campaign's products share its Brands' numbers. */
    static void nameProducts(Connection connection, ReportSlice slice) throws SQLException {
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
