package io.asktrail.router.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.verified.VerifiedChange;
import io.asktrail.contracts.verified.VerifiedQuestion;
import io.asktrail.contracts.verified.Vouched;
import io.asktrail.router.verified.VerifiedStoreAway;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PostgresVerifiedStoreTest {
    private static final Instant NOW = Instant.parse("2025-08-20T06:30:00Z");
    private static final RouterDatabase DATABASE = new RouterDatabase(TestDatabase.settings("verified_test"));
    private static final VerifiedId USUAL = new VerifiedId("usual");

    private final PostgresVerifiedStore store =
            new PostgresVerifiedStore(DATABASE, JsonMapper.shared(), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void empty() {
        DATABASE.jdbc().sql("truncate verified_questions, verified_changes").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static VerifiedQuestion usual(String metric) {
        var task = """
                {"metrics":["%s"],"group_by":["campaign"],"limit":5,"time":{"range":"last_week"},
                 "filters":[{"field":"acos","op":">","value":0.40}]}""".formatted(metric);
        return new VerifiedQuestion(
                USUAL, List.of("the usual {time}"), JsonMapper.shared().readValue(task, TaskRequest.class));
    }

    @Test
    void keepsTheWholeQuestionWithWhoAndWhen() {
        // When
        store.approve(usual("spend"), "ravi");

        // Then
        assertThat(store.all()).containsExactly(new Vouched(usual("spend"), Vouched.Source.APPROVED, "ravi", NOW));
        assertThat(store.all().getFirst().verified().task().metrics()).containsExactly(new MetricId("spend"));
    }

    @Test
    void replacesTheOneOfTheSameId() {
        // Given
        store.approve(usual("spend"), "ravi");

        // When
        store.approve(usual("orders"), "asha");

        // Then
        assertThat(store.all()).extracting(Vouched::by).containsExactly("asha");
        assertThat(store.all()).extracting(Vouched::verified).containsExactly(usual("orders"));
    }

    @Test
    void recordsEveryChangeTheLatestFirst() {
        // When
        store.approve(usual("spend"), "ravi");
        store.approve(usual("orders"), "asha");
        store.remove(USUAL, "meera");

        // Then
        assertThat(store.changes(10))
                .containsExactly(
                        new VerifiedChange(VerifiedChange.Action.REMOVED, "meera", NOW, usual("orders")),
                        new VerifiedChange(VerifiedChange.Action.APPROVED, "asha", NOW, usual("orders")),
                        new VerifiedChange(VerifiedChange.Action.APPROVED, "ravi", NOW, usual("spend")));
        assertThat(store.changes(1)).hasSize(1);
        assertThat(store.all()).isEmpty();
    }

    @Test
    void saysThatThereIsNothingToTakeBack() {
        assertThat(store.remove(USUAL, "meera")).isEmpty();
        assertThat(store.changes(10)).isEmpty();
    }

    @Test
    void anotherProcessSeesByTheStampThatSomethingChanged() {
        // Given
        var other = new PostgresVerifiedStore(DATABASE, JsonMapper.shared(), Clock.systemUTC());
        var before = other.stamp();

        // When
        store.approve(usual("spend"), "ravi");
        var approved = other.stamp();
        store.remove(USUAL, "ravi");

        // Then
        assertThat(approved).isNotEqualTo(before);
        assertThat(other.stamp()).isNotEqualTo(approved);
    }

    @Test
    void keepsNoQuestionWhoseRecordCannotBeWritten() {
        // Given: nothing can be recorded
        DATABASE.jdbc()
                .sql("alter table verified_changes add constraint closed check (by_sub <> 'ghost')")
                .update();
        try {
            // Then
            assertThatThrownBy(() -> store.approve(usual("spend"), "ghost")).isInstanceOf(VerifiedStoreAway.class);
            assertThat(store.all()).isEmpty();
        } finally {
            DATABASE.jdbc()
                    .sql("alter table verified_changes drop constraint closed")
                    .update();
        }
    }

    @Test
    void saysThatItIsAway() {
        // Given
        var database = new RouterDatabase(TestDatabase.settings("verified_away_test"));
        var away = new PostgresVerifiedStore(database, JsonMapper.shared(), Clock.systemUTC());
        database.close();

        // Then
        assertThatThrownBy(away::stamp).isInstanceOf(VerifiedStoreAway.class);
        assertThatThrownBy(() -> away.approve(usual("spend"), "ravi")).isInstanceOf(VerifiedStoreAway.class);
    }
}
