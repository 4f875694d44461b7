package io.asktrail.orchestrator.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.orchestrator.answering.SilentSource;
import io.asktrail.orchestrator.freshness.SourceFreshness.State;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.tool.ToolDefinition.Agent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessBoardTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final Caller ASHA = new Caller("asha", List.of(), List.of(), List.of(), List.of());
    // Half past midnight in Kolkata, still the day before in UTC.
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-14T19:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"2025-11-14,OK,", "2025-11-13,OK,", "2025-11-12,BEHIND,2 days", ",BEHIND,it is empty"})
    void countsDaysWhereTheBusinessIs(@Nullable LocalDate coveredTo, State state, @Nullable String behind) {
        var board = board(() -> List.of(new Freshness("Orders", null, coveredTo, null, null)));

        var source = board.of(ASHA).getFirst();

        assertThat(board.today()).isEqualTo(LocalDate.of(2025, 11, 15));
        assertThat(source.state()).isEqualTo(state);
        assertThat(source.behind(board.today())).isEqualTo(behind);
    }

    @ParameterizedTest
    @CsvSource({"SOURCE_DOWN,FAILING", "SOURCE_CHANGED,FAILING", "AGENT_DOWN,UNKNOWN", "DEADLINE_PASSED,UNKNOWN"})
    void tellsASourceThatFailsFromAnAgentThatIsAway(ErrorCode code, State state) {
        var board = board(() -> {
            throw new SuiteException(code, "no");
        });

        assertThat(board.of(ASHA))
                .containsExactly(new SourceFreshness(
                        "sales_db",
                        "Orders, sales, refunds, customers and costs, from the warehouse.",
                        null,
                        null,
                        null,
                        state));
    }

    @Test
    void knowsNothingOfAnAgentWithAFault() {
        var board = board(() -> {
            throw new IllegalStateException("a fault of ours");
        });

        assertThat(board.of(ASHA))
                .singleElement()
                .extracting(SourceFreshness::state)
                .isEqualTo(State.UNKNOWN);
    }

    private static FreshnessBoard board(Supplier<List<Freshness>> sales) {
        return new FreshnessBoard(() -> DEMO, Map.of(Agent.SALES, new FreshOnly(sales)), CLOCK);
    }

    private static final class FreshOnly extends SilentSource {
        private final Supplier<List<Freshness>> told;

        FreshOnly(Supplier<List<Freshness>> told) {
            this.told = told;
        }

        @Override
        public List<Freshness> freshness(CallContext call) {
            return told.get();
        }
    }
}
