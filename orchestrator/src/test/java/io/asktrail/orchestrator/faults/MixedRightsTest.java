package io.asktrail.orchestrator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.orchestrator.tools.KeptResults;
import io.asktrail.orchestrator.tools.SharedResults;
import io.asktrail.orchestrator.tools.StepKey;
import io.asktrail.orchestrator.tools.ToolCall;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Callers with different rights who ask the same at once, with their rights in the key of what is kept and without. */
class MixedRightsTest {
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final List<String> REGIONS = List.of("Delhi", "Goa", "Kerala", "Punjab", "Bihar");
    private static final Step STEP =
            JsonMapper.shared().readValue("""
        {"steps":[{"id":"ads1","tool":"amazon_ads_api.get_campaign_metrics","inputs":{"metrics":["spend"],
          "group_by":["geo"],"date_range":"2025-10-01..2025-10-02","tz":"Asia/Kolkata"}}],
          "outputs":{"table":"ads1","narrative":true}}\
        """, Plan.class).steps().getFirst();

    private final KeptResults kept = new KeptResults(1_000_000, SharedResults.none(), Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyIsGivenAnothersRows(boolean rightsInTheKey) {
        // Given
        var random = new Random(4);
        var leaks = new AtomicInteger();

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 10_000; i++) {
                var region = REGIONS.get(random.nextInt(REGIONS.size()));
                var key = key(rightsInTheKey ? region : "Delhi", "load " + random.nextInt(40));
                threads.submit(() -> {
                    var seen = kept.get(key, Duration.ofMinutes(1), soon(), () -> rowsOf(region));
                    if (!regionOf(seen).equals(region)) {
                        leaks.incrementAndGet();
                    }
                });
            }
        }

        // Then
        assertThat(leaks.get() == 0).isEqualTo(rightsInTheKey);
    }

    private static StepKey key(String region, String data) {
        var caller = new Caller("asha", List.of(Role.ANALYST), List.of(region), List.of(), List.of());
        return StepKey.of(STEP, REGISTRY, REGISTRY.accessOf(caller), data, JsonMapper.shared());
    }

    private static ToolCall rowsOf(String region) {
        var table = new Table(List.of(new Column("geo", "State", ColumnType.TEXT, null)), List.of(List.of(region)));
        var rows = new StepResult.Rows(table, 1, false, null, List.of(), null, List.of(), 0);
        return new ToolCall(rows, 1, CacheUse.MISS);
    }

    private static String regionOf(ToolCall call) {
        var table = ((StepResult.Rows) call.result()).table();
        return String.valueOf(table.rows().getFirst().getFirst());
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20), Clock.systemUTC());
    }
}
