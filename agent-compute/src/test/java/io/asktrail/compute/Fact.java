package io.asktrail.compute;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One row that a source might have given: made up, with what goes wrong in real ones. Refunds outweigh sales, numbers are
 * 0, tiny, huge or missing, and so are the names of members.
 */
record Fact(
        @Nullable String campaign,
        String channel,
        LocalDate day,
        @Nullable BigDecimal spend,
        @Nullable BigDecimal clicks,
        @Nullable BigDecimal netSales) {
    private static final List<String> CAMPAIGNS = List.of("a", "b", "c", "d", "e", "f");
    private static final List<String> CHANNELS = List.of("SB", "SD", "SP");

    /** What makes a row unique. */
    enum Grain {
        CAMPAIGN,
        CAMPAIGN_AND_CHANNEL,
        CAMPAIGN_AND_DAY,
        CAMPAIGN_AND_WEEK
    }

    /** Up to a dozen rows with different keys. */
    static List<Fact> some(Random random, Grain grain) {
        var facts = new ArrayList<Fact>();
        var keys = new HashSet<List<Object>>();
        var rows = random.nextInt(13);
        for (var i = 0; i < rows; i++) {
            var fact = one(random, grain);
            var campaign = String.valueOf(fact.campaign);
            var isNew =
                    switch (grain) {
                        case CAMPAIGN -> keys.add(List.of(campaign));
                        case CAMPAIGN_AND_CHANNEL -> keys.add(List.of(campaign, fact.channel));
                        case CAMPAIGN_AND_DAY, CAMPAIGN_AND_WEEK -> keys.add(List.of(campaign, fact.day));
                    };
            if (isNew) {
                facts.add(fact);
            }
        }
        return facts;
    }

    private static Fact one(Random random, Grain grain) {
        var monday = LocalDate.of(2025, 9, 29);
        return new Fact(
                random.nextInt(15) == 0 ? null : CAMPAIGNS.get(random.nextInt(CAMPAIGNS.size())),
                CHANNELS.get(random.nextInt(CHANNELS.size())),
                grain == Grain.CAMPAIGN_AND_WEEK
                        ? monday.plusWeeks(random.nextInt(5))
                        : monday.plusDays(random.nextInt(9)),
                number(random, 2),
                number(random, 0),
                number(random, 2));
    }

    private static @Nullable BigDecimal number(Random random, int scale) {
        return switch (random.nextInt(16)) {
            case 0 -> null;
            case 1, 2 -> BigDecimal.valueOf(0, scale);
            case 3 -> BigDecimal.valueOf(-random.nextLong(1_000_000), scale);
            case 4, 5, 6 -> BigDecimal.valueOf(random.nextLong(100), scale);
            case 7 -> BigDecimal.valueOf(random.nextLong(1_000_000_000_000_000_000L), scale);
            case 8, 9 -> BigDecimal.valueOf(1 + random.nextLong(3), scale);
            default -> BigDecimal.valueOf(random.nextLong(10_000_000), scale);
        };
    }
}
