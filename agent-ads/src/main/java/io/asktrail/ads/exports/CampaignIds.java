package io.asktrail.ads.exports;

import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdsStore;
import io.asktrail.adsstore.ExportedIds;
import io.asktrail.adsstore.StoredCampaign;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ids of an export's campaigns. By name and channel each is the store's campaign; of several with one name, the only
 * one that is not archived. A campaign that the store does not know for sure is kept under an id made from its name.
 *
 * @param byKey as {@link Survey#key} writes it
 * @param matched how many the store knew
 * @param byName how many are known by their name alone
 */
record CampaignIds(Map<String, Long> byKey, int matched, int byName) {
    CampaignIds {
        byKey = Map.copyOf(byKey);
    }

    long of(ExportRow row) {
        return Objects.requireNonNull(byKey.get(Survey.key(row.campaign())));
    }

    /** Finds them, and saves those that only the export tells of, as part of the connection's transaction. */
    static CampaignIds resolve(
            Connection connection,
            long profileId,
            AdChannel channel,
            Collection<Map.Entry<String, Survey.Campaign>> seen)
            throws SQLException {
        var stored = new Stored(connection, profileId, channel);
        var ids = new HashMap<String, Long>();
        var unsaved = new ArrayList<StoredCampaign>();
        var matched = 0;
        for (var entry : seen) {
            var campaign = entry.getValue();
            var known = campaign.id() == null ? stored.find(campaign.name()) : campaign.id();
            var id = known == null ? ExportedIds.campaign(profileId, channel, campaign.name()) : known;
            if (stored.has(id) && !ExportedIds.isExported(id)) {
                matched++;
            }
            if (!stored.has(id) || ExportedIds.isExported(id) && campaign.status() != null) {
                unsaved.add(asStored(id, channel, campaign));
            }
            ids.put(entry.getKey(), id);
        }
        AdsStore.save(connection, profileId, unsaved);
        return new CampaignIds(ids, matched, (int)
                ids.values().stream().filter(ExportedIds::isExported).count());
    }

    // Without a status it counts as enabled: it had its ads shown on the days of the export.
    private static StoredCampaign asStored(long id, AdChannel channel, Survey.Campaign campaign) {
        return new StoredCampaign(
                id,
                campaign.name(),
                channel,
                Objects.requireNonNullElse(campaign.status(), StoredCampaign.Status.ENABLED),
                null,
                campaign.budget(),
                null);
    }

    private static final class Stored {
        private final Map<String, List<Candidate>> byName = new HashMap<>();
        private final Set<Long> ids = new HashSet<>();

        private record Candidate(long id, boolean archived) {}

        Stored(Connection connection, long profileId, AdChannel channel) throws SQLException {
            try (var statement = connection.prepareStatement("""
                    SELECT campaign_id, campaign_name, campaign_status = 'archived'
                    FROM ads.campaigns WHERE profile_id = ? AND channel = ?
                    """)) {
                statement.setLong(1, profileId);
                statement.setString(2, channel.name());
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        ids.add(rows.getLong(1));
                        byName.computeIfAbsent(ExportedIds.plain(rows.getString(2)), _ -> new ArrayList<>())
                                .add(new Candidate(rows.getLong(1), rows.getBoolean(3)));
                    }
                }
            }
        }

        boolean has(long id) {
            return ids.contains(id);
        }

        @Nullable
        Long find(String name) {
            var candidates = byName.getOrDefault(name, List.of());
            if (candidates.size() == 1) {
                return candidates.getFirst().id();
            }
            var live = candidates.stream().filter(one -> !one.archived()).toList();
            return live.size() == 1 ? live.getFirst().id() : null;
        }
    }
}
