package router;

import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.router.RuleRouter;
import io.asktrail.router.VocabularyStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long one reading takes, as the names that the router knows grow in number. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
public class ReadingBenchmark {
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);
    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final int LONGEST = 2_000;

    private static final List<String> PATTERNS = List.of(
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

    /** How many campaigns there are. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int names;

    private final Random random = new Random(7);
    private final CallContext call = new CallContext(
            new Caller("bench", List.of(Role.ANALYST), List.of("*"), List.of(), List.of()),
            new Deadline(Instant.MAX),
            "bench");
    private RuleRouter router;
    private List<String> campaigns;

    @Setup
    public void fill() {
        var registry = RegistryLoader.load(RegistryLocation.bundled("demo"));
        var store = new VocabularyStore(() -> registry);
        var values = Names.of(names);
        store.feed(values);
        router = new RuleRouter(store);
        campaigns = Objects.requireNonNull(values.get(Names.CAMPAIGN)).stream()
                .map(value -> value.value())
                .toList();
    }

    /** Ten kinds of question, a campaign drawn at random in some of them. */
    @Benchmark
    public Reading question() {
        var campaign = campaigns.get(random.nextInt(campaigns.size()));
        return read(PATTERNS.get(random.nextInt(PATTERNS.size())).formatted(campaign));
    }

    /** The slowest kind of short question: a name that nobody knows is held against all of them. */
    @Benchmark
    public Reading unknownName() {
        return read("orders in Atlantis in July");
    }

    /** The longest text that is read at all, of words that nobody knows. */
    @Benchmark
    public Reading unknownWords() {
        var text = new StringBuilder();
        while (text.length() < LONGEST - 15) {
            for (var letters = 4 + random.nextInt(8); letters > 0; letters--) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(random.nextInt(9) == 0 ? " 12,345.6 " : " ");
        }
        return read(text.toString());
    }

    private Reading read(String text) {
        return router.interpret(call, new Question(text, TODAY, ZONE, Memory.EMPTY));
    }
}
