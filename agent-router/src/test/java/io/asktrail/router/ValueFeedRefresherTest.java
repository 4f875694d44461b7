package io.asktrail.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.DataAgent;
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

    private static final class FakeSource implements DataAgent {
        String brand = "";
        boolean down;

        @Override
        public ValueFeed values(CallContext call, ValueRequest request) {
            if (down) {
                throw new SuiteException(ErrorCode.AGENT_DOWN, "The source is down.");
            }
            var values = request.dimension().equals(BRAND)
                    ? List.of(new Value(brand, List.of(), List.of()))
                    : List.<Value>of();
            return new ValueFeed(request.dimension(), values, true);
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
