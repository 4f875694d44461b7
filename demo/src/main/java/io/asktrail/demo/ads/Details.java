package io.asktrail.demo.ads;

import io.asktrail.demo.world.Campaign;
import io.asktrail.demo.world.Channel;
import io.asktrail.demo.world.Dice;
import io.asktrail.demo.world.Product;
import io.asktrail.demo.world.Stream;
import io.asktrail.demo.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes a campaign's day apart as the reports do. A report that does not cover the channel is empty; a part without
 * impressions is left out, as Amazon does; what is there sums exactly to the campaign's day.
 */
public final class Details {
    private static final List<String> PLACEMENTS =
            List.of("Top of Search", "Detail Page", "Rest of Search", "Off Amazon");
    private static final long[] PLACEMENT_INTEREST = {38, 30, 27, 5};
    private static final long[] SAME_PRICE = {1, 1, 1, 1};

    private final World world;
    private final Map<Long, List<Target>> targets;

    public Details(World world) {
        this.world = world;
        this.targets = world.campaigns().stream()
                .collect(Collectors.toUnmodifiableMap(Campaign::id, campaign -> Targets.of(campaign, world.seed())));
    }

    /** By product, for Sponsored Products and Display: Amazon has no such report for Sponsored Brands. */
    public List<Detail.OfProduct> byProduct(CampaignDay day) {
        if (day.campaign().channel() == Channel.SB) {
            return List.of();
        }
        var products = day.campaign().products();
        var parts = new Breakdown(day.total(), dice(day, 1))
                .over(
                        products.stream().mapToLong(Details::interest).toArray(),
                        products.stream().mapToLong(Product::listPricePaise).toArray());
        return rows(parts, part -> new Detail.OfProduct(products.get(part).sku(), parts[part]));
    }

    /** By keyword, for Sponsored Products and Brands. */
    public List<Detail.OfTarget> byTarget(CampaignDay day) {
        var bids = targets(day.campaign());
        if (bids.isEmpty()) {
            return List.of();
        }
        var parts = new Breakdown(day.total(), dice(day, 2))
                .over(bids.stream().mapToLong(Target::interest).toArray(), same(bids.size()));
        return rows(parts, part -> ofTarget(bids.get(part), parts[part]));
    }

    /** By search term, for Sponsored Products; each keyword's terms sum to the keyword as well. */
    public List<Detail.OfSearchTerm> bySearchTerm(CampaignDay day) {
        if (day.campaign().channel() != Channel.SP) {
            return List.of();
        }
        return bySearchTerm(day, byTarget(day));
    }

    private List<Detail.OfSearchTerm> bySearchTerm(CampaignDay day, List<Detail.OfTarget> keywords) {
        var bids = targets(day.campaign());
        var rows = new ArrayList<Detail.OfSearchTerm>();
        for (var keyword : keywords) {
            int number = number(bids, keyword);
            rows.addAll(searched(keyword, bids.get(number).searchTerms(), dice(day, 100 + number)));
        }
        return rows;
    }

    /** By placement, for Sponsored Products. */
    public List<Detail.OfPlacement> byPlacement(CampaignDay day) {
        if (day.campaign().channel() != Channel.SP) {
            return List.of();
        }
        var parts = new Breakdown(day.total(), dice(day, 3)).over(PLACEMENT_INTEREST, SAME_PRICE);
        return rows(parts, part -> new Detail.OfPlacement(PLACEMENTS.get(part), parts[part]));
    }

    private static List<Detail.OfSearchTerm> searched(Detail.OfTarget keyword, List<String> terms, Dice dice) {
        long[] interest = new long[terms.size()];
        for (int i = 0; i < interest.length; i++) {
            interest[i] = 100 / (i + 1);
        }
        var parts = new Breakdown(keyword.measures(), dice).over(interest, same(interest.length));
        return rows(parts, part -> new Detail.OfSearchTerm(keyword, terms.get(part), parts[part]));
    }

    private static Detail.OfTarget ofTarget(Target bid, Measures part) {
        return new Detail.OfTarget(bid.adGroup(), bid.keyword(), bid.matchType(), part);
    }

    private static int number(List<Target> bids, Detail.OfTarget row) {
        for (int i = 0; i < bids.size(); i++) {
            if (bids.get(i).keyword().equals(row.keyword())
                    && bids.get(i).matchType().equals(row.matchType())) {
                return i;
            }
        }
        throw new IllegalStateException("no target bids on " + row.keyword());
    }

    private static <D extends Detail> List<D> rows(Measures[] parts, Function<Integer, D> row) {
        var rows = new ArrayList<D>(parts.length);
        for (int part = 0; part < parts.length; part++) {
            if (!parts[part].isEmpty()) {
                rows.add(row.apply(part));
            }
        }
        return rows;
    }

    private List<Target> targets(Campaign campaign) {
        return Objects.requireNonNull(targets.get(campaign.id()));
    }

    /** Dice of its own for each report, so that a day's rows do not depend on which reports are made. */
    private Dice dice(CampaignDay day, long report) {
        return Stream.CAMPAIGN_DAY.dice(
                world.seed(), day.day().toEpochDay(), day.campaign().id(), report);
    }

    private static long interest(Product product) {
        return Math.round(product.popularity() * 100);
    }

    private static long[] same(int count) {
        long[] same = new long[count];
        Arrays.fill(same, 1);
        return same;
    }
}
