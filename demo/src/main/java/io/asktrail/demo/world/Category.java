package io.asktrail.demo.world;

import java.util.List;

/** A shelf of the shop; {@code weight} is its share of what is sold. */
public record Category(String name, double weight, List<Product> products) {
    public Category {
        products = List.copyOf(products);
    }
}
