package io.asktrail.demo.ads;

/** What an advertising report says of a row; money is in paise. */
public record Measures(
        long impressions, long clicks, long costPaise, long salesPaise, long orders, long units, long ntbOrders) {
    public Measures {
        if (clicks > impressions || orders > clicks || ntbOrders > orders || units < orders) {
            throw new IllegalArgumentException(
                    "impressions %d, clicks %d, orders %d, units %d, new to brand %d do not agree"
                            .formatted(impressions, clicks, orders, units, ntbOrders));
        }
    }

    boolean isEmpty() {
        return impressions == 0;
    }
}
