package io.asktrail.ads.amazon;

import io.asktrail.ads.amazon.AmazonException.Trouble;
import io.asktrail.ads.amazon.AmazonHttp.Call;
import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.StoredCampaign;
import io.asktrail.adsstore.StoredCampaign.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists of campaigns, page by page; each ad product has an interface of its own age. */
final class CampaignPages {
    private static final String SP_TYPE = "application/vnd.spCampaign.v3+json";
    private static final String SB_TYPE = "application/vnd.sbcampaignresource.v4+json";
    private static final int AT_ONCE = 100;
    /** An account has at most some ten thousand campaigns: who gives more pages than that gives them for ever. */
    private static final int MOST_PAGES = 2_000;

    private final AmazonHttp http;

    CampaignPages(AmazonHttp http) {
        this.http = http;
    }

    List<StoredCampaign> all(AdsProfile profile, AdChannel channel) {
        return switch (channel) {
            case SP -> byToken(profile, channel, "/sp/campaigns/list", SP_TYPE);
            case SB -> byToken(profile, channel, "/sb/v4/campaigns/list", SB_TYPE);
            case SD -> byPosition(profile);
        };
    }

    private List<StoredCampaign> byToken(AdsProfile profile, AdChannel channel, String path, String type) {
        var found = new ArrayList<StoredCampaign>();
        @Nullable String next = null;
        for (var page = 0; page < MOST_PAGES; page++) {
            var body = JsonMapper.shared().createObjectNode().put("maxResults", AT_ONCE);
            if (next != null) {
                body.put("nextToken", next);
            }
            var call = new Call(what(channel), HttpMethod.POST, path, profile.id(), type, type, body.toString());
            next = http.json(call, reply -> {
                reply.path("campaigns").forEach(campaign -> found.add(read(campaign, channel)));
                return reply.path("nextToken").asString("");
            });
            if (next.isEmpty()) {
                return found;
            }
        }
        throw endless(channel);
    }

    private List<StoredCampaign> byPosition(AdsProfile profile) {
        var found = new ArrayList<StoredCampaign>();
        for (var page = 0; page < MOST_PAGES; page++) {
            var path = "/sd/campaigns?startIndex=%d&count=%d".formatted(found.size(), AT_ONCE);
            var call = new Call(
                    what(AdChannel.SD),
                    HttpMethod.GET,
                    path,
                    profile.id(),
                    MediaType.APPLICATION_JSON_VALUE,
                    null,
                    null);
            var had = found.size();
            http.json(call, reply -> {
                reply.forEach(campaign -> found.add(read(campaign, AdChannel.SD)));
                return found;
            });
            if (found.size() == had) {
                return found;
            }
        }
        throw endless(AdChannel.SD);
    }

    private static StoredCampaign read(JsonNode campaign, AdChannel channel) {
        return new StoredCampaign(
                campaign.path("campaignId").asLong(),
                campaign.path("name").asString(),
                channel,
                status(campaign.path("state").asString("")),
                null,
                budget(campaign.path("budget")),
                day(campaign.path("startDate")));
    }

    /** States that are on their way in count as what they become; those that ended as archived. */
    private static Status status(String state) {
        return switch (state.toUpperCase(Locale.ROOT)) {
            case "ENABLED", "ENABLING" -> Status.ENABLED;
            case "PAUSED", "PROPOSED" -> Status.PAUSED;
            default -> Status.ARCHIVED;
        };
    }

    /** A number, or an object around one. */
    private static @Nullable BigDecimal budget(JsonNode budget) {
        var amount = budget.isObject() ? budget.path("budget") : budget;
        return amount.isNumber() ? amount.decimalValue() : null;
    }

    private static @Nullable LocalDate day(JsonNode day) {
        var text = day.asString("");
        if (text.isEmpty()) {
            return null;
        }
        return text.contains("-") ? LocalDate.parse(text) : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String what(AdChannel channel) {
        return "the list of %s campaigns".formatted(channel);
    }

    private static AmazonException endless(AdChannel channel) {
        return new AmazonException(Trouble.REJECTED, "Amazon gives %s without an end.".formatted(what(channel)));
    }
}
