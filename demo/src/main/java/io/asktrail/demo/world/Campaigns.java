package io.asktrail.demo.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Grows the campaigns from the list of their names. */
final class Campaigns {
    private static final long FIRST_ID = 400_001;
    private static final LocalDate FIRST_START = LocalDate.of(2021, 4, 1);
    private static final int STARTS_WITHIN_DAYS = 880;

    private final long seed;
    private final double scale;
    private final int copies;
    private final List<Category> categories;

    private Campaigns(long seed, double scale, List<Category> categories) {
        this.seed = seed;
        this.scale = scale;
        this.copies = (int) Math.max(1, Math.round(scale));
        this.categories = categories;
    }

    static List<Campaign> of(long seed, double scale, List<Category> categories) {
        var campaigns = new Campaigns(seed, scale, categories);
        var lines = Lines.of("campaigns.txt");
        return IntStream.range(0, campaigns.copies * lines.size())
                .mapToObj(number -> campaigns.campaign(number, lines.get(number % lines.size()), number / lines.size()))
                .toList();
    }

    private Campaign campaign(int number, String line, int copy) {
        var fields = Lines.fields(line);
        long id = FIRST_ID + number;
        var channel = Channel.valueOf(fields.get(1));
        var geo = fields.get(2).equals("-") ? null : fields.get(2);
        var about = fields.get(3);
        var dice = Stream.CAMPAIGN_TRAITS.dice(seed, id);
        return new Campaign(
                id,
                name(fields.get(0), channel, geo, copy),
                channel,
                geo,
                about,
                Flight.named(fields.get(4), number),
                FIRST_START.plusDays(dice.below(STARTS_WITHIN_DAYS)),
                traits(channel, dice),
                products(id, about));
    }

    private static String name(String stem, Channel channel, @Nullable String geo, int copy) {
        var name = stem + " | " + channel + (geo == null ? "" : " | " + geo);
        return copy == 0 ? name : name + " | " + (copy + 1);
    }

    private Campaign.Traits traits(Channel channel, Dice dice) {
        long budgetRupees = dice.between(channel.lowestBudgetRupees / 50, channel.highestBudgetRupees / 50) * 50L;
        // More campaigns carry most of a larger scale; their budgets carry the rest.
        long budget = Math.max(1, Math.round(budgetRupees * scale / copies)) * 100;
        return new Campaign.Traits(
                budget,
                dice.between(channel.lowestCpcPaise, channel.highestCpcPaise),
                dice.between(channel.lowestCtr, channel.highestCtr),
                dice.between(channel.lowestRoas, channel.highestRoas));
    }

    private List<Product> products(long id, String about) {
        var choice = advertisable(about);
        var dice = Stream.CAMPAIGN_PRODUCTS.dice(seed, id);
        int wanted = Math.min(choice.size(), dice.between(5, 9));
        var shelf = Weighted.of(choice, Campaigns::worthAdvertising);
        var chosen = new LinkedHashSet<Product>();
        while (chosen.size() < wanted) {
            chosen.add(shelf.draw(dice));
        }
        var bySku = new ArrayList<>(chosen);
        bySku.sort(Comparator.comparing(Product::sku));
        return bySku;
    }

    /** Money is put behind what sells well already. */
    private static double worthAdvertising(Product product) {
        return product.popularity() * product.popularity() * product.listPricePaise();
    }

    private List<Product> advertisable(String about) {
        return categories.stream()
                .flatMap(category -> category.products().stream())
                .filter(product ->
                        product.category().equals(about) || product.brand().equals(about))
                .toList();
    }
}
