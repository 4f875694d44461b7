package io.asktrail.ads.sync;

import io.asktrail.ads.amazon.AdsProfile;
import io.asktrail.ads.amazon.AmazonAds;
import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdsStore;
import io.asktrail.adsstore.ConnectionSource;
import io.asktrail.adsstore.StoredCampaign;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Brings an account's campaigns up to date. */
final class CampaignLists {
    private final AmazonAds amazon;
    private final ConnectionSource source;
    private final Supplier<GeoFromNames> geo;

    /** @param geo asked for each list, as the registry may change */
    CampaignLists(AmazonAds amazon, ConnectionSource source, Supplier<GeoFromNames> geo) {
        this.amazon = amazon;
        this.source = source;
        this.geo = geo;
    }

    void refresh(AdsProfile profile, AdChannel channel) throws SQLException {
        var listed = amazon.campaigns(profile, channel);
        var rule = geo.get();
        try (var connection = source.open()) {
            connection.setAutoCommit(false);
            var known = known(connection, profile.id());
            AdsStore.save(
                    connection,
                    profile.id(),
                    listed.stream()
                            .map(campaign -> placed(campaign, rule, known.get(campaign.id())))
                            .toList());
            connection.commit();
        }
    }

    // Who may see a campaign's numbers hangs on its state. One that is known stays until the name tells another: a
    // campaign
    // that is renamed to no state must not be shown to more people, nor hidden from those who asked about it yesterday.
    private static StoredCampaign placed(StoredCampaign campaign, GeoFromNames rule, @Nullable String known) {
        @Nullable String state = rule.of(campaign.name()).orElse(known);
        return new StoredCampaign(
                campaign.id(),
                campaign.name(),
                campaign.channel(),
                campaign.status(),
                state,
                campaign.dailyBudget(),
                campaign.startDate());
    }

    private static Map<Long, String> known(Connection connection, long profileId) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT campaign_id, geo FROM ads.campaigns WHERE profile_id = ? AND geo IS NOT NULL")) {
            query.setLong(1, profileId);
            try (var rows = query.executeQuery()) {
                var known = new HashMap<Long, String>();
                while (rows.next()) {
                    known.put(rows.getLong(1), rows.getString(2));
                }
                return known;
            }
        }
    }
}
