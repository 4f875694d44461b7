package router;

import io.asktrail.contracts.agent.DataAgent.Value;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.router.VocabularyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long the index of names takes to build, and how much of the memory it keeps. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class IndexBenchmark {
    /** How many campaigns there are. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int names;

    private Registry registry;
    private Map<DimensionId, List<Value>> values;
    private Map<DimensionId, List<Value>> fresher;
    private VocabularyStore empty;
    private VocabularyStore full;
    private VocabularyStore built;

    @Setup
    public void fill() {
        registry = RegistryLoader.load(RegistryLocation.bundled("demo"));
        values = Names.of(names);
        var more = new ArrayList<>(Objects.requireNonNull(values.get(Names.CAMPAIGN)));
        more.add(new Value("One Campaign More", List.of(), List.of()));
        fresher = new HashMap<>(values);
        fresher.put(Names.CAMPAIGN, more);
        var kept = used();
        built = store();
        built.feed(values);
        System.out.printf("%n%,d campaigns: the index keeps %.0f MB%n", names, (used() - kept) / 1e6);
    }

    @Setup(Level.Invocation)
    public void prepare() {
        empty = store();
        full = store();
        full.feed(values);
    }

    /** All names, from nothing. */
    @Benchmark
    public VocabularyStore build() {
        empty.feed(values);
        return empty;
    }

    /** One campaign more: its dimension is made anew, the others stay. */
    @Benchmark
    public VocabularyStore refresh() {
        full.feed(fresher);
        return full;
    }

    @TearDown
    public void keep() {
        Objects.requireNonNull(built);
    }

    private VocabularyStore store() {
        var store = new VocabularyStore(() -> registry);
        store.get();
        return store;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
