package io.asktrail.demo.world;

import java.util.Locale;

/** A product; money is in paise. {@code popularity} is its share of what its category sells. */
public record Product(
        String sku,
        String name,
        String category,
        String brand,
        long unitCostPaise,
        long listPricePaise,
        double popularity) {

    /** One word that says what it is, as somebody would type it into a search box. */
    public String searchWord() {
        return name.substring(brand.length() + 1).toLowerCase(Locale.ROOT);
    }
}
