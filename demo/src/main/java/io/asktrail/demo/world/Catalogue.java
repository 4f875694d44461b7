package io.asktrail.demo.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Grows the products from the list of kinds: each variant in each size, under the category's brands in turn. */
final class Catalogue {
    private static final double DEARER_BY_VARIANT = 0.15;
    private static final double DEARER_BY_SIZE = 0.40;

    private final List<Category> categories = new ArrayList<>();
    private final List<Product> shelf = new ArrayList<>();
    private List<String> head = List.of();
    private int kinds;

    private Catalogue() {}

    static List<Category> categories() {
        var catalogue = new Catalogue();
        Lines.of("products.txt").forEach(catalogue::read);
        catalogue.closeShelf();
        return List.copyOf(catalogue.categories);
    }

    private void read(String line) {
        if (line.startsWith("=")) {
            closeShelf();
            head = Lines.fields(line.substring(1));
        } else {
            addKind(Lines.fields(line));
        }
    }

    private void closeShelf() {
        if (!shelf.isEmpty()) {
            categories.add(new Category(head.get(0), Double.parseDouble(head.get(2)), shelf));
        }
        shelf.clear();
        kinds = 0;
    }

    private void addKind(List<String> kind) {
        var brands = Lines.items(head.get(3));
        var brand = brands.get(kinds++ % brands.size());
        var variants = Lines.items(kind.get(3));
        var sizes = Lines.items(kind.get(4));
        for (int v = 0; v < variants.size(); v++) {
            for (int s = 0; s < sizes.size(); s++) {
                var price = Long.parseLong(kind.get(2)) * (1 + DEARER_BY_VARIANT * v) * (1 + DEARER_BY_SIZE * s);
                shelf.add(product(kind, brand, variants.get(v), sizes.get(s), price));
            }
        }
    }

    private Product product(List<String> kind, String brand, String variant, String size, double price) {
        var sku = String.join("-", head.get(1), kind.get(1), variant.replace(" ", ""), size)
                .toUpperCase(Locale.ROOT);
        var name = String.join(" ", brand, variant, kind.get(0), size);
        long rupees = Math.round(price / 10) * 10 - 1;
        // What sells is spread over the shelf by the SKU's own number, so that no kind has all of it.
        var luck = Dice.of(sku.hashCode());
        double popularity = 1 / (0.5 + 19.5 * luck.fraction());
        long cost = rupees * luck.between(44, 62);
        return new Product(sku, name, head.get(0), brand, cost, rupees * 100, popularity);
    }
}
