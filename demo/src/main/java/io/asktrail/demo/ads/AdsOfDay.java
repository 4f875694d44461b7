package io.asktrail.demo.ads;

import io.asktrail.demo.world.Campaign;
import io.asktrail.demo.world.Dice;
import io.asktrail.demo.world.Incident;
import io.asktrail.demo.world.Season;
import io.asktrail.demo.world.Stream;
import io.asktrail.demo.world.World;
import java.time.LocalDate;
import java.util.List;

/** Makes the campaigns' figures of a day. */
public final class AdsOfDay {
    private static final int LOWEST_CPC_PAISE = 400;
    private static final int HIGHEST_CPC_PAISE = 4_000;
    private static final double SPIKE_SALES_GAIN = 1.3;

    private final World world;

    public AdsOfDay(World world) {
        this.world = world;
    }

    /** The campaigns that ran, by id; each depends on the seed, the scale and the day alone. */
    public List<CampaignDay> on(LocalDate day) {
        return world.campaigns().stream()
                .filter(campaign -> campaign.flight().runsOn(day))
                .map(campaign -> of(campaign, day))
                .toList();
    }

    private CampaignDay of(Campaign campaign, LocalDate day) {
        var dice = Stream.CAMPAIGN_DAY.dice(world.seed(), day.toEpochDay(), campaign.id());
        double spike = world.incidents().factor(day, Incident.Kind.SPEND_SPIKE, campaign.name(), 1);
        double demand = Season.demand(day);
        long budget = Math.round(campaign.traits().dailyBudgetPaise() / 100 * spike) * 100;
        double wanted = budget * Math.min(1, dice.between(0.52, 0.84) * (0.5 + 0.5 * demand));
        int cpc = cpc(campaign, demand, spike, dice);
        long clicks = dice.roundedAround(wanted / cpc);
        long impressions = clicks == 0 ? dice.between(40, 160) : impressions(campaign, clicks, dice);
        return new CampaignDay(day, campaign, budget, sold(campaign, day, impressions, clicks, cpc, spike, dice));
    }

    private static int cpc(Campaign campaign, double demand, double spike, Dice dice) {
        double cpc = campaign.traits().cpcPaise() * dice.between(0.88, 1.12) * (0.85 + 0.15 * demand);
        double inSpike = spike > 1 ? cpc * 1.25 : cpc;
        return (int) Math.max(LOWEST_CPC_PAISE, Math.min(HIGHEST_CPC_PAISE, inSpike));
    }

    private static long impressions(Campaign campaign, long clicks, Dice dice) {
        double ctr = Math.max(0.002, Math.min(0.015, campaign.traits().ctr() * dice.between(0.85, 1.15)));
        return Math.round(clicks / ctr);
    }

    private Measures sold(
            Campaign campaign, LocalDate day, long impressions, long clicks, int cpc, double spike, Dice dice) {
        long cost = clicks * cpc;
        double usualCost = cost / spike * (spike > 1 ? SPIKE_SALES_GAIN : 1);
        double roas = campaign.traits().roas()
                * world.incidents().factor(day, Incident.Kind.CONVERSION_DROP, campaign.about(), 1);
        double price = campaign.meanPricePaise();
        long orders = Math.min(clicks, dice.roundedAround(usualCost * roas / price));
        long units = orders;
        long newToBrand = 0;
        for (long order = 0; order < orders; order++) {
            units += dice.chance(0.12) ? 1 : 0;
            newToBrand += dice.chance(campaign.channel().newToBrand()) ? 1 : 0;
        }
        long sales = Math.round(orders * price * dice.between(0.88, 1.08));
        return new Measures(impressions, clicks, cost, sales, orders, units, newToBrand);
    }
}
