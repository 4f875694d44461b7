package io.asktrail.demo.ads;

import io.asktrail.demo.world.Campaign;
import io.asktrail.demo.world.Dice;
import io.asktrail.demo.world.Product;
import io.asktrail.demo.world.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The keywords of a campaign, from the names of what it advertises. */
final class Targets {
    private static final List<String> MATCH_TYPES = List.of("exact", "phrase", "broad");
    private static final List<String> BEFORE = List.of("best", "buy", "cheap", "new");
    private static final List<String> AFTER = List.of("online", "price", "for home", "offer", "for gift", "repair");

    private Targets() {}

    /** Its targets, by their keys; none for Sponsored Display, which bids on audiences. */
    static List<Target> of(Campaign campaign, long seed) {
        return switch (campaign.channel()) {
            case SP -> bySearch(campaign, seed, true);
            case SB -> bySearch(campaign, seed, false);
            case SD -> List.of();
        };
    }

    private static List<Target> bySearch(Campaign campaign, long seed, boolean withAuto) {
        var dice = Stream.CAMPAIGN_TARGETS.dice(seed, campaign.id());
        var targets = new ArrayList<Target>();
        int number = 0;
        for (var product : campaign.products().subList(0, 4)) {
            targets.add(keyword(product, MATCH_TYPES.get(number++ % MATCH_TYPES.size()), dice));
        }
        if (withAuto) {
            targets.add(auto(campaign, "close-match", dice));
            targets.add(auto(campaign, "loose-match", dice));
        }
        return targets;
    }

    private static Target keyword(Product product, String matchType, Dice dice) {
        var word = product.searchWord();
        var terms = matchType.equals("exact") ? List.of(word) : List.of(word, before(word, dice), after(word, dice));
        return new Target(
                product.category() + " - " + capital(matchType), word, matchType, dice.between(20, 100), terms);
    }

    private static Target auto(Campaign campaign, String kind, Dice dice) {
        var terms = campaign.products().stream()
                .skip(kind.equals("close-match") ? 0 : 2)
                .limit(3)
                .map(product -> after(product.searchWord(), dice))
                .distinct()
                .toList();
        return new Target("Automatic", kind, "auto", dice.between(20, 80), terms);
    }

    private static String before(String word, Dice dice) {
        return BEFORE.get(dice.below(BEFORE.size())) + " " + word;
    }

    private static String after(String word, Dice dice) {
        return word + " " + AFTER.get(dice.below(AFTER.size()));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
