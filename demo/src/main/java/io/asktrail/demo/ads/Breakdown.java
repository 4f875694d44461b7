package io.asktrail.demo.ads;

import io.asktrail.demo.world.Dice;

/**
 * Splits a row's measures over finer rows. Every measure sums exactly to the row above, and every finer row is
 * possible by itself: clicks need impressions, cost needs clicks, orders need clicks, sales need units.
 */
final class Breakdown {
    private final Measures whole;
    private final Dice dice;

    Breakdown(Measures whole, Dice dice) {
        this.whole = whole;
        this.dice = dice;
    }

    /** {@code interest} says how much traffic a part draws, {@code price} what a unit of it brings. */
    Measures[] over(long[] interest, long[] price) {
        long[] impressions = Shares.byWeight(whole.impressions(), varied(interest, 60, 140));
        long[] clicks = Shares.byWeight(whole.clicks(), varied(impressions, 60, 140), impressions);
        long[] cost = Shares.byWeight(whole.costPaise(), varied(clicks, 85, 115));
        long[] orders = drawn(whole.orders(), clicks);
        long[] units = orders.clone();
        long[] extra = Shares.byWeight(whole.units() - whole.orders(), orders);
        for (int i = 0; i < units.length; i++) {
            units[i] += extra[i];
        }
        long[] sales = Shares.byWeight(whole.salesPaise(), product(units, price));
        long[] newToBrand = drawn(whole.ntbOrders(), orders);
        var parts = new Measures[interest.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new Measures(impressions[i], clicks[i], cost[i], sales[i], orders[i], units[i], newToBrand[i]);
        }
        return parts;
    }

    /** Each one goes to a part by chance, as {@code limits} has room: orders are too few to be split by share. */
    private long[] drawn(long total, long[] limits) {
        long[] parts = new long[limits.length];
        long room = 0;
        for (long limit : limits) {
            room += limit;
        }
        for (long given = 0; given < total; given++, room--) {
            long point = (long) (dice.fraction() * room);
            int part = 0;
            while (point >= limits[part] - parts[part]) {
                point -= limits[part] - parts[part];
                part++;
            }
            parts[part]++;
        }
        return parts;
    }

    private long[] varied(long[] weights, int lowPercent, int highPercent) {
        long[] varied = new long[weights.length];
        for (int i = 0; i < weights.length; i++) {
            varied[i] = weights[i] * dice.between(lowPercent, highPercent);
        }
        return varied;
    }

    private static long[] product(long[] left, long[] right) {
        long[] product = new long[left.length];
        for (int i = 0; i < left.length; i++) {
            product[i] = left[i] * right[i];
        }
        return product;
    }
}
