package io.asktrail.adsstore;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a report says of a row. Orders may exceed clicks: a view counts for Sponsored Brands and Display, and one click
 * may bring two orders.
 *
 * @param cost in the profile's currency, to two decimals: a report's longer tail is the noise of a binary fraction
 * @param sales attributed by the report's own window, in the profile's currency
 * @param ntbOrders orders of customers who are new to the brand; 0 where the report does not count them
 */
public record AdMeasures(
        long impressions, long clicks, BigDecimal cost, BigDecimal sales, long orders, long units, long ntbOrders) {
    private static final int MONEY_SCALE = 2;

    public AdMeasures {
        if (impressions < 0 || clicks < 0) {
            throw new IllegalArgumentException(
                    "a row cannot have %d impressions and %d clicks".formatted(impressions, clicks));
        }
        cost = cost.setScale(MONEY_SCALE, RoundingMode.HALF_UP);
        sales = sales.setScale(MONEY_SCALE, RoundingMode.HALF_UP);
    }
}
