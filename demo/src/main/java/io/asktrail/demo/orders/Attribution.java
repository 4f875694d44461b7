package io.asktrail.demo.orders;

import io.asktrail.demo.orders.OrderLine.Order;
import io.asktrail.demo.orders.OrderLine.SalesChannel;
import io.asktrail.demo.world.Campaign;
import io.asktrail.demo.world.Dice;
import io.asktrail.demo.world.Product;
import io.asktrail.demo.world.Weighted;
import io.asktrail.demo.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which campaign, if any, an order line came through. Only what is sold on Amazon can be known to come from an ad. */
final class Attribution {
    private static final double FROM_AN_AD = 0.62;
    /** A campaign that is aimed at the customer's state reaches that customer more often than a national one. */
    private static final double AIMED = 3;

    private final Map<String, List<Campaign>> bySku = new HashMap<>();

    Attribution(World world) {
        for (var campaign : world.campaigns()) {
            for (var product : campaign.products()) {
                bySku.computeIfAbsent(product.sku(), _ -> new ArrayList<>()).add(campaign);
            }
        }
    }

    @Nullable
    Long campaign(Order order, Product product, Dice dice) {
        if (order.salesChannel() != SalesChannel.AMAZON || !dice.chance(FROM_AN_AD)) {
            return null;
        }
        var reaching = bySku.getOrDefault(product.sku(), List.of()).stream()
                .filter(campaign -> reaches(campaign, order))
                .toList();
        return reaching.isEmpty()
                ? null
                : Weighted.of(reaching, Attribution::weight).draw(dice).id();
    }

    private static boolean reaches(Campaign campaign, Order order) {
        return campaign.flight().runsOn(order.date())
                && (campaign.geo() == null || campaign.geo().equals(order.geo()));
    }

    private static double weight(Campaign campaign) {
        return campaign.traits().dailyBudgetPaise() * (campaign.geo() == null ? 1 : AIMED);
    }
}
