package io.asktrail.orchestrator.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.orchestrator.state.TestState;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AnomalyStatesTest {
    private static final StateDatabase STATE = TestState.of("anomalies", 2);

    private final AnomalyStates states = new AnomalyStates(STATE, JsonMapper.shared(), Clock.systemUTC());
    private final String policy = UUID.randomUUID().toString();

    @AfterAll
    static void close() {
        STATE.close();
    }

    @Test
    void tellsWhatBeganOnce() {
        // Given
        states.saw(policy, october(10), found("Ad_spend - - 2025-10-08 2025-10-10 6.1"));

        // When
        var first = told();
        states.saw(policy, october(10), found("Ad_spend - - 2025-10-08 2025-10-10 6.1"));
        states.saw(policy, october(11), found("Ad_spend - - 2025-10-08 2025-10-11 7.2"));

        // Then: that it goes on is no news
        assertThat(first).containsExactly("Ad spend   2025-10-08 2025-10-10 goes on");
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsOnceThatItIsOver() {
        // Given
        states.saw(policy, october(10), found("Ad_spend Campaign Kavya 2025-10-08 2025-10-10 6.1"));
        told();

        // When
        states.saw(policy, october(12), found());
        var over = told();
        states.saw(policy, october(13), found());

        // Then
        assertThat(over).containsExactly("Ad spend Campaign Kavya 2025-10-08 2025-10-10 over");
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsThatARunThatIsStillFoundIsOver() {
        // Given
        states.saw(policy, october(10), found("Orders - - 2025-10-08 2025-10-10 6.1"));
        told();

        // When: it stands in the past of a later look
        states.saw(policy, october(12), found("Orders - - 2025-10-08 2025-10-10 6.1"));

        // Then
        assertThat(told()).containsExactly("Orders   2025-10-08 2025-10-10 over");
    }

    @Test
    void tellsAnotherRunOfTheSameNumberAgain() {
        // Given
        states.saw(policy, october(10), found("Orders - - 2025-10-02 2025-10-03 -5.0"));
        assertThat(told()).containsExactly("Orders   2025-10-02 2025-10-03 over");

        // When
        states.saw(
                policy,
                october(20),
                found("Orders - - 2025-10-02 2025-10-03 -5.0", "Orders - - 2025-10-20 2025-10-20 4.0"));

        // Then
        assertThat(told()).containsExactly("Orders   2025-10-20 2025-10-20 goes on");
    }

    @Test
    void doesNotTakeDaysThatNobodyLookedAtForQuietOnes() {
        // Given
        states.saw(policy, october(10), found("Orders - - 2025-10-09 2025-10-10 5.0"));
        told();

        // When: a look at the days before says nothing of what came after
        states.saw(policy, october(5), found());

        // Then
        assertThat(told()).isEmpty();
    }

    @Test
    void keepsWhatOthersSeeAndWhatWasNarrowedApart() {
        // Given
        var delhi = october(10).toBuilder()
                .entities(Entities.of(new DimensionId("geo"), List.of("Delhi")))
                .build();
        states.saw(policy, october(10), found("Orders - - 2025-10-09 2025-10-10 5.0"));

        // When
        states.saw(policy, delhi, found("Orders - - 2025-10-09 2025-10-10 5.0"));

        // Then
        assertThat(told()).hasSize(2);
        assertThat(told("somebody else's")).isEmpty();
    }

    private List<String> told() {
        return told(policy);
    }

    // What changed and nobody has been told of, as whoever is to tell it will take it: once.
    private static List<String> told(String policy) {
        return STATE.jdbc().sql("""
                        update anomaly_states set told_at = now()
                        where policy = :policy and told_at is null
                        returning concat_ws(' ', metric, part, member, since, until,
                                            case when is_over then 'over' else 'goes on' end)
                        """).param("policy", policy).query(String.class).list();
    }

    private static TaskSpec october(int lastDay) {
        var days = new Period(
                LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, lastDay), ZoneId.of("Asia/Kolkata"), null, null);
        return new TaskSpec.Builder(Intent.DIAGNOSTICS, List.of(), days)
                .diagnosis(new Diagnosis(Diagnosis.Kind.ANOMALY))
                .build();
    }

    private static Table found(String... runs) {
        var columns = List.of(
                new Column("metric", "Number", ColumnType.TEXT, null),
                new Column("part", "By", ColumnType.TEXT, null),
                new Column("member", "Whose", ColumnType.TEXT, null),
                new Column("from", "From", ColumnType.DATE, null),
                new Column("to", "To", ColumnType.DATE, null),
                new Column("score", "Deviations", ColumnType.NUMBER, "ratio"));
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var run : runs) {
            var words = run.split(" ");
            rows.add(Arrays.asList(
                    words[0].replace('_', ' '),
                    words[1].equals("-") ? null : words[1],
                    words[2].equals("-") ? null : words[2],
                    LocalDate.parse(words[3]),
                    LocalDate.parse(words[4]),
                    new BigDecimal(words[5])));
        }
        return new Table(columns, rows);
    }
}
