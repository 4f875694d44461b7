package io.asktrail.orchestrator.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.orchestrator.answering.SilentSource;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.orchestrator.state.TestState;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.TableDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftWatchTest {
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T06:00:00Z"), ZoneOffset.UTC);
    private static final StateDatabase STATE = TestState.of("drift", 2);

    private final Source source = new Source();
    private final DriftWatch watch = watch(Duration.ofHours(1));

    private DriftWatch watch(Duration afterStart) {
        return watch(afterStart, REGISTRY);
    }

    private DriftWatch watch(Duration afterStart, Registry registry) {
        return new DriftWatch(
                () -> registry,
                Map.of("sales", source),
                new ValueSnapshots(STATE, CLOCK),
                new DriftProperties(afterStart, Duration.ofHours(24)),
                CLOCK);
    }

    @BeforeEach
    void forget() {
        STATE.jdbc().sql("delete from value_snapshots").update();
    }

    @AfterAll
    static void close() {
        STATE.close();
    }

    @Test
    void tellsOfASuddenChangeOfValuesAndOfNoSlowOne() {
        // Given
        source.values = List.of("Himalaya", "Kailash", "Nanda", "Shivling");
        var first = watch.lookNow();
        source.values = List.of("Himalaya", "Kailash", "Nanda", "Shivling", "Trisul");
        var slow = watch.lookNow();

        // When
        source.values = List.of("HIMALAYA", "KAILASH", "Nanda", "Shivling");
        var sudden = watch.lookNow();

        // Then
        assertThat(first.differences()).isEmpty();
        assertThat(slow.differences()).isEmpty();
        assertThat(sudden.differences()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(SchemaDrift.Kind.VALUES_CHANGED);
            assertThat(change.sentence())
                    .isEqualTo(
                            "Of the 4 values that 'brand' had on 2026-01-05, 2 are gone (Himalaya, Kailash), and 2 are"
                                    + " new (HIMALAYA, KAILASH).");
        });
        assertThat(sudden.breaking()).isZero();
    }

    @Test
    void keepsNoValuesOfPeople() {
        // Given
        source.values = List.of("Himalaya", "Kailash");
        var personal = watch(Duration.ofHours(1), withPersonalBrands());

        // When
        personal.lookNow();
        var kept = kept();
        watch.lookNow();

        // Then
        assertThat(kept).isEmpty();
        assertThat(kept()).containsExactly("brand");
    }

    private static List<String> kept() {
        return STATE.jdbc()
                .sql("select dimension from value_snapshots")
                .query(String.class)
                .list();
    }

    private static Registry withPersonalBrands() {
        var tables = new TreeMap<>(REGISTRY.tables());
        tables.replaceAll((_, table) -> new TableDefinition(
                table.id(),
                table.connection(),
                table.title(),
                table.grain(),
                table.dateColumn(),
                table.retentionDays(),
                table.columns().stream()
                        .map(column -> column.name().equals("brand")
                                ? new ColumnDefinition("brand", column.type(), null, ColumnDefinition.Pii.NAME)
                                : column)
                        .toList(),
                table.foreignKeys(),
                table.rowFilters(),
                table.settling(),
                table.coveredBy()));
        return new Registry(
                REGISTRY.version(),
                REGISTRY.metrics(),
                REGISTRY.dimensions(),
                tables,
                REGISTRY.tools(),
                REGISTRY.templates(),
                REGISTRY.policies(),
                REGISTRY.calendar());
    }

    @Test
    void putsWhatBreaksAnswersFirstAndGoesOnWithoutAnAgent() {
        // Given
        source.found = List.of(difference(SchemaDrift.Kind.COLUMN_NEW), difference(SchemaDrift.Kind.COLUMN_GONE));

        // When
        var report = watch.lookNow();
        source.down = true;
        var without = watch.lookNow();

        // Then
        assertThat(report.differences())
                .extracting(SchemaDrift::kind)
                .containsExactly(SchemaDrift.Kind.COLUMN_GONE, SchemaDrift.Kind.COLUMN_NEW);
        assertThat(report.breaking()).isEqualTo(1);
        assertThat(without.differences()).extracting(SchemaDrift::kind).containsExactly(SchemaDrift.Kind.UNREACHABLE);
        assertThat(watch.last()).contains(without);
    }

    @Test
    void looksByItselfAfterTheStart() throws InterruptedException {
        // Given
        var begun = watch(Duration.ofMillis(1));

        // When
        try (begun) {
            begun.start();
            var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (begun.last().isEmpty() && System.nanoTime() < until) {
                Thread.sleep(5);
            }

            // Then
            assertThat(begun.last()).isPresent();
        }
    }

    @Test
    void showsItToAdministratorsAlone() {
        // Given
        var controller = new DriftController(watch);

        // Then
        assertThat(controller.last(call(Role.ADMIN)).registryVersion()).isEqualTo(REGISTRY.version());
        assertThatThrownBy(() -> controller.look(call(Role.MANAGER)))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN));
        assertThatThrownBy(() -> controller.last(call(Role.ANALYST))).isInstanceOf(SuiteException.class);
    }

    private static CallContext call(Role role) {
        return new CallContext(
                new Caller("t", List.of(role), List.of("*"), List.of(), List.of()),
                Deadline.in(Duration.ofSeconds(5), CLOCK),
                "t");
    }

    private static SchemaDrift difference(SchemaDrift.Kind kind) {
        return new SchemaDrift(
                kind,
                "warehouse",
                "sales.order_lines",
                "amount",
                null,
                null,
                null,
                List.of(),
                List.of(),
                "It differs.");
    }

    /** A source with one dimension's values. */
    private static final class Source extends SilentSource {
        List<String> values = List.of();
        List<SchemaDrift> found = List.of();
        boolean down;

        @Override
        public ValueFeed values(CallContext call, ValueRequest request) {
            if (down) {
                throw new SuiteException(ErrorCode.AGENT_DOWN, "It is down.");
            }
            var own = request.dimension().value().equals("brand") ? values : List.<String>of();
            return new ValueFeed(
                    request.dimension(),
                    own.stream()
                            .map(value -> new Value(value, List.of(), List.of()))
                            .toList(),
                    true);
        }

        @Override
        public List<SchemaDrift> drift(CallContext call) {
            if (down) {
                throw new SuiteException(ErrorCode.AGENT_DOWN, "It is down.");
            }
            return found;
        }
    }
}
