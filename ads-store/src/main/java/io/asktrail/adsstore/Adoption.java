package io.asktrail.adsstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins what exports only named with what Amazon's lists then name with an id: the history stays one campaign's. A
 * campaign is adopted by the only one of its profile and channel with its name; an account of exports by the first
 * profile of its currency that has a campaign of the same channel and name.
 */
final class Adoption {
    private static final String SAME_NAME = "regexp_replace(normalize(%s.campaign_name), '[[:space:]]+', ' ', 'g')";

    private final Connection connection;
    private final long profileId;

    private Adoption(Connection connection, long profileId) {
        this.connection = connection;
        this.profileId = profileId;
    }

    static void run(Connection connection, long profileId) throws SQLException {
        var adoption = new Adoption(connection, profileId);
        if (!ExportedIds.isExported(profileId) && adoption.isNeeded()) {
            for (var account : adoption.accounts()) {
                adoption.takeAccount(account);
            }
            adoption.takeCampaigns();
        }
    }

    private boolean isNeeded() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT EXISTS (SELECT FROM ads.campaigns WHERE campaign_id < 0)")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private List<Long> accounts() throws SQLException {
        var sql = """
                SELECT DISTINCT exported.profile_id
                FROM ads.campaigns AS exported
                JOIN ads.profiles AS account ON account.profile_id = exported.profile_id
                JOIN ads.profiles AS own ON own.profile_id = ? AND own.currency = account.currency
                JOIN ads.campaigns AS listed ON listed.profile_id = own.profile_id
                    AND listed.channel = exported.channel AND %s = %s
                WHERE exported.profile_id < 0
                """.formatted(SAME_NAME.formatted("listed"), SAME_NAME.formatted("exported"));
        var found = new ArrayList<Long>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, profileId);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found;
    }

    // What the profile has of its own stays: the same day is never counted twice.
    private void takeAccount(long account) throws SQLException {
        for (var report : AdsReport.values()) {
            run("""
                    DELETE FROM %s WHERE profile_id = ? AND channel = ?
                    AND date IN (SELECT day FROM ads.report_days WHERE profile_id = ? AND report = ?)
                    """.formatted(report.table().qualified()), account, report.channel(), profileId, report);
        }
        run("""
                DELETE FROM ads.report_days AS theirs USING ads.report_days AS own
                WHERE theirs.profile_id = ? AND own.profile_id = ? AND own.report = theirs.report AND own.day = theirs.day
                """, account, profileId);
        run("""
                DELETE FROM ads.loaded_files AS theirs USING ads.loaded_files AS own
                WHERE theirs.profile_id = ? AND own.profile_id = ? AND own.content_hash = theirs.content_hash
                """, account, profileId);
        for (var table : AdsTable.values()) {
            run("UPDATE %s SET profile_id = ? WHERE profile_id = ?".formatted(table.qualified()), profileId, account);
        }
        for (var table : List.of("campaigns", "report_days", "restatements", "loaded_files")) {
            run("UPDATE ads.%s SET profile_id = ? WHERE profile_id = ?".formatted(table), profileId, account);
        }
        run("DELETE FROM ads.profiles WHERE profile_id = ?", account);
    }

    private void takeCampaigns() throws SQLException {
        run("""
                CREATE TEMPORARY TABLE adopted ON COMMIT DROP AS
                SELECT exported.campaign_id AS was, min(listed.campaign_id) AS is_now
                FROM ads.campaigns AS exported
                JOIN ads.campaigns AS listed ON listed.profile_id = exported.profile_id
                    AND listed.channel = exported.channel AND listed.campaign_id > 0 AND %s = %s
                WHERE exported.campaign_id < 0 AND exported.profile_id = ?
                GROUP BY exported.campaign_id HAVING count(*) = 1
                """.formatted(SAME_NAME.formatted("listed"), SAME_NAME.formatted("exported")), profileId);
        for (var table : AdsTable.values()) {
            run("UPDATE %s SET campaign_id = is_now FROM adopted WHERE campaign_id = was".formatted(table.qualified()));
        }
        run("""
                INSERT INTO ads.campaign_products SELECT is_now, sku FROM ads.campaign_products
                JOIN adopted ON campaign_id = was ON CONFLICT DO NOTHING
                """);
        run("DELETE FROM ads.campaign_products USING adopted WHERE campaign_id = was");
        run("DELETE FROM ads.campaigns USING adopted WHERE campaign_id = was");
        run("DROP TABLE adopted");
    }

    private void run(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                set(statement, i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, int place, Object value) throws SQLException {
        switch (value) {
            case AdsReport report -> statement.setString(place, report.id());
            case AdChannel channel -> statement.setString(place, channel.name());
            default -> statement.setObject(place, value);
        }
    }
}
