package io.asktrail.demo.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything about the shop that does not change from day to day. The same seed and scale give the same world. */
public final class World {
    private final long seed;
    private final double scale;
    private final List<Place> places = Place.all();
    private final Weighted<Place> homes = Weighted.of(places, Place::weight);
    private final List<Category> categories = Catalogue.categories();
    private final Map<String, Weighted<Product>> shelves;
    private final List<Campaign> campaigns;
    private final Incidents incidents;

    public World(long seed, double scale) {
        this.seed = seed;
        this.scale = scale;
        this.shelves = categories.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Category::name, category -> Weighted.of(category.products(), Product::popularity)));
        this.campaigns = Campaigns.of(seed, scale, categories);
        this.incidents = new Incidents(seed, campaigns, categories);
    }

    public long seed() {
        return seed;
    }

    public double scale() {
        return scale;
    }

    public List<Place> places() {
        return places;
    }

    public List<Campaign> campaigns() {
        return campaigns;
    }

    public Incidents incidents() {
        return incidents;
    }

    public List<Product> products() {
        return categories.stream()
                .flatMap(category -> category.products().stream())
                .toList();
    }

    /** Where a customer lives, for good. */
    public Place home(long customer) {
        return homes.draw(Stream.HOME_OF_CUSTOMER.dice(seed, customer));
    }

    /** What people buy on that day. */
    public Function<Dice, Product> demand(LocalDate day) {
        var todaysCategories = Weighted.of(categories, category -> weight(category, day));
        return dice -> shelf(todaysCategories.draw(dice)).draw(dice);
    }

    /** The share of an ordinary day's orders that is left when a category converts badly. */
    public double appetite(LocalDate day) {
        double left = 0;
        double ordinary = 0;
        for (var category : categories) {
            left += weight(category, day);
            ordinary += category.weight() * Season.festiveLift(category.name(), day);
        }
        return left / ordinary;
    }

    private Weighted<Product> shelf(Category category) {
        return Objects.requireNonNull(shelves.get(category.name()));
    }

    private double weight(Category category, LocalDate day) {
        return category.weight()
                * Season.festiveLift(category.name(), day)
                * incidents.factor(day, Incident.Kind.CONVERSION_DROP, category.name(), 1);
    }
}
