package io.asktrail.router;

import io.asktrail.contracts.agent.DataAgent.Value;
import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Measures how long a reading takes, and what the index of values costs, from 1,000 to 1,000,000 campaign names. A
 * program, not a test; all times are those of the processor. {@code main} takes the numbers of names (100000 if none is given) and prints a line for each.
 */
final class ReadingSpeed {
    private static final String[] WORDS =
            ("Monsoon Festive Summer Winter Linen Cotton Silk Kurta Saree Blouse Dupatta Launch "
                            + "Clearance Mega Push Brand Defence Exact Broad Auto Video Retarget Core Hero Bestseller Prime Flash "
                            + "Garba Wedding Office Kids Mens Womens Ethnic Western Denim Jaipur Bandhani Chikankari Handloom")
                    .split(" ");
    private static final List<String> QUESTIONS = List.of(
            "spend by channel last month",
            "top 5 campaigns by ROAS in July with spend above 20,000",
            "spend of %s in July",
            "clicks of %s yesterday vs the day before",
            "clics of the campaign %s last wek",
            "why did net sales in Gujarat fall last week?",
            "orders in Atlantis in July",
            "pichle mahine ka kharcha channel ke hisaab se",
            "net sales by state except Delhi, from 5 to 19 July",
            "which campaigns with Kurta had ACOS over 40%% in July");

    private ReadingSpeed() {}

    public static void main(String[] sizes) {
        for (var size : sizes.length == 0 ? new String[] {"100000"} : sizes) {
            measure(Integer.parseInt(size));
        }
    }

    private static void measure(int campaigns) {
        var registry = RegistryLoader.load(RegistryLocation.bundled("demo"));
        var values = values(campaigns);
        var store = new VocabularyStore(() -> registry);
        store.get();
        System.gc();
        var before = used();
        var started = cpu();
        store.feed(values);
        var built = (cpu() - started) / 1e9;
        System.gc();
        var megabytes = (used() - before) / 1e6;
        var names = Objects.requireNonNull(values.get(new DimensionId("campaign")));
        var router = new RuleRouter(store);
        var call = Cases.call(Role.ANALYST, List.of("*"));
        run(router, call, names, 3_000);
        var times = run(router, call, names, 20_000);
        Arrays.sort(times);
        System.out.printf(
                "%,d campaigns: index built in %.2f s, %.0f MB; reading p50 %.3f ms, p95 %.3f ms, p99 %.3f ms, most %.1f ms%n",
                campaigns, built, megabytes, at(times, 0.50), at(times, 0.95), at(times, 0.99), at(times, 1.0));
        System.out.println("    slowest kind: " + slowest(router, call, names));
        System.out.printf("    2,000 characters of unknown words: %.1f ms at most%n", hardest(router, call));
    }

    // The longest text that is read at all, of words that nobody knows: each is held against every known one.
    private static double hardest(RuleRouter router, CallContext call) {
        var random = new Random(3);
        var most = 0L;
        for (var n = 0; n < 60; n++) {
            var text = new StringBuilder();
            while (text.length() < 1_980) {
                for (var letters = 4 + random.nextInt(8); letters > 0; letters--) {
                    text.append((char) ('a' + random.nextInt(26)));
                }
                text.append(random.nextInt(9) == 0 ? " 12,345.6 " : " ");
            }
            var question = new Question(text.toString(), LocalDate.of(2025, 8, 20), Cases.ZONE, Memory.EMPTY);
            var started = cpu();
            router.interpret(call, question);
            most = n < 10 ? 0 : Math.max(most, cpu() - started);
        }
        return most / 1e6;
    }

    private static long[] run(RuleRouter router, CallContext call, List<Value> names, int count) {
        var random = new Random(7);
        var times = new long[count];
        for (var n = 0; n < count; n++) {
            var question = question(names, random, QUESTIONS.get(n % QUESTIONS.size()));
            var started = cpu();
            router.interpret(call, question);
            times[n] = cpu() - started;
        }
        return times;
    }

    private static Question question(List<Value> names, Random random, String pattern) {
        var text = pattern.formatted(names.get(random.nextInt(names.size())).value());
        return new Question(text, LocalDate.of(2025, 8, 20), Cases.ZONE, Memory.EMPTY);
    }

    private static String slowest(RuleRouter router, CallContext call, List<Value> names) {
        var worst = "";
        var most = 0L;
        for (var pattern : QUESTIONS) {
            var random = new Random(11);
            var times = IntStream.range(0, 400)
                    .mapToLong(_ -> {
                        var question = question(names, random, pattern);
                        var started = cpu();
                        router.interpret(call, question);
                        return cpu() - started;
                    })
                    .sorted()
                    .toArray();
            if (times[200] > most) {
                most = times[200];
                worst = "'%s', p50 %.3f ms".formatted(pattern, most / 1e6);
            }
        }
        return worst;
    }

    // Time of this thread on a processor: on a busy machine the clock on the wall measures the others.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * sorted.length))] / 1e6;
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Map<DimensionId, List<Value>> values(int campaigns) {
        var random = new Random(42);
        var values = new HashMap<DimensionId, List<Value>>();
        values.put(new DimensionId("campaign"), names(campaigns, random, "%s %s %s %s %d", "C"));
        values.put(new DimensionId("product"), names(campaigns / 2, random, "SKU-%5$d", "P"));
        values.put(new DimensionId("city"), names(campaigns / 10, random, "%spur%s %5$d", "T"));
        return values;
    }

    private static List<Value> names(int count, Random random, String pattern, String kind) {
        return IntStream.range(0, count)
                .mapToObj(n -> {
                    var name = pattern.formatted(word(random), word(random), word(random), word(random), n);
                    var title = kind.equals("P")
                            ? List.of("%s %s %s".formatted(word(random), word(random), word(random)))
                            : List.<String>of();
                    return new Value(name, title, List.of());
                })
                .toList();
    }

    private static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
