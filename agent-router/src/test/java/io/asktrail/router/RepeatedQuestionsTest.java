package io.asktrail.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.DataAgent.Value;
import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatedQuestionsTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);
    private static final DimensionId CITY = new DimensionId("city");
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));

    private final AtomicReference<Registry> registry = new AtomicReference<>(DEMO);
    private final VocabularyStore vocabulary = new VocabularyStore(() -> Objects.requireNonNull(registry.get()));
    private final RuleRouter rules = new RuleRouter(vocabulary);
    private final RepeatedQuestions repeated = new RepeatedQuestions(vocabulary, rules);

    @Test
    void areReadOnce() {
        var first = read("net sales by state last month", TODAY, null, Role.ANALYST, "*");
        var second = read("net sales by state last month", TODAY, null, Role.ANALYST, "*");

        assertThat(second).isSameAs(first);
    }

    @Test
    void areReadAgainOnAnotherDayInAnotherConversationAndForOtherRights() {
        // Given each reading is asked for twice, so that the second could come from what is kept of another
        for (var day : List.of(TODAY, TODAY.plusMonths(1))) {
            for (var before : new @Nullable TaskSpec[] {null, task("spend by channel last week")}) {
                for (var regions : List.of("*", "Delhi")) {
                    for (var role : List.of(Role.VIEWER, Role.ANALYST)) {
                        for (var text : List.of("cogs last month", "and by city", "orders in Delhi last month")) {
                            // When
                            var kept = read(text, day, before, role, regions);

                            // Then
                            assertThat(kept)
                                    .isEqualTo(rules.interpret(
                                            Cases.call(role, List.of(regions)), question(text, day, before)));
                        }
                    }
                }
            }
        }
    }

    @Test
    void areReadAgainWhenNewNamesAreKnown() {
        // Given
        var before = read("orders in Pune last week", TODAY, null, Role.ANALYST, "Maharashtra");

        // When
        vocabulary.feed(Map.of(CITY, List.of(new Value("Pune", List.of(), List.of("Maharashtra")))));
        var after = read("orders in Pune last week", TODAY, null, Role.ANALYST, "Maharashtra");
        var elsewhere = read("orders in Pune last week", TODAY, null, Role.ANALYST, "Delhi");

        // Then
        assertThat(before).isInstanceOf(Reading.Unclear.class);
        assertThat(after).isInstanceOf(Reading.Understood.class);
        assertThat(elsewhere).isInstanceOf(Reading.Unclear.class);
    }

    @Test
    void areReadAgainUnderAnotherRegistry() {
        // Given
        read("net sales last month", TODAY, null, Role.ANALYST, "*");
        var open = DEMO.policies();

        // When nobody may see anything any more
        registry.set(new Registry(
                "closed",
                DEMO.metrics(),
                DEMO.dimensions(),
                DEMO.tables(),
                DEMO.tools(),
                DEMO.templates(),
                List.of(),
                DEMO.calendar()));
        var closed = read("net sales last month", TODAY, null, Role.ANALYST, "*");

        // Then
        assertThat(open).isNotEmpty();
        assertThat(closed).isInstanceOf(Reading.OutOfScope.class);
    }

    private TaskSpec task(String text) {
        return ((Reading.Understood) read(text, TODAY, null, Role.ANALYST, "*")).task();
    }

    private Reading read(String text, LocalDate day, @Nullable TaskSpec before, Role role, String region) {
        return repeated.interpret(Cases.call(role, List.of(region)), question(text, day, before));
    }

    private static Question question(String text, LocalDate day, @Nullable TaskSpec before) {
        return new Question(
                text, day, Cases.ZONE, before == null ? Memory.EMPTY : new Memory(before, null, List.of("earlier")));
    }
}
