package io.asktrail.orchestrator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.orchestrator.state.StateDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

class AuditLogTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Instant NOON = Instant.parse("2025-11-15T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final Interruptible database = new Interruptible();
    private final StateDatabase state = database.state();
    private final AuditStore store = new AuditStore(state, JSON);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(AuditLog.class);

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(said);
    }

    @Test
    void writesEveryLineHoweverManyBatchesThatTakes() {
        // Given
        try (var log = log(10_000)) {
            for (var i = 0; i < 1_201; i++) {
                ask(log, "asha", "question " + i);
            }

            // When
            log.write();
        }

        // Then
        assertThat(questions()).hasSize(1_201).doesNotHaveDuplicates();
        assertThat(counted("asktrail.audit.written")).isEqualTo(1_201);
        assertThat(counted("asktrail.audit.lost")).isZero();
    }

    @Test
    void keepsNobodyWaitingWhileTheDatabaseIsAwayAndWritesWhatThereWasRoomForWhenItIsBack() {
        // Given
        try (var log = log(3)) {
            database.goAway();
            ask(log, "asha", "first");
            log.write();

            // When one line is in the writer's hands and three find room
            for (var question : List.of("second", "third", "fourth", "fifth", "sixth")) {
                ask(log, "asha", question);
            }
            log.write();
            database.comeBack();
            log.write();
        }

        // Then
        assertThat(questions()).containsExactlyInAnyOrder("first", "second", "third", "fourth");
        assertThat(counted("asktrail.audit.lost")).isEqualTo(2);
        assertThat(said.list)
                .extracting(ILoggingEvent::getMessage)
                .containsExactly(
                        "audit not written: the state database is away; lines wait",
                        "audit lines lost",
                        "audit is written again");
        assertThat(said.list.toString() + said.list.get(1).getKeyValuePairs()).contains("lines=\"2\"");
    }

    @Test
    void writesWhatWaitsWhenItIsClosed() {
        var log = log(10_000);
        for (var i = 0; i < 700; i++) {
            ask(log, "asha", "question " + i);
        }

        log.close();

        assertThat(questions()).hasSize(700);
    }

    @Test
    void saysWhatIsLostWhenItIsClosedWithoutADatabase() {
        var log = log(10_000);
        ask(log, "asha", "one");
        ask(log, "asha", "two");
        database.goAway();

        log.close();

        assertThat(counted("asktrail.audit.lost")).isEqualTo(2);
        assertThat(said.list).extracting(ILoggingEvent::getMessage).contains("audit lines lost");
    }

    @Test
    void losesNoOtherLineForOneThatCannotBeWritten() {
        // Given a subject that no text column can hold
        try (var log = log(10)) {
            ask(log, "asha", "before");
            ask(log, "a\0b", "unspeakable");
            ask(log, "asha", "after");

            // When
            log.write();
        }

        // Then
        assertThat(questions()).containsExactlyInAnyOrder("before", "after");
        assertThat(counted("asktrail.audit.lost")).isEqualTo(1);
        assertThat(said.list)
                .noneMatch(event -> (event.getFormattedMessage() + event.getKeyValuePairs() + event.getThrowableProxy())
                        .contains("unspeakable"));
    }

    @Test
    void writesALineOnceHoweverOftenItIsTried() {
        var line = TestLines.failed("asha", "once", NOON);

        store.append(List.of(line));
        store.append(List.of(line));

        assertThat(questions()).containsExactly("once");
    }

    @Test
    void writesOneLineOfARequestWhateverIsToldAfterItsEnd() {
        try (var log = log(10)) {
            var inquiry = log.begin(caller("asha"), AuditKind.ASK, "one", _ -> {});
            inquiry.failed(ErrorCode.AGENT_DOWN);
            inquiry.failed(ErrorCode.BROKEN_INVARIANT);
        }

        assertThat(questions()).containsExactly("one");
    }

    @Test
    void letsNobodyChangeOrEmptyWhatIsWritten() {
        store.append(List.of(TestLines.failed("asha", "old", NOON.minus(Duration.ofDays(300)))));

        for (var sql : List.of(
                "update audit set question = 'nothing'",
                "delete from audit",
                "truncate audit",
                "select set_config('asktrail.audit_forget_before', '', false); delete from audit")) {
            assertThatThrownBy(() -> state.jdbc().sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
        assertThat(questions()).containsExactly("old");
    }

    @Test
    void forgetsNothingYoungerThanADayWhoeverSaysSo() {
        store.append(List.of(TestLines.failed("asha", "young", Instant.now())));

        assertThatThrownBy(() -> store.forget(Instant.now().plus(Duration.ofDays(1)), 10))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThat(questions()).containsExactly("young");
    }

    @Test
    void forgetsWhatIsOverItsTimeInBatches() {
        // Given
        store.append(List.of(
                TestLines.failed("asha", "kept", NOON.minus(Duration.ofDays(180))),
                TestLines.failed(
                        "asha", "over", NOON.minus(Duration.ofDays(180)).minusMillis(1))));
        state.jdbc().sql("""
                insert into audit (asked_at, id, sub, roles, channel, kind, status, total_ms, model_calls, tokens, money)
                select timestamptz '2024-01-01' + n * interval '1 second', n, 'ravi', '{}', 'http', 'query', 'answered',
                    1, 0, 0, 0 from generate_series(1, 5000) as n\
                """).update();
        try (var retention = new AuditRetention(store, Duration.ofDays(180), NEVER, CLOCK)) {
            // When
            var forgotten = retention.forget();

            // Then
            assertThat(forgotten).isEqualTo(5_001);
        }
        assertThat(questions()).containsExactly("kept");
    }

    private AuditLog log(int room) {
        return new AuditLog(store, room, NEVER, meters, CLOCK);
    }

    private static void ask(AuditLog log, String sub, String question) {
        log.begin(caller(sub), AuditKind.ASK, question, _ -> {}).failed(ErrorCode.AGENT_DOWN);
    }

    private static Caller caller(String sub) {
        return new Caller(sub, List.of(), List.of(), List.of(), List.of());
    }

    private List<String> questions() {
        return state.jdbc()
                .sql("select question from audit")
                .query(String.class)
                .list();
    }

    private double counted(String counter) {
        return meters.counter(counter).count();
    }
}
