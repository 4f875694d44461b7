package io.asktrail.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.agent.DataAgent.Value;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueFeedRefresherTest {
    private static final DimensionId BRAND = new DimensionId("brand");

    private final CurrentRegistry registry = registry();
    private final VocabularyStore vocabulary = new VocabularyStore(registry);
    private final FakeSource source = new FakeSource();

    private static CurrentRegistry registry() {
        var loaded = RegistryLoader.load(RegistryLocation.bundled("demo"));
        return () -> loaded;
    }

    private ValueFeedRefresher refresher() {
        var settings = new FeedProperties(Duration.ofMinutes(5), Duration.ofSeconds(5), Duration.ofSeconds(30), 1000);
        return new ValueFeedRefresher(registry, vocabulary, () -> List.of(source), settings, Clock.systemUTC());
    }

    private boolean knows(String brand) {
        var access =
                registry.get().accessOf(Cases.call(Role.ANALYST, List.of("*")).caller());
        return !vocabulary.get().values().named(brand, access).isEmpty();
    }

    @Test
    void putsTheValuesOfTheSourcesInPlace() {
        // Given
        source.brand = "Himalaya";

        // When
        try (var refresher = refresher()) {
            var complete = refresher.refresh();

            // Then
            assertThat(complete).isTrue();
            assertThat(knows("himalaya")).isTrue();
        }
    }

    @Test
    void keepsWhatASourceGaveBeforeWhileItCannotBeAsked() {
        // Given
        source.brand = "Himalaya";
        try (var refresher = refresher()) {
            refresher.refresh();
            source.down = true;

            // When
            var complete = refresher.refresh();

            // Then
            assertThat(complete).isFalse();
            assertThat(knows("himalaya")).isTrue();
        }
    }

    @Test
    void forgetsWhatASourceHasNoMore() {
        // Given
        source.brand = "Himalaya";
        try (var refresher = refresher()) {
            refresher.refresh();
            source.brand = "Kailash";

            // When
            refresher.refresh();

            // Then
            assertThat(knows("himalaya")).isFalse();
            assertThat(knows("kailash")).isTrue();
        }
    }

    @Test
    void asksForWhatHasChangedAlone() {
        // Given
        source.brand = "Himalaya";
        source.version = "1";
        try (var refresher = refresher()) {
            refresher.refresh();
            var before = vocabulary.get();

            // When
            refresher.refresh();
            var unchanged = vocabulary.get();
            source.brand = "Kailash";
            source.version = "2";
            refresher.refresh();

            // Then: the set that was known was not sent again, and nothing was built of it
            assertThat(source.sent).isEqualTo(2);
            assertThat(unchanged).isSameAs(before);
            assertThat(knows("himalaya")).isFalse();
            assertThat(knows("kailash")).isTrue();
        }
    }

    @Test
    void takesAHundredThousandNamesAndShowsEachToItsRegion() {
        // Given
        var names = IntStream.range(0, 100_000)
                .mapToObj(n -> new Value("Campaign number " + n, List.of(), List.of(n % 2 == 0 ? "Delhi" : "Kerala")))
                .toList();
        source.campaigns = names;
        try (var refresher = new ValueFeedRefresher(
                registry,
                vocabulary,
                () -> List.of(source),
                new FeedProperties(Duration.ofMinutes(5), Duration.ofSeconds(5), Duration.ofSeconds(30), 200_000),
                Clock.systemUTC())) {
            // When
            refresher.refresh();

            // Then
            var delhi = registry.get()
                    .accessOf(Cases.call(Role.ANALYST, List.of("Delhi")).caller());
            assertThat(vocabulary.get().values().size()).isGreaterThanOrEqualTo(100_000);
            assertThat(vocabulary.get().values().named("campaign number 99998", delhi))
                    .hasSize(1);
            assertThat(vocabulary.get().values().named("campaign number 99999", delhi))
                    .isEmpty();
            assertThat(vocabulary.get().values().near(List.of("99999"), delhi, 10))
                    .isNotEmpty()
                    .allSatisfy(near -> assertThat(near.regions()).containsExactly("Delhi"));
        }
    }

    private static final class FakeSource implements DataAgent {
        String brand = "";
        List<Value> campaigns = List.of();

        @Nullable
        String version;

        int sent;
        boolean down;

        @Override
        public ValueFeed values(CallContext call, ValueRequest request) {
            if (down) {
                throw new SuiteException(ErrorCode.AGENT_DOWN, "The source is down.");
            }
            if (request.dimension().equals(BRAND)) {
                var same = version != null && version.equals(request.known());
                sent += same ? 0 : 1;
                var values = same ? List.<Value>of() : List.of(new Value(brand, List.of(), List.of()));
                return new ValueFeed(request.dimension(), values, true, version);
            }
            return new ValueFeed(
                    request.dimension(), request.dimension().value().equals("campaign") ? campaigns : List.of(), true);
        }

        @Override
        public StepResult fetch(CallContext call, FetchRequest request) {
            throw new UnsupportedOperationException("the router fetches nothing");
        }

        @Override
        public List<Freshness> freshness(CallContext call) {
            return List.of();
        }
    }
}
