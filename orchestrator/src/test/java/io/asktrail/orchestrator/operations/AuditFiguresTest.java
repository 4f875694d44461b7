package io.asktrail.orchestrator.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.orchestrator.audit.Interruptible;
import io.asktrail.orchestrator.operations.OperationsView.CacheUses;
import io.asktrail.orchestrator.operations.OperationsView.Failing;
import io.asktrail.orchestrator.operations.OperationsView.Hour;
import io.asktrail.orchestrator.operations.OperationsView.ModelUse;
import io.asktrail.orchestrator.operations.OperationsView.Stage;
import io.asktrail.orchestrator.operations.OperationsView.StageLatency;
import io.asktrail.orchestrator.state.StateDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten lines, whose figures were worked out by hand. */
class AuditFiguresTest {
    private static final Instant FROM = Instant.parse("2025-11-15T08:00:00Z");
    private static final Instant TO = Instant.parse("2025-11-15T10:30:00Z");
    private static final StateDatabase STATE = new Interruptible().state();
    private final AuditFigures figures = new AuditFigures(STATE);

    @BeforeAll
    static void tenLines() {
        STATE.jdbc().sql("""
            insert into audit (asked_at, id, sub, roles, channel, kind, question, status, code, reading_ms, planning_ms,
                steps_ms, composing_ms, total_ms, cache, model_calls, tokens, money, answer_id)
            values
              ('2025-11-15T07:59:59.999Z', 'a', 'x', '{}', 'http', 'ask', 'too early', 'failed', 'AGENT_DOWN',
                900, 900, 900, 900, 900, null, 9, 900, 9, null),
              ('2025-11-15T08:00:00Z', 'b', 'x', '{}', 'http', 'ask', 'q', 'answered', null, 1, 10, 100, 4, 115, 'miss', 0, 0, 0, 'ans_b'),
              ('2025-11-15T08:30:00Z', 'c', 'x', '{}', 'http', 'ask', 'q', 'answered', null, 2, null, null, null, 3, 'hit', 0, 0, 0, 'ans_c'),
              ('2025-11-15T08:59:59.999Z', 'd', 'y', '{}', 'slack', 'ask', 'q', 'partial', null, 3, 20, 300, 6, 329, 'miss', 1, 250, 0.0125, 'ans_d'),
              ('2025-11-15T10:00:00Z', 'e', 'y', '{}', 'http', 'ask', 'which', 'clarification', null, 4, null, null, null, 5, null, 2, 1000, 0.03, 'ans_e'),
              ('2025-11-15T10:00:01Z', 'f', 'y', '{}', 'http', 'ask', 'a poem', 'refused', 'OUT_OF_SCOPE', 5, null, null, null, 6, null, 0, 0, 0, 'ans_f'),
              ('2025-11-15T10:10:00Z', 'g', 'z', '{}', 'http', 'query', null, 'failed', 'SOURCE_DOWN', null, 30, null, null, 2000, null, 0, 0, 0, null),
              ('2025-11-15T10:20:00Z', 'h', 'z', '{}', 'http', 'query', null, 'answered', null, null, null, null, null, 1, 'joined', 0, 0, 0, 'ans_h'),
              ('2025-11-15T10:25:00Z', 'i', 'z', '{}', 'http', 'interpret', 'q', 'read', null, 700, null, null, null, 700, null, 1, 100, 0.005, null),
              ('2025-11-15T10:30:00Z', 'j', 'z', '{}', 'http', 'query', null, 'answered', null, null, null, null, null, 9999, 'hit', 0, 0, 0, 'ans_j')\
            """).update();
    }

    @Test
    void countsEveryHourThoseWithoutAQuestionToo() {
        assertThat(figures.perHour(FROM, TO))
                .containsExactly(
                        new Hour(Instant.parse("2025-11-15T08:00:00Z"), 2, 1, 0, 0, 0),
                        new Hour(Instant.parse("2025-11-15T09:00:00Z"), 0, 0, 0, 0, 0),
                        new Hour(Instant.parse("2025-11-15T10:00:00Z"), 1, 0, 1, 1, 1));
    }

    @Test
    void takesPercentilesBetweenTheTwoNearest() {
        assertThat(figures.latency(FROM, TO))
                .containsExactly(
                        // 1 2 3 4 5: the third; a fifth of the way from 4 to 5 short of the last
                        latency(Stage.READING, "3.000", "4.800", 5),
                        // 10 20 30
                        latency(Stage.PLANNING, "20.000", "29.000", 3),
                        // 100 300: half way, and 95 hundredths of it
                        latency(Stage.STEPS, "200.000", "290.000", 2),
                        // 4 6
                        latency(Stage.COMPOSING, "5.000", "5.900", 2),
                        // 1 3 5 6 115 329 2000: the fourth; 5.7 steps up is 0.7 of the way from 329 to 2000
                        latency(Stage.TOTAL, "6.000", "1498.700", 7));
    }

    @Test
    void hasNoPercentileOfNothing() {
        var quiet = Instant.parse("2024-01-01T00:00:00Z");

        assertThat(figures.latency(quiet, quiet.plusSeconds(60))).hasSize(5).allSatisfy(stage -> {
            assertThat(stage.p50()).isNull();
            assertThat(stage.count()).isZero();
        });
        assertThat(figures.model(quiet, quiet.plusSeconds(60)).cost()).isZero();
    }

    @Test
    void addsUpTheCacheAndTheModels() {
        assertThat(figures.cache(FROM, TO)).isEqualTo(new CacheUses(1, 2, 1));
        // 0.0125 + 0.03 + 0.005
        assertThat(figures.model(FROM, TO)).isEqualTo(new ModelUse(4, 1350, new BigDecimal("0.0475"), null));
    }

    @Test
    void listsWhatCameToNothingTheNewestFirst() {
        assertThat(figures.failing(FROM, TO)).extracting(Failing::sub).containsExactly("z", "y");
        assertThat(figures.failing(FROM, TO)).extracting(Failing::question).containsExactly(null, "a poem");
        assertThat(figures.failing(FROM, TO)).extracting(Failing::answerId).containsExactly(null, "ans_f");
    }

    private static StageLatency latency(Stage stage, String p50, String p95, long count) {
        return new StageLatency(stage, new BigDecimal(p50), new BigDecimal(p95), count);
    }
}
