package io.asktrail.demo.world;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign. {@code geo} is the state it is aimed at, null for a national one; {@code about} the category or brand it
 * is for; {@code products} what it advertises, by SKU.
 */
public record Campaign(
        long id,
        String name,
        Channel channel,
        @Nullable String geo,
        String about,
        Flight flight,
        LocalDate startDate,
        Traits traits,
        List<Product> products) {

    public Campaign {
        products = List.copyOf(products);
    }

    /** What a campaign is like on an ordinary day. */
    public record Traits(long dailyBudgetPaise, int cpcPaise, double ctr, double roas) {}

    /** The mean list price of what it advertises. */
    public double meanPricePaise() {
        return products.stream().mapToLong(Product::listPricePaise).average().orElseThrow();
    }
}
