package router;

import io.asktrail.contracts.agent.DataAgent.Value;
import io.asktrail.contracts.id.DimensionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Names as sellers give them, made up from a seed: campaigns, half as many products, a tenth as many cities. */
final class Names {
    static final DimensionId CAMPAIGN = new DimensionId("campaign");

    private static final String[] WORDS =
            ("Monsoon Festive Summer Winter Linen Cotton Silk Kurta Saree Blouse Dupatta Launch Clearance Mega Push"
                + " Brand Defence Exact Broad Auto Video Retarget Core Hero Bestseller Prime Flash Garba Wedding"
                + " Office Kids Mens Womens Ethnic Western Denim Jaipur Bandhani Chikankari Handloom")
                    .split(" ");

    private Names() {}

    static Map<DimensionId, List<Value>> of(int campaigns) {
        var random = new Random(42);
        var names = new HashMap<DimensionId, List<Value>>();
        names.put(CAMPAIGN, some(campaigns, random, "%s %s %s %s %d", false));
        names.put(new DimensionId("product"), some(campaigns / 2, random, "SKU-%5$d", true));
        names.put(new DimensionId("city"), some(campaigns / 10, random, "%spur%s %5$d", false));
        return names;
    }

    private static List<Value> some(int count, Random random, String pattern, boolean titled) {
        return IntStream.range(0, count)
                .mapToObj(n -> new Value(
                        pattern.formatted(word(random), word(random), word(random), word(random), n),
                        titled ? List.of("%s %s %s".formatted(word(random), word(random), word(random))) : List.of(),
                        List.of()))
                .toList();
    }

    private static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
