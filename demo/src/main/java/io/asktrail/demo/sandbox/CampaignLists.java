package io.asktrail.demo.sandbox;

import io.asktrail.demo.sandbox.http.ApiException;
import io.asktrail.demo.sandbox.http.Call;
import io.asktrail.demo.sandbox.http.Reply;
import io.asktrail.demo.world.Campaign;
import io.asktrail.demo.world.Channel;
import io.asktrail.demo.world.World;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The campaigns of each ad product, as each of the three interfaces tells them. */
final class CampaignLists {
    private static final String SP = "application/vnd.spCampaign.v3+json";
    private static final String SB = "application/vnd.sbcampaignresource.v4+json";

    private final World world;
    private final Supplier<LocalDate> today;
    private final int longestPage;

    CampaignLists(World world, Supplier<LocalDate> today, int longestPage) {
        this.world = world;
        this.today = today;
        this.longestPage = longestPage;
    }

    Reply sponsoredProducts(Call call) {
        call.mustBe(SP, SP);
        return Reply.json(SP, page(call, Channel.SP, CampaignJson.OfProducts::of));
    }

    Reply sponsoredBrands(Call call) {
        call.mustBe(SB, SB);
        return Reply.json(SB, page(call, Channel.SB, CampaignJson.OfBrands::of));
    }

    /** Pages by position, states in small letters, and a bare list. */
    Reply sponsoredDisplay(Call call) {
        int from = whole(call, "startIndex", 0);
        int count = Math.min(longestPage, whole(call, "count", longestPage));
        var states = call.queryList("stateFilter").stream()
                .map(state -> state.toUpperCase(Locale.ROOT))
                .toList();
        var found = of(Channel.SD)
                .filter(campaign -> states.isEmpty() || states.contains(state(campaign)))
                .skip(from)
                .limit(count)
                .map(campaign -> CampaignJson.OfDisplay.of(campaign, state(campaign)))
                .toList();
        return Reply.json(Reply.JSON, found);
    }

    private CampaignPage page(Call call, Channel channel, BiFunction<Campaign, String, CampaignJson> shape) {
        var wanted = ListRequest.in(call);
        var found = of(channel)
                .filter(campaign -> wanted.keeps(campaign, state(campaign)))
                .toList();
        int from = wanted.from();
        int to = Math.min(found.size(), from + wanted.count(longestPage));
        var shown = found.subList(Math.min(from, to), to).stream()
                .map(campaign -> shape.apply(campaign, state(campaign)))
                .toList();
        return new CampaignPage(shown, to < found.size() ? ListRequest.token(to) : null, found.size());
    }

    private Stream<Campaign> of(Channel channel) {
        return world.campaigns().stream().filter(campaign -> campaign.channel() == channel);
    }

    /** As of the last day that is reported. */
    private String state(Campaign campaign) {
        return campaign.flight().status(today.get().minusDays(1)).toUpperCase(Locale.ROOT);
    }

    private static int whole(Call call, String name, int otherwise) {
        var text = call.query(name).orElse(Integer.toString(otherwise));
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new ApiException(400, "INVALID_ARGUMENT", name + " must be a whole number, not " + text);
        }
    }
}
